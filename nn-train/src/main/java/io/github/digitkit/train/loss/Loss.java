package io.github.digitkit.train.loss;

/** What training makes small. Immutable and thread-safe. */
public interface Loss {

  /**
   * The loss of the samples {@code [from, to)} and its gradient.
   *
   * @param logits the network's outputs {@code (batch, classes)}, before any softmax. Not modified.
   * @param targets wanted probabilities {@code (batch, classes)}, each row with sum 1. Not
   *     modified.
   * @param classes outputs a sample
   * @param from the first sample
   * @param to the end (exclusive) of the samples
   * @param weight what each sample's gradient is multiplied by: 1 / batch for the mean's
   * @param gradient of {@code logits}, the rows of these samples. Overwritten.
   * @return the sum of the samples' losses, not multiplied by the weight
   */
  double evaluate(
      float[] logits,
      float[] targets,
      int classes,
      int from,
      int to,
      float weight,
      float[] gradient);
}
