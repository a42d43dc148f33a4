package io.github.digitkit.train.step;

import io.github.digitkit.train.step.TrainingState.LearnedArray;
import java.util.Arrays;
import java.util.List;

/**
 * The end of a step: weights follow their gradients, gradients go back to zero, averages follow the
 * weights. Each worker does its slice of all elements, laid end to end.
 */
final class WeightUpdate {
  /** Slices begin at cache lines, so that two workers do not write to the same one. */
  private static final int PIECE = 16;

  private final TrainingState state;
  private final List<float[]> gradients;
  private final int pieces;

  /**
   * @param gradients in the order of the state's arrays; of trainable ones, added to by the
   *     backward pass and zeroed here
   */
  WeightUpdate(TrainingState state, List<float[]> gradients) {
    this.state = state;
    this.gradients = gradients;
    this.pieces = state.arrays().stream().mapToInt(array -> pieces(array.weights())).sum();
  }

  private static int pieces(float[] array) {
    return (array.length + PIECE - 1) / PIECE;
  }

  void apply(int worker, int workers, double learningRate) {
    int from = Shards.sliceStart(pieces, worker, workers);
    int to = Shards.sliceStart(pieces, worker + 1, workers);
    List<LearnedArray> arrays = state.arrays();
    int start = 0;
    for (int i = 0; i < arrays.size(); i++) {
      float[] weights = arrays.get(i).weights();
      int end = start + pieces(weights);
      if (from < end && start < to) {
        int first = (Math.max(from, start) - start) * PIECE;
        int last = Math.min(weights.length, (Math.min(to, end) - start) * PIECE);
        update(arrays.get(i), gradients.get(i), first, last, learningRate);
      }
      start = end;
    }
  }

  private void update(LearnedArray array, float[] gradient, int from, int to, double rate) {
    if (array.trainable()) {
      long step = state.steps() + 1;
      state.optimizer().update(array.weights(), gradient, array.remembered(), from, to, step, rate);
      Arrays.fill(gradient, from, to, 0);
    }
    if (array.average() != array.weights()) {
      follow(array.weights(), array.average(), from, to, share());
    }
  }

  /** At the start the average forgets faster, or it would hold on to the first values. */
  private float share() {
    double steps = state.steps();
    return (float) (1 - Math.min(state.averageDecay(), (1 + steps) / (10 + steps)));
  }

  private static void follow(float[] weights, float[] average, int from, int to, float share) {
    for (int i = from; i < to; i++) {
      average[i] += share * (weights[i] - average[i]);
    }
  }
}
