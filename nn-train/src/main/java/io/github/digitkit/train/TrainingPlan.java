package io.github.digitkit.train;

import io.github.digitkit.train.metric.EpochMetrics;
import java.util.List;
import java.util.Map;

/**
 * What is about to be trained.
 *
 * @param settings how
 * @param samples pictures an epoch
 * @param stepsPerEpoch steps an epoch
 * @param threads workers
 * @param done the epochs already done, by the run that this one continues
 * @param run all that the result follows from, as name and text
 */
public record TrainingPlan(
    TrainingSettings settings,
    int samples,
    int stepsPerEpoch,
    int threads,
    List<EpochMetrics> done,
    Map<String, String> run) {

  /** Copies list and map. */
  public TrainingPlan {
    done = List.copyOf(done);
    run = Map.copyOf(run);
  }
}
