package io.github.digitkit.train.step;

/** Where a step's pictures come from. Every worker asks for the pictures of its own samples. */
@FunctionalInterface
public interface BatchSource {

  /**
   * Writes samples {@code [from, to)} of the step's batch; the same bits whoever asks.
   *
   * @param worker the number of the thread that calls, for scratch memory of its own
   * @param from the first sample
   * @param to the end (exclusive) of the samples
   * @param images {@code (batch, height, width, 1)}, values 0 to 1; these samples. Overwritten.
   * @param labels {@code (batch)}, these samples. Overwritten.
   */
  void fill(int worker, int from, int to, float[] images, int[] labels);
}
