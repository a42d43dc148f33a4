package io.github.digitkit.train.data.augment;

/**
 * Weights of {@value #KNOTS}x{@value #KNOTS} knots, evenly spread from corner to corner of a
 * picture, for a smooth surface through them: separable cubic convolution (Keys 1981, a = -1/2),
 * outer knots repeated outwards.
 */
final class KnotWeights {
  static final int KNOTS = 4;

  /** {@code plane[knot][pixel]}, knots row by row; the weights of a pixel sum to 1. */
  private final float[][] plane;

  KnotWeights(int height, int width) {
    float[][] rows = alongOneAxis(height);
    float[][] columns = alongOneAxis(width);
    plane = new float[KNOTS * KNOTS][height * width];
    for (int knot = 0; knot < plane.length; knot++) {
      float[] ofRow = rows[Math.floorDiv(knot, KNOTS)];
      float[] ofColumn = columns[knot % KNOTS];
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          plane[knot][y * width + x] = ofRow[y] * ofColumn[x];
        }
      }
    }
  }

  /** The weights of one knot at every pixel. Not to be modified. */
  float[] of(int knot) {
    return plane[knot];
  }

  /** {@code weight[knot][sample]} */
  private static float[][] alongOneAxis(int samples) {
    float[][] weight = new float[KNOTS][samples];
    for (int i = 0; i < samples; i++) {
      float position = samples == 1 ? 0 : (float) i * (KNOTS - 1) / (samples - 1);
      int left = Math.min((int) position, KNOTS - 2);
      for (int k = left - 1; k <= left + 2; k++) {
        weight[Math.min(Math.max(k, 0), KNOTS - 1)][i] += keys(position - k);
      }
    }
    return weight;
  }

  private static float keys(float distance) {
    float d = Math.abs(distance);
    if (d < 1) {
      return (1.5f * d - 2.5f) * d * d + 1;
    }
    return d < 2 ? ((-0.5f * d + 2.5f) * d - 4) * d + 2 : 0;
  }
}
