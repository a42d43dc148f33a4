package io.github.digitkit.train.random;

/** Quantiles of the normal distribution in {@value #LEVELS} equal steps of probability. */
final class GaussianTable {
  private static final int BITS = 12;
  static final int LEVELS = 1 << BITS;
  private static final int STEPS = 32;

  /** Quantile of (i + 1/2) / LEVELS. */
  private static final float[] QUANTILES = quantiles();

  private GaussianTable() {}

  /** A normal number of {@value #LEVELS} levels from the lowest 12 bits. */
  static float coarse(long bits) {
    return QUANTILES[(int) bits & (LEVELS - 1)];
  }

  /** A normal number between two neighbouring levels, from the upper 24 bits. */
  static float value(long bits) {
    float position = (bits >>> 40) * (0x1p-24f * LEVELS) - 0.5f;
    position = Math.min(Math.max(position, 0), LEVELS - 1);
    int level = Math.min((int) position, LEVELS - 2);
    float low = QUANTILES[level];
    return low + (QUANTILES[level + 1] - low) * (position - level);
  }

  /** Solves dx/dp = sqrt(2 pi) exp(x^2 / 2) from the median outwards (Runge-Kutta). */
  private static float[] quantiles() {
    float[] table = new float[LEVELS];
    double x = 0;
    for (int i = 0; i < LEVELS / 2; i++) {
      int steps = i == 0 ? STEPS / 2 : STEPS;
      double h = 1.0 / LEVELS / STEPS;
      for (int s = 0; s < steps; s++) {
        x = step(x, h);
      }
      table[LEVELS / 2 + i] = (float) x;
      table[LEVELS / 2 - 1 - i] = (float) -x;
    }
    return table;
  }

  private static double step(double x, double h) {
    double k1 = slope(x);
    double k2 = slope(x + h / 2 * k1);
    double k3 = slope(x + h / 2 * k2);
    double k4 = slope(x + h * k3);
    return x + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
  }

  private static double slope(double x) {
    return StrictMath.sqrt(2 * StrictMath.PI) * StrictMath.exp(x * x / 2);
  }
}
