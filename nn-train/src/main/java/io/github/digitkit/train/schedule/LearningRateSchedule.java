package io.github.digitkit.train.schedule;

/**
 * The learning rate of every step. Immutable; a rate follows from the step's number alone, so a run
 * can continue anywhere.
 */
public sealed interface LearningRateSchedule permits Constant, Cosine, Exponential, OneCycle {

  /**
   * Returns the learning rate of a step.
   *
   * @param step 0 to totalSteps - 1
   * @param totalSteps the steps of the whole run
   */
  double rate(long step, long totalSteps);
}
