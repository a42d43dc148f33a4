package io.github.digitkit.train.data.augment;

import io.github.digitkit.train.random.CounterRandom;

/**
 * The stroke that joins a digit to its neighbour: a quadratic curve from an ink pixel near the left
 * or right end outwards, as intense as {@code clamp(reach - distance, 0, 1)}.
 *
 * @param probability how often a picture is changed
 * @param length how far outwards it ends, in pixels
 * @param rise how far up or down it ends, in pixels
 * @param bend by how much the control point lies above or below the middle, in pixels
 * @param reach distance from the middle of the stroke at which ink ends, in pixels, within 0..100
 */
public record ConnectingStroke(
    double probability, Range length, Range rise, Range bend, Range reach) implements Augmentation {
  private static final float INK = 0.6f;
  private static final int END_COLUMNS = 3;
  private static final int PIECES = 6;

  /** Checks the ranges. */
  public ConnectingStroke {
    Range.probability(probability);
    reach.within("reach", 0, 100);
  }

  @Override
  public void apply(float[] image, AugmentationContext context) {
    CounterRandom random = context.random();
    if (!random.chance(probability)) {
      return;
    }
    boolean toRight = random.chance(0.5);
    int end = endColumn(image, context, toRight);
    if (end < 0) {
      return;
    }
    int first = toRight ? Math.max(end - END_COLUMNS + 1, 0) : end;
    int last = toRight ? end : Math.min(end + END_COLUMNS - 1, context.width() - 1);
    int start = inkPixel(image, context, first, last);
    int row = start / context.width();
    draw(image, context, start - row * context.width(), row, toRight);
  }

  private void draw(
      float[] image, AugmentationContext context, float startX, float startY, boolean toRight) {
    CounterRandom random = context.random();
    float out = length.draw(random);
    float endX = toRight ? startX + out : startX - out;
    float endY = startY + rise.draw(random);
    float midX = (startX + endX) / 2;
    float midY = (startY + endY) / 2 + bend.draw(random);
    float pen = reach.draw(random);
    float fromX = startX;
    float fromY = startY;
    for (int piece = 1; piece <= PIECES; piece++) {
      float t = (float) piece / PIECES;
      float a = (1 - t) * (1 - t);
      float b = 2 * t * (1 - t);
      float x = a * startX + b * midX + t * t * endX;
      float y = a * startY + b * midY + t * t * endY;
      PenLine.draw(image, context, fromX, fromY, x, y, pen, 1);
      fromX = x;
      fromY = y;
    }
  }

  /** The outermost column with ink on one side, or -1 if there is none. */
  private static int endColumn(float[] image, AugmentationContext context, boolean fromRight) {
    int width = context.width();
    for (int i = 0; i < width; i++) {
      int column = fromRight ? width - 1 - i : i;
      for (int p = column; p < image.length; p += width) {
        if (image[p] > INK) {
          return column;
        }
      }
    }
    return -1;
  }

  /** An ink pixel of these columns, each as likely; there is at least one. */
  private static int inkPixel(float[] image, AugmentationContext context, int first, int last) {
    int found = 0;
    int chosen = -1;
    for (int y = 0; y < context.height(); y++) {
      for (int x = first; x <= last; x++) {
        int p = y * context.width() + x;
        if (image[p] > INK && context.random().nextInt(++found) == 0) {
          chosen = p;
        }
      }
    }
    return chosen;
  }
}
