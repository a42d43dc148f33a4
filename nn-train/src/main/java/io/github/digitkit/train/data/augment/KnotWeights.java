package io.github.digitkit.train.data.augment;

/**
 * Weights of {@value #KNOTS} knots, evenly spread from the first to the last sample, for a smooth
 * curve through them: cubic convolution (Keys 1981, a = -1/2), end knots repeated outwards.
 */
final class KnotWeights {
  static final int KNOTS = 4;

  /** {@code weight[knot][sample]}; the four weights of a sample sum to 1. */
  private final float[][] weight;

  KnotWeights(int samples) {
    weight = new float[KNOTS][samples];
    for (int i = 0; i < samples; i++) {
      float position = samples == 1 ? 0 : (float) i * (KNOTS - 1) / (samples - 1);
      int left = Math.min((int) position, KNOTS - 2);
      for (int k = left - 1; k <= left + 2; k++) {
        weight[Math.min(Math.max(k, 0), KNOTS - 1)][i] += keys(position - k);
      }
    }
  }

  /** The weights of one knot at every sample. Not to be modified. */
  float[] of(int knot) {
    return weight[knot];
  }

  private static float keys(float distance) {
    float d = Math.abs(distance);
    if (d < 1) {
      return (1.5f * d - 2.5f) * d * d + 1;
    }
    return d < 2 ? ((-0.5f * d + 2.5f) * d - 4) * d + 2 : 0;
  }
}
