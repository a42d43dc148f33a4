package io.github.digitkit.nn.kernel.plain;

import io.github.digitkit.nn.kernel.Conv2DGeometry;
import io.github.digitkit.nn.kernel.Workspace;
import java.util.Arrays;
import java.util.List;

/** The gradients of input and kernel. Rows run along the kernel's rows, where these are many. */
final class PlainBackward {
  private static final int ROWS = 0;
  private static final int SUMS = 1;

  /** Output pixels that are worked on at once; a multiple of a block's sums and rows. */
  private static final int PIXELS = 48;

  private final Conv2DGeometry g;
  private final Windows windows;
  private final List<Windows.Run> usedRows;
  private final NarrowKernelGradient narrow;

  PlainBackward(Conv2DGeometry g) {
    this.g = g;
    this.windows = new Windows(g);
    this.usedRows = windows.usedRuns();
    this.narrow = new NarrowKernelGradient(g);
  }

  void input(float[] dy, float[] kernel, float[] dx, int from, int to, Workspace workspace) {
    Arrays.fill(dx, from * g.inputSize(), to * g.inputSize(), 0);
    for (int i = 0; i < usedRows.size(); i++) {
      addInput(dy, kernel, usedRows.get(i), dx, from, to, workspace);
    }
  }

  /** Every output pixel's window of gradients is one sum over the filters, then scattered. */
  private void addInput(
      float[] dy,
      float[] kernel,
      Windows.Run used,
      float[] dx,
      int from,
      int to,
      Workspace workspace) {
    int filters = g.outputChannels();
    int length = used.end() - used.start();
    float[][] rows = workspace.rows(ROWS, RowSums.paddedRows(filters), length);
    for (int filter = 0; filter < filters; filter++) {
      float[] row = rows[filter];
      for (int k = 0; k < length; k++) {
        row[k] = kernel[(used.start() + k) * filters + filter];
      }
    }
    RowSums.clearPadding(rows, filters, length);
    float[][] sums = workspace.rows(SUMS, PIXELS, length);
    int end = to * g.outputPixels();
    for (int start = from * g.outputPixels(); start < end; start += PIXELS) {
      int count = Math.min(PIXELS, end - start);
      for (int pixel = 0; pixel < count; pixel++) {
        Arrays.fill(sums[pixel], 0, length, 0);
      }
      RowSums.add(sums, count, rows, filters, dy, start * filters, filters, 1, length);
      for (int pixel = 0; pixel < count; pixel++) {
        windows.scatter(sums[pixel], start + pixel, used.start(), used.end(), dx);
      }
    }
  }

  void kernel(
      float[] x,
      float[] dy,
      float[] dKernel,
      int images,
      int fromRow,
      int toRow,
      Workspace workspace) {
    // By sizes alone, not by the range: a split must not change the order of sums.
    if (NarrowKernelGradient.fits(g)) {
      narrow.add(x, dy, dKernel, images, fromRow, toRow, workspace);
      return;
    }
    for (int i = 0; i < usedRows.size(); i++) {
      int from = Math.max(fromRow, usedRows.get(i).start());
      int to = Math.min(toRow, usedRows.get(i).end());
      if (from < to) {
        kernelOverRows(x, dy, dKernel, images, from, to, workspace);
      }
    }
  }

  /** One sum a filter, along the kernel's rows. */
  private void kernelOverRows(
      float[] x,
      float[] dy,
      float[] dKernel,
      int images,
      int fromRow,
      int toRow,
      Workspace workspace) {
    int filters = g.outputChannels();
    int length = toRow - fromRow;
    float[][] rows = workspace.rows(ROWS, PIXELS, length);
    float[][] sums = workspace.rows(SUMS, RowSums.paddedSums(filters), length);
    for (int filter = 0; filter < filters; filter++) {
      for (int k = 0; k < length; k++) {
        sums[filter][k] = dKernel[(fromRow + k) * filters + filter];
      }
    }
    int end = images * g.outputPixels();
    for (int start = 0; start < end; start += PIXELS) {
      int count = Math.min(PIXELS, end - start);
      for (int pixel = 0; pixel < count; pixel++) {
        windows.gather(x, start + pixel, fromRow, toRow, rows[pixel]);
      }
      RowSums.clearPadding(rows, count, length);
      RowSums.add(sums, filters, rows, count, dy, start * filters, 1, filters, length);
    }
    for (int filter = 0; filter < filters; filter++) {
      for (int k = 0; k < length; k++) {
        dKernel[(fromRow + k) * filters + filter] = sums[filter][k];
      }
    }
  }
}
