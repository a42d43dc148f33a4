package io.github.digitkit.train.schedule;

/**
 * Up by half a cosine from {@code peak / 25}, then down by half a cosine to {@code peak / 250000}.
 * After Smith and Topin, "Super-Convergence", 2018, with PyTorch's divisors.
 *
 * @param peak the highest rate, above 0
 * @param rise the share of all steps in which the rate rises, 0 to 1; 0.3 is usual
 */
public record OneCycle(double peak, double rise) implements LearningRateSchedule {
  private static final double START_DIVISOR = 25;
  private static final double END_DIVISOR = 250_000;

  /** Checks the ranges. */
  public OneCycle {
    Ranges.requirePositive("peak learning rate", peak);
    Ranges.requireFraction("rise", rise);
  }

  @Override
  public double rate(long step, long totalSteps) {
    double riseSteps = rise * totalSteps;
    if (step < riseSteps) {
      return between(peak / START_DIVISOR, peak, step / riseSteps);
    }
    double progress = (step - riseSteps) / (totalSteps - riseSteps);
    return between(peak, peak / END_DIVISOR, progress);
  }

  /** From one rate to another along half a cosine. */
  private static double between(double from, double to, double progress) {
    return to + (from - to) * (1 + StrictMath.cos(Math.PI * progress)) / 2;
  }
}
