package io.github.digitkit.nn.kernel.plain;

import io.github.digitkit.nn.kernel.Conv2DGeometry;
import java.util.Arrays;

/**
 * Pictures by channel, with their border of zeros, and with the rows and columns that a stride
 * skips taken apart: under every tap of the window the elements for all output pixels then are one
 * run of memory. Runs have the width of a plane, so those behind the output's last column are of no
 * use.
 */
final class Planes {
  private final Conv2DGeometry g;
  private final int width;
  private final int size;
  private final int phases;

  Planes(Conv2DGeometry g) {
    this.g = g;
    int height = lines(g.outputHeight(), g.strideHeight(), g.kernelHeight());
    this.width = lines(g.outputWidth(), g.strideWidth(), g.kernelWidth());
    this.size = height * width;
    this.phases = g.strideHeight() * g.strideWidth();
  }

  private static int lines(int outputs, int stride, int window) {
    return ((outputs - 1) * stride + window + stride - 1) / stride;
  }

  /** Returns the floats of one picture's planes. */
  int pictureSize() {
    return g.inputChannels() * phases * size;
  }

  /** Returns the length of a run. */
  int runLength() {
    return (g.outputHeight() - 1) * width + g.outputWidth();
  }

  /** Returns the place of an output pixel in a run. */
  int place(int pixel) {
    return pixel / g.outputWidth() * width + pixel % g.outputWidth();
  }

  /** Returns where a kernel row's run starts in a picture's planes. */
  int runStart(int kernelRow) {
    int channel = kernelRow % g.inputChannels();
    int i = kernelRow / g.inputChannels() / g.kernelWidth();
    int j = kernelRow / g.inputChannels() % g.kernelWidth();
    return plane(channel, i, j) + line(i, j);
  }

  private int plane(int channel, int row, int column) {
    int phase = row % g.strideHeight() * g.strideWidth() + column % g.strideWidth();
    return (channel * phases + phase) * size;
  }

  private int line(int row, int column) {
    return row / g.strideHeight() * width + column / g.strideWidth();
  }

  /** Copies one picture. */
  void fill(float[] x, int picture, float[] planes, int start) {
    Arrays.fill(planes, start, start + pictureSize(), 0);
    int rows = Math.min(g.inputHeight(), size / width * g.strideHeight() - g.padTop());
    int columns = Math.min(g.inputWidth(), width * g.strideWidth() - g.padLeft());
    int channels = g.inputChannels();
    int step = phases * size;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int paddedRow = row + g.padTop();
        int paddedColumn = column + g.padLeft();
        int target = start + plane(0, paddedRow, paddedColumn) + line(paddedRow, paddedColumn);
        int source = ((picture * g.inputHeight() + row) * g.inputWidth() + column) * channels;
        for (int c = 0; c < channels; c++) {
          planes[target] = x[source + c];
          target += step;
        }
      }
    }
  }
}
