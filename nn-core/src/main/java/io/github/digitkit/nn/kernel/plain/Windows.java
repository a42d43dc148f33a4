package io.github.digitkit.nn.kernel.plain;

import io.github.digitkit.nn.kernel.Conv2DGeometry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What lies under the window at an output pixel, as a row of kernel rows. */
final class Windows {
  private final Conv2DGeometry g;

  Windows(Conv2DGeometry g) {
    this.g = g;
  }

  /** Returns the kernel rows that meet the input anywhere, in order. */
  int[] usedKernelRows() {
    return Arrays.stream(g.usedTaps())
        .flatMap(tap -> IntStream.range(tap * g.inputChannels(), (tap + 1) * g.inputChannels()))
        .toArray();
  }

  /**
   * Neighbouring kernel rows.
   *
   * @param start the first
   * @param end the end (exclusive)
   */
  record Run(int start, int end) {}

  /** Returns the same as runs that are as long as possible. */
  List<Run> usedRuns() {
    List<Run> runs = new ArrayList<>();
    for (int row : usedKernelRows()) {
      int last = runs.size() - 1;
      if (last >= 0 && runs.get(last).end() == row) {
        runs.set(last, new Run(runs.get(last).start(), row + 1));
      } else {
        runs.add(new Run(row, row + 1));
      }
    }
    return List.copyOf(runs);
  }

  /**
   * Copies the window's elements under kernel rows {@code [fromRow, toRow)}; zeros outside.
   *
   * @param pixel the output pixel, counted over all pictures
   */
  void gather(float[] x, int pixel, int fromRow, int toRow, float[] window) {
    int picture = pixel / g.outputPixels();
    int row = pixel % g.outputPixels() / g.outputWidth();
    int column = pixel % g.outputWidth();
    Arrays.fill(window, 0, toRow - fromRow, 0);
    for (int i = g.firstKernelRow(row); i < g.endKernelRow(row); i++) {
      int run = firstKernelRow(i, column);
      int from = Math.max(run, fromRow);
      int to = Math.min(endKernelRow(i, column), toRow);
      if (from < to) {
        int source = inputIndex(picture, row, column, i) + from - run;
        System.arraycopy(x, source, window, from - fromRow, to - from);
      }
    }
  }

  /**
   * The other way round: adds the elements under kernel rows {@code [fromRow, toRow)} to the places
   * they came from.
   */
  void scatter(float[] window, int pixel, int fromRow, int toRow, float[] dx) {
    int picture = pixel / g.outputPixels();
    int row = pixel % g.outputPixels() / g.outputWidth();
    int column = pixel % g.outputWidth();
    for (int i = g.firstKernelRow(row); i < g.endKernelRow(row); i++) {
      int run = firstKernelRow(i, column);
      int from = Math.max(run, fromRow);
      int to = Math.min(endKernelRow(i, column), toRow);
      int target = inputIndex(picture, row, column, i) - run;
      for (int k = from; k < to; k++) {
        dx[target + k] += window[k - fromRow];
      }
    }
  }

  private int firstKernelRow(int i, int column) {
    return (i * g.kernelWidth() + g.firstKernelColumn(column)) * g.inputChannels();
  }

  private int endKernelRow(int i, int column) {
    int end = Math.max(g.firstKernelColumn(column), g.endKernelColumn(column));
    return (i * g.kernelWidth() + end) * g.inputChannels();
  }

  /** The input element under the first column of the window's row i that meets the input. */
  private int inputIndex(int picture, int row, int column, int i) {
    int inputRow = row * g.strideHeight() - g.padTop() + i;
    int inputColumn = column * g.strideWidth() - g.padLeft() + g.firstKernelColumn(column);
    return ((picture * g.inputHeight() + inputRow) * g.inputWidth() + inputColumn)
        * g.inputChannels();
  }
}
