package io.github.digitkit.train.data.augment;

/**
 * A coarse picture: area means on a grid of fewer pixels, enlarged bilinearly to the old size.
 *
 * @param probability how often a picture is changed
 * @param leastSide least rows and columns of the coarse grid, drawn evenly; at least 1
 * @param mostSide most rows and columns of the coarse grid
 */
public record LowResolution(double probability, int leastSide, int mostSide)
    implements Augmentation {

  /** Checks the ranges. */
  public LowResolution {
    Range.probability(probability);
    if (leastSide < 1 || leastSide > mostSide) {
      throw new IllegalArgumentException(
          "sides: expected 1 <= least <= most, got " + leastSide + ".." + mostSide);
    }
  }

  @Override
  public void apply(float[] image, AugmentationContext context) {
    if (!context.random().chance(probability)) {
      return;
    }
    int side = leastSide + context.random().nextInt(mostSide - leastSide + 1);
    int height = context.height();
    int width = context.width();
    int rows = Math.min(side, height);
    int columns = Math.min(side, width);
    float[] first = context.plane(0);
    float[] second = context.plane(1);
    // Each pass works on rows and writes columns, so that two passes restore the orientation.
    reduce(image, height, width, first, columns);
    reduce(first, columns, height, second, rows);
    enlarge(second, rows, columns, first, width);
    enlarge(first, width, rows, image, height);
  }

  /** {@code (lines, length)} to {@code (shorter, lines)} by area means. */
  private static void reduce(float[] from, int lines, int length, float[] to, int shorter) {
    float cell = (float) length / shorter;
    for (int s = 0; s < shorter; s++) {
      float start = s * cell;
      float end = Math.min(start + cell, length);
      for (int line = 0; line < lines; line++) {
        float sum = 0;
        for (int i = (int) start; i < end; i++) {
          float covered = Math.min(i + 1, end) - Math.max(i, start);
          sum += covered * from[line * length + i];
        }
        to[s * lines + line] = Math.min(sum / cell, 1);
      }
    }
  }

  /** {@code (lines, length)} to {@code (longer, lines)} by linear interpolation, ends repeated. */
  private static void enlarge(float[] from, int lines, int length, float[] to, int longer) {
    for (int s = 0; s < longer; s++) {
      float position = (s + 0.5f) * length / longer - 0.5f;
      position = Math.min(Math.max(position, 0), length - 1);
      int left = (int) position;
      int right = Math.min(left + 1, length - 1);
      float share = position - left;
      for (int line = 0; line < lines; line++) {
        float a = from[line * length + left];
        to[s * lines + line] = a + share * (from[line * length + right] - a);
      }
    }
  }
}
