package io.github.digitkit.train.schedule;

/**
 * Falls by the same factor in every equal part of the run: {@code start · (end / start)^(step /
 * totalSteps)}.
 *
 * @param start the first rate, above 0
 * @param end the rate that the step after the last would have, above 0
 */
public record Exponential(double start, double end) implements LearningRateSchedule {

  /** Checks the ranges. */
  public Exponential {
    Ranges.requirePositive("first learning rate", start);
    Ranges.requirePositive("last learning rate", end);
  }

  @Override
  public double rate(long step, long totalSteps) {
    return start * StrictMath.pow(end / start, (double) step / totalSteps);
  }
}
