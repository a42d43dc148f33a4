package io.github.digitkit.nn;

/** Gives each picture a probability for each class. Implementations are safe for many threads. */
public interface Classifier {
  /** Returns the number of floats of one input sample. */
  int inputSize();

  /** Returns the number of classes. */
  int classes();

  /**
   * @param samples {@code count} samples of {@link #inputSize} floats, one after the other. Not
   *     modified.
   * @param count the number of samples
   * @param probabilities {@code (count, classes)}, each row with sum 1. Overwritten.
   * @throws IllegalArgumentException if an array is too short; names expected and got
   */
  void predict(float[] samples, int count, float[] probabilities);
}
