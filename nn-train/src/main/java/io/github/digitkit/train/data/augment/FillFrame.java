package io.github.digitkit.train.data.augment;

import io.github.digitkit.train.random.CounterRandom;

/**
 * Stretches the narrower side of the ink towards a square, as collections do that scale every digit
 * to a fixed box.
 *
 * @param probability how often a picture is changed
 * @param share how far towards the square the shorter side goes, within 0..1
 * @param limit largest factor, at least 1
 */
public record FillFrame(double probability, Range share, double limit) implements Augmentation {
  private static final float INK = 0.3f;

  /** Checks the ranges. */
  public FillFrame {
    Range.probability(probability);
    share.within("share", 0, 1);
    if (!(limit >= 1)) {
      throw new IllegalArgumentException("limit must be at least 1, got " + limit);
    }
  }

  @Override
  public void apply(float[] image, AugmentationContext context) {
    CounterRandom random = context.random();
    if (!random.chance(probability)) {
      return;
    }
    float part = share.draw(random);
    int width = context.width();
    int left = width;
    int right = -1;
    int top = context.height();
    int bottom = -1;
    for (int i = 0; i < image.length; i++) {
      if (image[i] > INK) {
        left = Math.min(left, i % width);
        right = Math.max(right, i % width);
        top = Math.min(top, i / width);
        bottom = Math.max(bottom, i / width);
      }
    }
    if (right < left) {
      return;
    }
    stretch(image, context, part, left + right, right - left + 1, top + bottom, bottom - top + 1);
  }

  /** Scales the ink box about its centre; {@code leftPlusRight} is twice the centre's column. */
  private void stretch(
      float[] image,
      AugmentationContext context,
      float part,
      int leftPlusRight,
      int inkWidth,
      int topPlusBottom,
      int inkHeight) {
    float wide = Math.max(inkWidth, inkHeight);
    float across = (float) Math.min(1 + part * (wide / inkWidth - 1), limit);
    float down = (float) Math.min(1 + part * (wide / inkHeight - 1), limit);
    float offX = (leftPlusRight - context.width() + 1) / 2f;
    float offY = (topPlusBottom - context.height() + 1) / 2f;
    Resampling resampling = context.resampling();
    resampling.map(1 / across, 0, 0, 1 / down);
    resampling.shift(offX - offX / across, offY - offY / down);
    resampling.apply(image);
  }
}
