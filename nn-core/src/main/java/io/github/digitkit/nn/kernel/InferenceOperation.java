package io.github.digitkit.nn.kernel;

/**
 * One step of an inference plan with its weights already packed. Immutable; safe for use by many
 * threads, each with its own workspace.
 */
@FunctionalInterface
public interface InferenceOperation {
  /**
   * @param x input pictures. Not modified.
   * @param y output pictures; those of the range are overwritten.
   * @param from the first picture
   * @param to the end (exclusive) of the pictures
   * @param workspace scratch memory of this call chain
   */
  void apply(float[] x, float[] y, int from, int to, Workspace workspace);
}
