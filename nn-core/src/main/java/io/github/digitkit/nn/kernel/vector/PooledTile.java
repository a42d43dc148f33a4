package io.github.digitkit.nn.kernel.vector;

import static io.github.digitkit.nn.kernel.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * A 3x3 window over one input channel, and the 2x2 max pooling of its output, for one vector of
 * filters and one row of the pooled picture.
 *
 * <p>The nine weights stay in registers. The sums of the four pixels under one pooling window read
 * the same 4x4 patch, so 36 products need 16 loads, and nothing but the maximum is stored. The sums
 * are taken in the order of {@link GatherTile}, to the same bits. Both methods write the products
 * out, for the reason that the package's description gives.
 */
final class PooledTile {
  private PooledTile() {}

  /**
   * @param x input pictures of one channel. Not modified.
   * @param upper the patch's first element under the row's first pooling window
   * @param width of an input picture
   * @param kernel {@code (9, filters)}. Not modified.
   * @param bias {@code (filters)}. Not modified.
   * @param filter the first of the vector's filters
   * @param y pooled pictures. Overwritten.
   * @param target the place of the row's first pixel and filter in y
   * @param columns pixels of the row
   */
  static void maximum(
      float[] x,
      int upper,
      int width,
      float[] kernel,
      float[] bias,
      int filters,
      int filter,
      float[] y,
      int target,
      int columns) {
    FloatVector w00 = FloatVector.fromArray(SPECIES, kernel, filter);
    FloatVector w01 = FloatVector.fromArray(SPECIES, kernel, filter + 1 * filters);
    FloatVector w02 = FloatVector.fromArray(SPECIES, kernel, filter + 2 * filters);
    FloatVector w10 = FloatVector.fromArray(SPECIES, kernel, filter + 3 * filters);
    FloatVector w11 = FloatVector.fromArray(SPECIES, kernel, filter + 4 * filters);
    FloatVector w12 = FloatVector.fromArray(SPECIES, kernel, filter + 5 * filters);
    FloatVector w20 = FloatVector.fromArray(SPECIES, kernel, filter + 6 * filters);
    FloatVector w21 = FloatVector.fromArray(SPECIES, kernel, filter + 7 * filters);
    FloatVector w22 = FloatVector.fromArray(SPECIES, kernel, filter + 8 * filters);
    FloatVector initial = FloatVector.fromArray(SPECIES, bias, filter);
    for (int column = 0; column < columns; column++) {
      int r0 = upper + 2 * column;
      int r1 = r0 + width;
      int r2 = r1 + width;
      int r3 = r2 + width;
      FloatVector x00 = FloatVector.broadcast(SPECIES, x[r0]);
      FloatVector x01 = FloatVector.broadcast(SPECIES, x[r0 + 1]);
      FloatVector x02 = FloatVector.broadcast(SPECIES, x[r0 + 2]);
      FloatVector x03 = FloatVector.broadcast(SPECIES, x[r0 + 3]);
      FloatVector x10 = FloatVector.broadcast(SPECIES, x[r1]);
      FloatVector x11 = FloatVector.broadcast(SPECIES, x[r1 + 1]);
      FloatVector x12 = FloatVector.broadcast(SPECIES, x[r1 + 2]);
      FloatVector x13 = FloatVector.broadcast(SPECIES, x[r1 + 3]);
      FloatVector x20 = FloatVector.broadcast(SPECIES, x[r2]);
      FloatVector x21 = FloatVector.broadcast(SPECIES, x[r2 + 1]);
      FloatVector x22 = FloatVector.broadcast(SPECIES, x[r2 + 2]);
      FloatVector x23 = FloatVector.broadcast(SPECIES, x[r2 + 3]);
      FloatVector x30 = FloatVector.broadcast(SPECIES, x[r3]);
      FloatVector x31 = FloatVector.broadcast(SPECIES, x[r3 + 1]);
      FloatVector x32 = FloatVector.broadcast(SPECIES, x[r3 + 2]);
      FloatVector x33 = FloatVector.broadcast(SPECIES, x[r3 + 3]);
      FloatVector a = x00.fma(w00, initial);
      a = x01.fma(w01, a);
      a = x02.fma(w02, a);
      a = x10.fma(w10, a);
      a = x11.fma(w11, a);
      a = x12.fma(w12, a);
      a = x20.fma(w20, a);
      a = x21.fma(w21, a);
      a = x22.fma(w22, a);
      FloatVector b = x01.fma(w00, initial);
      b = x02.fma(w01, b);
      b = x03.fma(w02, b);
      b = x11.fma(w10, b);
      b = x12.fma(w11, b);
      b = x13.fma(w12, b);
      b = x21.fma(w20, b);
      b = x22.fma(w21, b);
      b = x23.fma(w22, b);
      FloatVector d = x10.fma(w00, initial);
      d = x11.fma(w01, d);
      d = x12.fma(w02, d);
      d = x20.fma(w10, d);
      d = x21.fma(w11, d);
      d = x22.fma(w12, d);
      d = x30.fma(w20, d);
      d = x31.fma(w21, d);
      d = x32.fma(w22, d);
      FloatVector e = x11.fma(w00, initial);
      e = x12.fma(w01, e);
      e = x13.fma(w02, e);
      e = x21.fma(w10, e);
      e = x22.fma(w11, e);
      e = x23.fma(w12, e);
      e = x31.fma(w20, e);
      e = x32.fma(w21, e);
      e = x33.fma(w22, e);
      a.max(b).max(d.max(e)).intoArray(y, target + column * filters);
    }
  }

  /**
   * The pooling's gradient goes to the first maximum: what a pixel takes is gone for later ones.
   *
   * @param y pooled pictures, whose maxima are looked for. Not modified.
   * @param dy gradient of y. Not modified.
   * @param source the place of the row's first pixel and filter in y and dy
   * @param gradient gradient of the convolution's output. Overwritten.
   * @param target the place of the row's first upper pixel and filter in it
   * @param gradientRow from a pixel of the convolution's output to the one below
   */
  static void maximumBackward(
      float[] x,
      int upper,
      int width,
      float[] kernel,
      float[] bias,
      int filters,
      int filter,
      float[] y,
      float[] dy,
      int source,
      float[] gradient,
      int target,
      int gradientRow,
      int columns) {
    FloatVector w00 = FloatVector.fromArray(SPECIES, kernel, filter);
    FloatVector w01 = FloatVector.fromArray(SPECIES, kernel, filter + 1 * filters);
    FloatVector w02 = FloatVector.fromArray(SPECIES, kernel, filter + 2 * filters);
    FloatVector w10 = FloatVector.fromArray(SPECIES, kernel, filter + 3 * filters);
    FloatVector w11 = FloatVector.fromArray(SPECIES, kernel, filter + 4 * filters);
    FloatVector w12 = FloatVector.fromArray(SPECIES, kernel, filter + 5 * filters);
    FloatVector w20 = FloatVector.fromArray(SPECIES, kernel, filter + 6 * filters);
    FloatVector w21 = FloatVector.fromArray(SPECIES, kernel, filter + 7 * filters);
    FloatVector w22 = FloatVector.fromArray(SPECIES, kernel, filter + 8 * filters);
    FloatVector initial = FloatVector.fromArray(SPECIES, bias, filter);
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int column = 0; column < columns; column++) {
      int r0 = upper + 2 * column;
      int r1 = r0 + width;
      int r2 = r1 + width;
      int r3 = r2 + width;
      FloatVector x00 = FloatVector.broadcast(SPECIES, x[r0]);
      FloatVector x01 = FloatVector.broadcast(SPECIES, x[r0 + 1]);
      FloatVector x02 = FloatVector.broadcast(SPECIES, x[r0 + 2]);
      FloatVector x03 = FloatVector.broadcast(SPECIES, x[r0 + 3]);
      FloatVector x10 = FloatVector.broadcast(SPECIES, x[r1]);
      FloatVector x11 = FloatVector.broadcast(SPECIES, x[r1 + 1]);
      FloatVector x12 = FloatVector.broadcast(SPECIES, x[r1 + 2]);
      FloatVector x13 = FloatVector.broadcast(SPECIES, x[r1 + 3]);
      FloatVector x20 = FloatVector.broadcast(SPECIES, x[r2]);
      FloatVector x21 = FloatVector.broadcast(SPECIES, x[r2 + 1]);
      FloatVector x22 = FloatVector.broadcast(SPECIES, x[r2 + 2]);
      FloatVector x23 = FloatVector.broadcast(SPECIES, x[r2 + 3]);
      FloatVector x30 = FloatVector.broadcast(SPECIES, x[r3]);
      FloatVector x31 = FloatVector.broadcast(SPECIES, x[r3 + 1]);
      FloatVector x32 = FloatVector.broadcast(SPECIES, x[r3 + 2]);
      FloatVector x33 = FloatVector.broadcast(SPECIES, x[r3 + 3]);
      FloatVector a = x00.fma(w00, initial);
      a = x01.fma(w01, a);
      a = x02.fma(w02, a);
      a = x10.fma(w10, a);
      a = x11.fma(w11, a);
      a = x12.fma(w12, a);
      a = x20.fma(w20, a);
      a = x21.fma(w21, a);
      a = x22.fma(w22, a);
      FloatVector b = x01.fma(w00, initial);
      b = x02.fma(w01, b);
      b = x03.fma(w02, b);
      b = x11.fma(w10, b);
      b = x12.fma(w11, b);
      b = x13.fma(w12, b);
      b = x21.fma(w20, b);
      b = x22.fma(w21, b);
      b = x23.fma(w22, b);
      FloatVector d = x10.fma(w00, initial);
      d = x11.fma(w01, d);
      d = x12.fma(w02, d);
      d = x20.fma(w10, d);
      d = x21.fma(w11, d);
      d = x22.fma(w12, d);
      d = x30.fma(w20, d);
      d = x31.fma(w21, d);
      d = x32.fma(w22, d);
      FloatVector e = x11.fma(w00, initial);
      e = x12.fma(w01, e);
      e = x13.fma(w02, e);
      e = x21.fma(w10, e);
      e = x22.fma(w11, e);
      e = x23.fma(w12, e);
      e = x31.fma(w20, e);
      e = x32.fma(w21, e);
      e = x33.fma(w22, e);
      FloatVector maximum = FloatVector.fromArray(SPECIES, y, source + column * filters);
      FloatVector left = FloatVector.fromArray(SPECIES, dy, source + column * filters);
      int pixel = target + 2 * column * filters;
      VectorMask<Float> isA = a.compare(VectorOperators.EQ, maximum);
      zero.blend(left, isA).intoArray(gradient, pixel);
      left = left.blend(zero, isA);
      VectorMask<Float> isB = b.compare(VectorOperators.EQ, maximum);
      zero.blend(left, isB).intoArray(gradient, pixel + filters);
      left = left.blend(zero, isB);
      VectorMask<Float> isD = d.compare(VectorOperators.EQ, maximum);
      zero.blend(left, isD).intoArray(gradient, pixel + gradientRow);
      left = left.blend(zero, isD);
      VectorMask<Float> isE = e.compare(VectorOperators.EQ, maximum);
      zero.blend(left, isE).intoArray(gradient, pixel + gradientRow + filters);
    }
  }
}
