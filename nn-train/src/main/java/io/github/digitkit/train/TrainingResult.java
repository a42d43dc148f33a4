package io.github.digitkit.train;

import io.github.digitkit.nn.Model;
import io.github.digitkit.train.metric.EpochMetrics;
import java.util.List;

/**
 * What training came to.
 *
 * @param model the network with the weights that were asked for: last or best
 * @param modelEpoch the epoch that those weights are from, from 1
 * @param history one entry for each epoch
 */
public record TrainingResult(Model model, int modelEpoch, List<EpochMetrics> history) {

  /** Copies the list. */
  public TrainingResult {
    history = List.copyOf(history);
  }

  /** Returns the figures of the epoch that the weights are from. */
  public EpochMetrics modelMetrics() {
    return history.get(modelEpoch - 1);
  }
}
