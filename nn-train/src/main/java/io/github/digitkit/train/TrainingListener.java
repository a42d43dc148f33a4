package io.github.digitkit.train;

import io.github.digitkit.train.metric.EpochMetrics;
import java.io.IOException;

/**
 * Is told how training goes, on the thread that trains. What it throws ends the training.
 *
 * <p>Default methods do nothing.
 */
public interface TrainingListener {

  /** Training begins, or continues. */
  default void started(TrainingPlan plan) throws IOException {}

  /**
   * A step is done. Called thousands of times: to be quick about.
   *
   * @param epoch from 1
   * @param step of this epoch, from 1
   * @param loss mean of the epoch's samples so far
   * @param accuracy of the epoch's samples so far, 0 to 1
   */
  default void stepDone(int epoch, int step, double loss, double accuracy) throws IOException {}

  /** An epoch is done, validated, and in the checkpoint if there is one. */
  default void epochDone(EpochMetrics epoch) throws IOException {}

  /** Training is over. */
  default void finished(TrainingResult result) throws IOException {}
}
