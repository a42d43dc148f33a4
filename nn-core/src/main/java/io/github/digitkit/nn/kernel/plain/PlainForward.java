package io.github.digitkit.nn.kernel.plain;

import io.github.digitkit.nn.kernel.Conv2DGeometry;
import io.github.digitkit.nn.kernel.PointwiseActivation;
import io.github.digitkit.nn.kernel.Workspace;
import java.util.Arrays;

/**
 * The forward pass. With many pixels the rows run over pixels, one row a kernel row and one sum a
 * filter; with few pixels they run over filters, one sum a pixel.
 */
final class PlainForward {
  private static final int PLANES = 0;
  private static final int WINDOWS = 1;
  private static final int KERNEL = 2;
  private static final int ROWS = 0;
  private static final int SUMS = 1;

  /** Pictures go together until rows are so long. */
  private static final int LONG_ROW = 192;

  /** Rows over pixels shorter than this lose to rows over filters. */
  private static final int SHORT_ROW = 32;

  private final Conv2DGeometry g;
  private final Planes planes;
  private final Windows windows;
  private final int[] kernelRows;
  private final int[] runStarts;

  PlainForward(Conv2DGeometry g) {
    this.g = g;
    this.planes = new Planes(g);
    this.windows = new Windows(g);
    this.kernelRows = windows.usedKernelRows();
    this.runStarts = Arrays.stream(kernelRows).map(planes::runStart).toArray();
  }

  void run(
      float[] x,
      float[] kernel,
      float[] bias,
      PointwiseActivation activation,
      float[] y,
      int from,
      int to,
      Workspace workspace) {
    int group = group();
    for (int start = from; start < to; start += group) {
      int end = Math.min(to, start + group);
      if (isLong(end - start)) {
        float[][] sums = overPixels(x, kernel, bias, start, end, workspace);
        for (int n = start; n < end; n++) {
          transpose(sums, (n - start) * planes.runLength(), y, n * g.outputSize());
        }
      } else {
        overFilters(x, kernel, bias, y, start, end, workspace);
      }
    }
    if (activation == PointwiseActivation.RELU) {
      relu(y, from * g.outputSize(), to * g.outputSize());
    }
  }

  /** Returns how many pictures go together. */
  int group() {
    return Math.max(1, LONG_ROW / planes.runLength());
  }

  /** Whether rows over the pixels of so many pictures are long enough. */
  boolean isLong(int pictures) {
    return planes.runLength() * pictures >= SHORT_ROW;
  }

  static void relu(float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Math.max(y[i], 0);
    }
  }

  /**
   * The sums before the activation of a few pictures.
   *
   * @return one row a filter: pictures one after the other, each {@link Planes#runLength} long
   */
  float[][] overPixels(
      float[] x, float[] kernel, float[] bias, int from, int to, Workspace workspace) {
    int run = planes.runLength();
    int length = (to - from) * run;
    float[] taken = workspace.floats(PLANES, (to - from) * planes.pictureSize());
    for (int n = from; n < to; n++) {
      planes.fill(x, n, taken, (n - from) * planes.pictureSize());
    }
    int count = kernelRows.length;
    float[][] rows = workspace.rows(ROWS, RowSums.paddedRows(count), length);
    for (int k = 0; k < count; k++) {
      for (int n = 0; n < to - from; n++) {
        int source = n * planes.pictureSize() + runStarts[k];
        System.arraycopy(taken, source, rows[k], n * run, run);
      }
    }
    RowSums.clearPadding(rows, count, length);
    float[][] sums = workspace.rows(SUMS, RowSums.paddedSums(g.outputChannels()), length);
    for (int filter = 0; filter < g.outputChannels(); filter++) {
      Arrays.fill(sums[filter], 0, length, bias[filter]);
    }
    float[] factors = usedKernel(kernel, workspace);
    int filters = g.outputChannels();
    RowSums.add(sums, filters, rows, count, factors, 0, 1, filters, length);
    return sums;
  }

  /** The kernel without the rows that nothing meets. */
  private float[] usedKernel(float[] kernel, Workspace workspace) {
    if (kernelRows.length == g.kernelRows()) {
      return kernel;
    }
    int filters = g.outputChannels();
    float[] used = workspace.floats(KERNEL, kernelRows.length * filters);
    for (int k = 0; k < kernelRows.length; k++) {
      System.arraycopy(kernel, kernelRows[k] * filters, used, k * filters, filters);
    }
    return used;
  }

  /** Sums by filter become pixels of channels. */
  private void transpose(float[][] sums, int start, float[] y, int target) {
    int filters = g.outputChannels();
    for (int filter = 0; filter < filters; filter++) {
      float[] sum = sums[filter];
      int to = target + filter;
      for (int row = 0; row < g.outputHeight(); row++) {
        int from = start + planes.place(row * g.outputWidth());
        for (int column = 0; column < g.outputWidth(); column++) {
          y[to] = sum[from + column];
          to += filters;
        }
      }
    }
  }

  private void overFilters(
      float[] x, float[] kernel, float[] bias, float[] y, int from, int to, Workspace workspace) {
    int filters = g.outputChannels();
    int count = kernelRows.length;
    float[][] rows = workspace.rows(ROWS, RowSums.paddedRows(count), filters);
    for (int k = 0; k < count; k++) {
      System.arraycopy(kernel, kernelRows[k] * filters, rows[k], 0, filters);
    }
    RowSums.clearPadding(rows, count, filters);
    int pixels = (to - from) * g.outputPixels();
    float[][] sums = workspace.rows(SUMS, RowSums.paddedSums(pixels), filters);
    float[] gathered = gatherUsed(x, from * g.outputPixels(), pixels, workspace);
    for (int pixel = 0; pixel < pixels; pixel++) {
      System.arraycopy(bias, 0, sums[pixel], 0, filters);
    }
    RowSums.add(sums, pixels, rows, count, gathered, 0, count, 1, filters);
    for (int pixel = 0; pixel < pixels; pixel++) {
      System.arraycopy(sums[pixel], 0, y, from * g.outputSize() + pixel * filters, filters);
    }
  }

  private float[] gatherUsed(float[] x, int firstPixel, int pixels, Workspace workspace) {
    int count = kernelRows.length;
    float[] gathered = workspace.floats(PLANES, pixels * count);
    float[] window = workspace.floats(WINDOWS, g.kernelRows());
    for (int pixel = 0; pixel < pixels; pixel++) {
      windows.gather(x, firstPixel + pixel, 0, g.kernelRows(), window);
      for (int k = 0; k < count; k++) {
        gathered[pixel * count + k] = window[kernelRows[k]];
      }
    }
    return gathered;
  }
}
