package io.github.digitkit.train.optimizer;

/**
 * A rule that changes weights by their gradients. Immutable: what it remembers from step to step
 * lies in state arrays that the caller owns, so a run can be saved and continued.
 *
 * <p>Each element is changed on its own: any split over threads gives the same bits.
 */
public sealed interface Optimizer permits Adam, AdamW, Sgd {

  /** Returns how many state arrays it needs for each array of weights; they start at zero. */
  int stateArrays();

  /**
   * Changes the weights {@code [from, to)}.
   *
   * @param weights the weights. Overwritten.
   * @param gradients gradient of the loss by each weight. Not modified.
   * @param state {@link #stateArrays} arrays as long as the weights. Overwritten.
   * @param from the first element
   * @param to the end (exclusive) of the elements
   * @param step the number of this step, counted from 1
   * @param learningRate this step's learning rate
   */
  void update(
      float[] weights,
      float[] gradients,
      float[][] state,
      int from,
      int to,
      long step,
      double learningRate);
}
