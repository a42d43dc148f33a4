package io.github.digitkit.nn.kernel.vector;

import static io.github.digitkit.nn.kernel.vector.Lanes.SPECIES;

import io.github.digitkit.nn.kernel.Pool2DGeometry;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Max pooling of 2x2 windows side by side, over pictures whose channels are whole vectors.
 *
 * <p>The window's four pixels are written out: a loop over them that carries a vector is boxed by
 * JDK 17's C2.
 */
final class VectorPooling {
  private static final int SIDE = 2;

  private VectorPooling() {}

  /** Whether windows are 2x2, do not overlap and lie inside, and channels are whole vectors. */
  static boolean fits(Pool2DGeometry g) {
    return g.poolHeight() == SIDE
        && g.poolWidth() == SIDE
        && g.strideHeight() == SIDE
        && g.strideWidth() == SIDE
        && g.outputHeight() * SIDE <= g.inputHeight()
        && g.outputWidth() * SIDE <= g.inputWidth()
        && g.channels() % Lanes.COUNT == 0;
  }

  static void maximum(Pool2DGeometry g, float[] x, float[] y, int from, int to) {
    for (int n = from; n < to; n++) {
      for (int row = 0; row < g.outputHeight(); row++) {
        int upper = n * g.inputSize() + SIDE * row * g.inputWidth() * g.channels();
        int target = n * g.outputSize() + row * g.outputWidth() * g.channels();
        for (int column = 0; column < g.outputWidth(); column++) {
          maximum(g, x, upper + SIDE * column * g.channels(), y, target + column * g.channels());
        }
      }
    }
  }

  private static void maximum(Pool2DGeometry g, float[] x, int upper, float[] y, int target) {
    int channels = g.channels();
    int lower = upper + g.inputWidth() * channels;
    for (int c = 0; c < channels; c += Lanes.COUNT) {
      FloatVector a = FloatVector.fromArray(SPECIES, x, upper + c);
      FloatVector b = FloatVector.fromArray(SPECIES, x, upper + channels + c);
      FloatVector d = FloatVector.fromArray(SPECIES, x, lower + c);
      FloatVector e = FloatVector.fromArray(SPECIES, x, lower + channels + c);
      a.max(b).max(d.max(e)).intoArray(y, target + c);
    }
  }

  static void maximumBackward(
      Pool2DGeometry g, float[] x, float[] y, float[] dy, float[] dx, int from, int to) {
    for (int n = from; n < to; n++) {
      zeroUncovered(g, dx, n);
      for (int row = 0; row < g.outputHeight(); row++) {
        int upper = n * g.inputSize() + SIDE * row * g.inputWidth() * g.channels();
        int source = n * g.outputSize() + row * g.outputWidth() * g.channels();
        for (int column = 0; column < g.outputWidth(); column++) {
          int pixels = column * g.channels();
          maximumBackward(g, x, y, dy, source + pixels, dx, upper + SIDE * pixels);
        }
      }
    }
  }

  /** The gradient goes to the first maximum: whatever a pixel takes is gone for the later ones. */
  private static void maximumBackward(
      Pool2DGeometry g, float[] x, float[] y, float[] dy, int source, float[] dx, int upper) {
    int channels = g.channels();
    int lower = upper + g.inputWidth() * channels;
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int c = 0; c < channels; c += Lanes.COUNT) {
      FloatVector maximum = FloatVector.fromArray(SPECIES, y, source + c);
      FloatVector gradient = FloatVector.fromArray(SPECIES, dy, source + c);
      VectorMask<Float> first = equal(x, upper + c, maximum);
      VectorMask<Float> second = equal(x, upper + channels + c, maximum);
      VectorMask<Float> third = equal(x, lower + c, maximum);
      VectorMask<Float> fourth = equal(x, lower + channels + c, maximum);
      zero.blend(gradient, first).intoArray(dx, upper + c);
      FloatVector afterFirst = gradient.blend(zero, first);
      zero.blend(afterFirst, second).intoArray(dx, upper + channels + c);
      FloatVector afterSecond = afterFirst.blend(zero, second);
      zero.blend(afterSecond, third).intoArray(dx, lower + c);
      FloatVector afterThird = afterSecond.blend(zero, third);
      zero.blend(afterThird, fourth).intoArray(dx, lower + channels + c);
    }
  }

  private static VectorMask<Float> equal(float[] x, int start, FloatVector maximum) {
    return FloatVector.fromArray(SPECIES, x, start).compare(VectorOperators.EQ, maximum);
  }

  /** An odd last row or column belongs to no window. */
  static void zeroUncovered(Pool2DGeometry g, float[] dx, int n) {
    int rowSize = g.inputWidth() * g.channels();
    int picture = n * g.inputSize();
    int covered = SIDE * g.outputWidth() * g.channels();
    if (covered < rowSize) {
      for (int row = 0; row < SIDE * g.outputHeight(); row++) {
        int start = picture + row * rowSize;
        Arrays.fill(dx, start + covered, start + rowSize, 0);
      }
    }
    Arrays.fill(dx, picture + SIDE * g.outputHeight() * rowSize, picture + g.inputSize(), 0);
  }
}
