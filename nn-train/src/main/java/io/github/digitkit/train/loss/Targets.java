package io.github.digitkit.train.loss;

/** What the network's outputs should be. Immutable and thread-safe. */
public interface Targets {

  /**
   * Writes the wanted probabilities of the samples {@code [from, to)}.
   *
   * @param images the pictures {@code (batch, height, width, 1)} as the network gets them. Not
   *     modified.
   * @param labels the classes {@code (batch)}. Not modified.
   * @param classes outputs a sample
   * @param from the first sample
   * @param to the end (exclusive) of the samples
   * @param targets {@code (batch, classes)}, the rows of these samples. Overwritten.
   */
  void write(float[] images, int[] labels, int classes, int from, int to, float[] targets);
}
