package io.github.digitkit.nn.layer;

import java.util.SplittableRandom;

/** The first values of a parameter. */
@FunctionalInterface
public interface Initializer {
  /** All zeros. */
  Initializer ZEROS = (values, random) -> java.util.Arrays.fill(values, 0f);

  /** All ones. */
  Initializer ONES = (values, random) -> java.util.Arrays.fill(values, 1f);

  /**
   * @param values the parameter's elements. Overwritten.
   * @param random the source of random numbers
   */
  void initialize(float[] values, SplittableRandom random);

  /**
   * Uniform in {@code ±sqrt(6 / (fanIn + fanOut))}, after Glorot and Bengio, "Understanding the
   * difficulty of training deep feedforward neural networks", 2010; Keras's default.
   *
   * @param fanIn inputs that one output sums over
   * @param fanOut outputs that one input feeds
   * @return the initializer
   */
  static Initializer glorotUniform(int fanIn, int fanOut) {
    double limit = Math.sqrt(6.0 / ((double) fanIn + fanOut));
    return (values, random) -> {
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) ((2 * random.nextDouble() - 1) * limit);
      }
    };
  }
}
