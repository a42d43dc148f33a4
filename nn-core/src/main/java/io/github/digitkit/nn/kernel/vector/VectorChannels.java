package io.github.digitkit.nn.kernel.vector;

import static io.github.digitkit.nn.kernel.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Operations channel by channel over {@code (rows, channels)} matrices of whole vectors. */
final class VectorChannels {
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

  private VectorChannels() {}

  static boolean wholeVectors(int channels) {
    return channels % Lanes.COUNT == 0;
  }

  static void columnSums(
      float[] matrix, int rows, int columns, float[] sums, int fromColumn, int toColumn) {
    for (int k = fromColumn; k < toColumn; k += Lanes.COUNT) {
      FloatVector sum = FloatVector.fromArray(SPECIES, sums, k);
      for (int row = 0; row < rows; row++) {
        sum = sum.add(FloatVector.fromArray(SPECIES, matrix, row * columns + k));
      }
      sum.intoArray(sums, k);
    }
  }

  /** The last vector overlaps the one before: a gradient once set to zero stays so. */
  static void reluBackward(float[] y, float[] dy, int from, int to) {
    for (int i = from; i < to; i += Lanes.COUNT) {
      int start = Math.min(i, to - Lanes.COUNT);
      FloatVector gradient = FloatVector.fromArray(SPECIES, dy, start);
      FloatVector output = FloatVector.fromArray(SPECIES, y, start);
      FloatVector.zero(SPECIES)
          .blend(gradient, output.compare(VectorOperators.GT, 0))
          .intoArray(dy, start);
    }
  }

  static void momentSums(float[] x, int channels, double[] sums, int fromRow, int toRow) {
    int lastRow = toRow - 1;
    for (int k = 0; k < channels; k += DOUBLES.length()) {
      DoubleVector sum = DoubleVector.fromArray(DOUBLES, sums, k);
      DoubleVector squares = DoubleVector.fromArray(DOUBLES, sums, channels + k);
      for (int row = fromRow; row < lastRow; row++) {
        DoubleVector value = doubles(x, row * channels + k);
        sum = sum.add(value);
        squares = value.fma(value, squares);
      }
      sum.intoArray(sums, k);
      squares.intoArray(sums, channels + k);
    }
    for (int k = 0; k < channels; k++) {
      double value = x[lastRow * channels + k];
      sums[k] += value;
      sums[channels + k] = Math.fma(value, value, sums[channels + k]);
    }
  }

  static void gradientSums(
      float[] x, float[] dy, int channels, double[] sums, int fromRow, int toRow) {
    int lastRow = toRow - 1;
    for (int k = 0; k < channels; k += DOUBLES.length()) {
      DoubleVector sum = DoubleVector.fromArray(DOUBLES, sums, k);
      DoubleVector products = DoubleVector.fromArray(DOUBLES, sums, channels + k);
      for (int row = fromRow; row < lastRow; row++) {
        DoubleVector gradient = doubles(dy, row * channels + k);
        sum = sum.add(gradient);
        products = gradient.fma(doubles(x, row * channels + k), products);
      }
      sum.intoArray(sums, k);
      products.intoArray(sums, channels + k);
    }
    for (int k = 0; k < channels; k++) {
      double gradient = dy[lastRow * channels + k];
      sums[k] += gradient;
      sums[channels + k] = Math.fma(gradient, x[lastRow * channels + k], sums[channels + k]);
    }
  }

  /**
   * The first half of a whole vector of floats. A second float species in the process would make
   * every vector operation's receiver ambiguous to C2, which then boxes all tiles: training fell
   * from about 7,000 to 1,600 samples a second. The last row is left to scalars, as the load
   * reaches beyond its end.
   */
  private static DoubleVector doubles(float[] array, int start) {
    return (DoubleVector)
        FloatVector.fromArray(SPECIES, array, start).convertShape(VectorOperators.F2D, DOUBLES, 0);
  }

  static void scaleShift(
      float[] x, int channels, float[] scale, float[] shift, float[] y, int fromRow, int toRow) {
    for (int row = fromRow; row < toRow; row++) {
      int start = row * channels;
      for (int k = 0; k < channels; k += Lanes.COUNT) {
        FloatVector.fromArray(SPECIES, x, start + k)
            .fma(FloatVector.fromArray(SPECIES, scale, k), FloatVector.fromArray(SPECIES, shift, k))
            .intoArray(y, start + k);
      }
    }
  }

  static void scaleAddShift(
      float[] dy,
      float[] x,
      int channels,
      float[] a,
      float[] b,
      float[] c,
      float[] dx,
      int fromRow,
      int toRow) {
    for (int row = fromRow; row < toRow; row++) {
      int start = row * channels;
      for (int k = 0; k < channels; k += Lanes.COUNT) {
        FloatVector rest =
            FloatVector.fromArray(SPECIES, x, start + k)
                .fma(FloatVector.fromArray(SPECIES, b, k), FloatVector.fromArray(SPECIES, c, k));
        FloatVector.fromArray(SPECIES, dy, start + k)
            .fma(FloatVector.fromArray(SPECIES, a, k), rest)
            .intoArray(dx, start + k);
      }
    }
  }
}
