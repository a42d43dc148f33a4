package io.github.digitkit.train.metric;

/**
 * A range that a share lies in with 95 % confidence.
 *
 * @param low the lower end, 0 to 1
 * @param high the upper end, 0 to 1
 */
public record Interval(double low, double high) {
  /** The standard normal distribution's 97.5 % point. */
  private static final double Z = 1.959963984540054;

  /**
   * Wilson's interval of a binomial share ("Probable Inference", 1927): unlike the usual plus-minus
   * it stays within 0 to 1 and holds near 1, where digit readers are.
   *
   * @param successes 0 to trials
   * @param trials how many; with none nothing is known: 0 to 1
   */
  public static Interval wilson(long successes, long trials) {
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          "successes must be 0.." + trials + " of " + trials + ", got " + successes);
    }
    if (trials == 0) {
      return new Interval(0, 1);
    }
    double n = trials;
    double share = successes / n;
    double denominator = 1 + Z * Z / n;
    double centre = (share + Z * Z / (2 * n)) / denominator;
    double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n)) / denominator;
    return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
  }
}
