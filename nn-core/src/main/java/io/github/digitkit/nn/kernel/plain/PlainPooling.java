package io.github.digitkit.nn.kernel.plain;

import io.github.digitkit.nn.kernel.Pool2DGeometry;
import java.util.Arrays;

/** Pooling window by window; the inner loops run over channels. */
final class PlainPooling {
  private final Pool2DGeometry g;

  PlainPooling(Pool2DGeometry g) {
    this.g = g;
  }

  void maximum(float[] x, float[] y, int from, int to) {
    int channels = g.channels();
    for (int n = from; n < to; n++) {
      for (int row = 0; row < g.outputHeight(); row++) {
        for (int column = 0; column < g.outputWidth(); column++) {
          int target = outputIndex(n, row, column);
          int first = inputIndex(n, g.firstRow(row), g.firstColumn(column));
          System.arraycopy(x, first, y, target, channels);
          for (int i = g.firstRow(row); i < g.endRow(row); i++) {
            for (int j = g.firstColumn(column); j < g.endColumn(column); j++) {
              maximum(x, inputIndex(n, i, j), y, target, channels);
            }
          }
        }
      }
    }
  }

  private static void maximum(float[] x, int source, float[] y, int target, int channels) {
    for (int c = 0; c < channels; c++) {
      y[target + c] = Math.max(y[target + c], x[source + c]);
    }
  }

  void maximumBackward(float[] x, float[] y, float[] dy, float[] dx, int from, int to) {
    Arrays.fill(dx, from * g.inputSize(), to * g.inputSize(), 0);
    for (int n = from; n < to; n++) {
      for (int row = 0; row < g.outputHeight(); row++) {
        for (int column = 0; column < g.outputWidth(); column++) {
          int output = outputIndex(n, row, column);
          for (int c = 0; c < g.channels(); c++) {
            dx[firstMaximum(x, y[output + c], n, row, column, c)] += dy[output + c];
          }
        }
      }
    }
  }

  private int firstMaximum(float[] x, float maximum, int n, int row, int column, int channel) {
    for (int i = g.firstRow(row); i < g.endRow(row); i++) {
      for (int j = g.firstColumn(column); j < g.endColumn(column); j++) {
        int index = inputIndex(n, i, j) + channel;
        if (x[index] == maximum) {
          return index;
        }
      }
    }
    // Only NaN equals nothing; its gradient is lost wherever it goes.
    return inputIndex(n, g.firstRow(row), g.firstColumn(column)) + channel;
  }

  void average(float[] x, float[] y, int from, int to) {
    Arrays.fill(y, from * g.outputSize(), to * g.outputSize(), 0);
    for (int n = from; n < to; n++) {
      for (int row = 0; row < g.outputHeight(); row++) {
        for (int column = 0; column < g.outputWidth(); column++) {
          int target = outputIndex(n, row, column);
          float share = share(row, column);
          for (int i = g.firstRow(row); i < g.endRow(row); i++) {
            for (int j = g.firstColumn(column); j < g.endColumn(column); j++) {
              addScaled(x, inputIndex(n, i, j), share, y, target);
            }
          }
        }
      }
    }
  }

  void averageBackward(float[] dy, float[] dx, int from, int to) {
    Arrays.fill(dx, from * g.inputSize(), to * g.inputSize(), 0);
    for (int n = from; n < to; n++) {
      for (int row = 0; row < g.outputHeight(); row++) {
        for (int column = 0; column < g.outputWidth(); column++) {
          int source = outputIndex(n, row, column);
          float share = share(row, column);
          for (int i = g.firstRow(row); i < g.endRow(row); i++) {
            for (int j = g.firstColumn(column); j < g.endColumn(column); j++) {
              addScaled(dy, source, share, dx, inputIndex(n, i, j));
            }
          }
        }
      }
    }
  }

  private void addScaled(float[] x, int source, float factor, float[] y, int target) {
    for (int c = 0; c < g.channels(); c++) {
      y[target + c] += x[source + c] * factor;
    }
  }

  private float share(int row, int column) {
    int rows = g.endRow(row) - g.firstRow(row);
    int columns = g.endColumn(column) - g.firstColumn(column);
    return 1f / (rows * columns);
  }

  private int inputIndex(int n, int row, int column) {
    return ((n * g.inputHeight() + row) * g.inputWidth() + column) * g.channels();
  }

  private int outputIndex(int n, int row, int column) {
    return ((n * g.outputHeight() + row) * g.outputWidth() + column) * g.channels();
  }
}
