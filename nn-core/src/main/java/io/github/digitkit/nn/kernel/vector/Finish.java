package io.github.digitkit.nn.kernel.vector;

import static io.github.digitkit.nn.kernel.vector.Lanes.SPECIES;

import io.github.digitkit.nn.kernel.PointwiseActivation;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** What is done to a pixel's channels after the sum, while they are in the cache. */
interface Finish {
  /**
   * @param values the channels from {@code start} on. Overwritten.
   * @param start the first
   * @param count a multiple of the vector's length
   */
  void apply(float[] values, int start, int count);

  /** Leaves the sum as it is. */
  Finish NOTHING = (values, start, count) -> {};

  /** {@code max(x, 0)}; keeps NaN. */
  Finish RELU =
      (values, start, count) -> {
        for (int i = start; i < start + count; i += Lanes.COUNT) {
          FloatVector x = FloatVector.fromArray(SPECIES, values, i);
          x.blend(0, x.compare(VectorOperators.LT, 0)).intoArray(values, i);
        }
      };

  static Finish of(PointwiseActivation activation) {
    return activation == PointwiseActivation.RELU ? RELU : NOTHING;
  }

  /**
   * The activation, then scale and shift.
   *
   * @param scale one factor a channel, whole vectors
   * @param shift one summand a channel, whole vectors
   */
  static Finish of(PointwiseActivation activation, float[] scale, float[] shift) {
    Finish first = of(activation);
    return (values, start, count) -> {
      first.apply(values, start, count);
      for (int i = 0; i < count; i += Lanes.COUNT) {
        FloatVector.fromArray(SPECIES, values, start + i)
            .fma(FloatVector.fromArray(SPECIES, scale, i), FloatVector.fromArray(SPECIES, shift, i))
            .intoArray(values, start + i);
      }
    };
  }
}
