package io.github.digitkit.nn.kernel.vector;

import static io.github.digitkit.nn.kernel.vector.Lanes.SPECIES;

import io.github.digitkit.nn.kernel.Pool2DGeometry;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Max pooling over pictures whose channels are whole vectors. */
final class VectorPooling {
  private VectorPooling() {}

  static void maximum(Pool2DGeometry g, float[] x, float[] y, int from, int to) {
    for (int n = from; n < to; n++) {
      for (int row = 0; row < g.outputHeight(); row++) {
        for (int column = 0; column < g.outputWidth(); column++) {
          maximum(g, x, n, row, column, y);
        }
      }
    }
  }

  private static void maximum(Pool2DGeometry g, float[] x, int n, int row, int column, float[] y) {
    int target = outputIndex(g, n, row, column);
    int endRow = g.endRow(row);
    int firstColumn = g.firstColumn(column);
    int endColumn = g.endColumn(column);
    int first = inputIndex(g, n, g.firstRow(row), firstColumn);
    for (int c = 0; c < g.channels(); c += Lanes.COUNT) {
      FloatVector maximum = FloatVector.fromArray(SPECIES, x, first + c);
      for (int i = g.firstRow(row); i < endRow; i++) {
        int start = inputIndex(g, n, i, firstColumn) + c;
        for (int j = firstColumn; j < endColumn; j++) {
          maximum = maximum.max(FloatVector.fromArray(SPECIES, x, start));
          start += g.channels();
        }
      }
      maximum.intoArray(y, target + c);
    }
  }

  static void maximumBackward(
      Pool2DGeometry g, float[] x, float[] y, float[] dy, float[] dx, int from, int to) {
    Arrays.fill(dx, from * g.inputSize(), to * g.inputSize(), 0);
    for (int n = from; n < to; n++) {
      for (int row = 0; row < g.outputHeight(); row++) {
        for (int column = 0; column < g.outputWidth(); column++) {
          maximumBackward(g, x, y, dy, n, row, column, dx);
        }
      }
    }
  }

  /** The gradient goes to the first maximum: whatever a pixel takes is gone for the later ones. */
  private static void maximumBackward(
      Pool2DGeometry g, float[] x, float[] y, float[] dy, int n, int row, int column, float[] dx) {
    int source = outputIndex(g, n, row, column);
    int endRow = g.endRow(row);
    int firstColumn = g.firstColumn(column);
    int endColumn = g.endColumn(column);
    for (int c = 0; c < g.channels(); c += Lanes.COUNT) {
      FloatVector maximum = FloatVector.fromArray(SPECIES, y, source + c);
      FloatVector left = FloatVector.fromArray(SPECIES, dy, source + c);
      for (int i = g.firstRow(row); i < endRow; i++) {
        int start = inputIndex(g, n, i, firstColumn) + c;
        for (int j = firstColumn; j < endColumn; j++) {
          FloatVector rest =
              left.blend(
                  0, FloatVector.fromArray(SPECIES, x, start).compare(VectorOperators.EQ, maximum));
          FloatVector.fromArray(SPECIES, dx, start).add(left.sub(rest)).intoArray(dx, start);
          left = rest;
          start += g.channels();
        }
      }
    }
  }

  private static int inputIndex(Pool2DGeometry g, int n, int row, int column) {
    return ((n * g.inputHeight() + row) * g.inputWidth() + column) * g.channels();
  }

  private static int outputIndex(Pool2DGeometry g, int n, int row, int column) {
    return ((n * g.outputHeight() + row) * g.outputWidth() + column) * g.channels();
  }
}
