package io.github.digitkit.train.schedule;

/**
 * The same rate all the time.
 *
 * @param rate the learning rate, above 0
 */
public record Constant(double rate) implements LearningRateSchedule {

  /** Checks the range. */
  public Constant {
    Ranges.requirePositive("learning rate", rate);
  }

  @Override
  public double rate(long step, long totalSteps) {
    return rate;
  }
}
