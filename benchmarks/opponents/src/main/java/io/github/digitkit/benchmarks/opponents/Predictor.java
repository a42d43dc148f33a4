package io.github.digitkit.benchmarks.opponents;

/** Something that predicts with the report's network. */
interface Predictor extends AutoCloseable {
  /** Returns its name in the table. */
  String name();

  /**
   * @param pictures {@code (batch, 28, 28)}. Not modified.
   * @param count how many of them
   * @param shares {@code (batch, 10)}. Overwritten.
   */
  void predict(float[] pictures, int count, float[] shares) throws Exception;

  @Override
  default void close() {}
}
