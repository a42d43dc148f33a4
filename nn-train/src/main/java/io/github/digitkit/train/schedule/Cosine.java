package io.github.digitkit.train.schedule;

/**
 * Linear warm-up from 0, then half a cosine down to 0. After Loshchilov and Hutter, "SGDR", 2017,
 * without restarts.
 *
 * @param peak the highest rate, above 0
 * @param warmUp the share of all steps in which the rate rises, 0 to 1
 */
public record Cosine(double peak, double warmUp) implements LearningRateSchedule {

  /** Checks the ranges. */
  public Cosine {
    Ranges.requirePositive("peak learning rate", peak);
    Ranges.requireFraction("warm-up", warmUp);
  }

  @Override
  public double rate(long step, long totalSteps) {
    double warmUpSteps = warmUp * totalSteps;
    if (step < warmUpSteps) {
      return peak * (step + 1) / (warmUpSteps + 1);
    }
    double progress = (step - warmUpSteps) / (totalSteps - warmUpSteps);
    return peak * (1 + StrictMath.cos(Math.PI * progress)) / 2;
  }
}
