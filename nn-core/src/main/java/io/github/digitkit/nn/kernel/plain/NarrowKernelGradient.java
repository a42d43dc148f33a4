package io.github.digitkit.nn.kernel.plain;

import io.github.digitkit.nn.kernel.Conv2DGeometry;
import io.github.digitkit.nn.kernel.Workspace;
import java.util.Arrays;

/**
 * The gradient of a kernel that has fewer rows than filters, as that of a picture's first
 * convolution. Rows along the filters alone would be too short for vector code: here they run along
 * a whole line of output pixels with all their filters, times the input's elements, each written
 * once for every filter.
 */
final class NarrowKernelGradient {
  private static final int WIDE = 0;
  private static final int SHIFTED = 1;
  private static final int GRADIENTS = 2;
  private static final int SUMS = 3;

  /** Lines that one loop takes. */
  private static final int LINES = 3;

  private final Conv2DGeometry g;
  private final int filters;
  private final int length;

  /** Lines of gradients, those of zeros that fill up the last loop included. */
  private final int lines;

  /** Rows of the input that those lines meet, its border of zeros included. */
  private final int rows;

  /** The same for columns. */
  private final int columns;

  NarrowKernelGradient(Conv2DGeometry g) {
    this.g = g;
    this.filters = g.outputChannels();
    this.length = g.outputWidth() * filters;
    this.lines = (g.outputHeight() + LINES - 1) / LINES * LINES;
    this.rows = (lines - 1) * g.strideHeight() + g.kernelHeight();
    this.columns = (g.outputWidth() - 1) * g.strideWidth() + g.kernelWidth();
  }

  /** Whether the kernel is of this kind. */
  static boolean fits(Conv2DGeometry g) {
    return g.kernelRows() < g.outputChannels();
  }

  /** Adds to {@code dKernel} in its rows {@code [fromRow, toRow)}. */
  void add(
      float[] x,
      float[] dy,
      float[] dKernel,
      int images,
      int fromRow,
      int toRow,
      Workspace workspace) {
    float[][] sums = workspace.rows(SUMS, g.kernelRows(), length);
    float[][] gradients = workspace.rows(GRADIENTS, lines, length);
    for (int k = fromRow; k < toRow; k++) {
      Arrays.fill(sums[k], 0, length, 0);
    }
    for (int line = g.outputHeight(); line < lines; line++) {
      Arrays.fill(gradients[line], 0, length, 0);
    }
    for (int n = 0; n < images; n++) {
      for (int line = 0; line < g.outputHeight(); line++) {
        int source = (n * g.outputHeight() + line) * length;
        System.arraycopy(dy, source, gradients[line], 0, length);
      }
      for (int channel = 0; channel < g.inputChannels(); channel++) {
        addChannel(
            widened(x, n, channel, workspace), channel, fromRow, toRow, gradients, sums, workspace);
      }
    }
    for (int k = fromRow; k < toRow; k++) {
      addPixels(sums[k], dKernel, k * filters);
    }
  }

  /** One channel of a picture with its border of zeros, each element once for every filter. */
  private float[][] widened(float[] x, int picture, int channel, Workspace workspace) {
    float[][] wide = workspace.rows(WIDE, rows, columns * filters);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        float value = element(x, picture, row - g.padTop(), column - g.padLeft(), channel);
        Arrays.fill(wide[row], column * filters, (column + 1) * filters, value);
      }
    }
    return wide;
  }

  private float element(float[] x, int picture, int row, int column, int channel) {
    if (row < 0 || row >= g.inputHeight() || column < 0 || column >= g.inputWidth()) {
      return 0;
    }
    int pixel = (picture * g.inputHeight() + row) * g.inputWidth() + column;
    return x[pixel * g.inputChannels() + channel];
  }

  private void addChannel(
      float[][] wide,
      int channel,
      int fromRow,
      int toRow,
      float[][] gradients,
      float[][] sums,
      Workspace workspace) {
    float[][] shifted = workspace.rows(SHIFTED, rows, length);
    for (int j = 0; j < g.kernelWidth(); j++) {
      for (int row = 0; row < rows; row++) {
        shift(wide[row], j, shifted[row]);
      }
      for (int i = 0; i < g.kernelHeight(); i++) {
        int k = (i * g.kernelWidth() + j) * g.inputChannels() + channel;
        if (k >= fromRow && k < toRow) {
          addLines(sums[k], shifted, i, gradients);
        }
      }
    }
  }

  /** What lies under column j of the window for each output pixel of a line. */
  private void shift(float[] wide, int j, float[] shifted) {
    if (g.strideWidth() == 1) {
      System.arraycopy(wide, j * filters, shifted, 0, length);
      return;
    }
    for (int pixel = 0; pixel < g.outputWidth(); pixel++) {
      int source = (pixel * g.strideWidth() + j) * filters;
      System.arraycopy(wide, source, shifted, pixel * filters, filters);
    }
  }

  private void addLines(float[] sum, float[][] shifted, int i, float[][] gradients) {
    int step = g.strideHeight();
    for (int line = 0; line < lines; line += LINES) {
      int row = line * step + i;
      addProducts(
          sum,
          shifted[row],
          shifted[row + step],
          shifted[row + 2 * step],
          gradients[line],
          gradients[line + 1],
          gradients[line + 2],
          length);
    }
  }

  private static void addProducts(
      float[] sum,
      float[] x0,
      float[] x1,
      float[] x2,
      float[] d0,
      float[] d1,
      float[] d2,
      int length) {
    for (int j = 0; j < length; j++) {
      sum[j] = sum[j] + x0[j] * d0[j] + x1[j] * d1[j] + x2[j] * d2[j];
    }
  }

  private void addPixels(float[] sum, float[] dKernel, int target) {
    for (int pixel = 0; pixel < g.outputWidth(); pixel++) {
      for (int filter = 0; filter < filters; filter++) {
        dKernel[target + filter] += sum[pixel * filters + filter];
      }
    }
  }
}
