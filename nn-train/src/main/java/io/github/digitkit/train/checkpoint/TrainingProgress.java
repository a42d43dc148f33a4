package io.github.digitkit.train.checkpoint;

import io.github.digitkit.train.metric.EpochMetrics;
import io.github.digitkit.train.metric.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a training run has come, between two epochs. Immutable.
 *
 * @param steps steps taken
 * @param history one entry for each epoch done
 * @param bestEpoch the epoch with the best validation score, from 1; 0 if there is none
 */
public record TrainingProgress(long steps, List<EpochMetrics> history, int bestEpoch) {

  /** Copies the list. */
  public TrainingProgress {
    history = List.copyOf(history);
    if (steps < 0 || bestEpoch < 0 || bestEpoch > history.size()) {
      throw new IllegalArgumentException(
          "steps " + steps + ", best epoch " + bestEpoch + " of " + history.size());
    }
    if (bestEpoch > 0 && history.get(bestEpoch - 1).validation().isEmpty()) {
      throw new IllegalArgumentException("best epoch " + bestEpoch + " has no validation score");
    }
  }

  /** Nothing done yet. */
  public static TrainingProgress none() {
    return new TrainingProgress(0, List.of(), 0);
  }

  /** Returns the number of epochs done. */
  public int epochs() {
    return history.size();
  }

  /** Returns the best validation score so far. */
  public Optional<Score> bestScore() {
    return bestEpoch == 0 ? Optional.empty() : history.get(bestEpoch - 1).validation();
  }

  /** Returns how many epochs have passed since the best one; 0 without validation. */
  public int epochsSinceBest() {
    return bestEpoch == 0 ? 0 : epochs() - bestEpoch;
  }

  /** Returns the progress after one more epoch. */
  public TrainingProgress after(EpochMetrics epoch, long stepsTaken) {
    List<EpochMetrics> longer = new ArrayList<>(history);
    longer.add(epoch);
    boolean better =
        epoch.validation().isPresent()
            && bestScore().map(best -> epoch.validation().get().betterThan(best)).orElse(true);
    return new TrainingProgress(stepsTaken, longer, better ? longer.size() : bestEpoch);
  }
}
