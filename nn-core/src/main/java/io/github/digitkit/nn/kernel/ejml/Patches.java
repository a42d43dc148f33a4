package io.github.digitkit.nn.kernel.ejml;

import io.github.digitkit.nn.kernel.Conv2DGeometry;
import java.util.Arrays;

/**
 * A picture as a matrix with one row an output pixel, which holds the window under it ("im2col"): a
 * convolution is then a matrix product with the kernel.
 */
final class Patches {
  private final Conv2DGeometry g;
  private final int fromRow;
  private final int toRow;

  /** Of these kernel rows alone, one column each. */
  Patches(Conv2DGeometry g, int fromRow, int toRow) {
    this.g = g;
    this.fromRow = fromRow;
    this.toRow = toRow;
  }

  int columns() {
    return toRow - fromRow;
  }

  int size() {
    return g.outputPixels() * columns();
  }

  /** Copies what lies under the window; zeros where that is outside. */
  void gather(float[] x, int picture, float[] patches) {
    Arrays.fill(patches, 0, size(), 0);
    for (int pixel = 0; pixel < g.outputPixels(); pixel++) {
      for (int row = fromRow; row < toRow; row++) {
        int index = inputIndex(picture, pixel, row);
        if (index >= 0) {
          patches[pixel * columns() + row - fromRow] = x[index];
        }
      }
    }
  }

  /** The other way round: adds every element to the place that it came from. */
  void scatter(float[] patches, float[] dx, int picture) {
    Arrays.fill(dx, picture * g.inputSize(), (picture + 1) * g.inputSize(), 0);
    for (int pixel = 0; pixel < g.outputPixels(); pixel++) {
      for (int row = fromRow; row < toRow; row++) {
        int index = inputIndex(picture, pixel, row);
        if (index >= 0) {
          dx[index] += patches[pixel * columns() + row - fromRow];
        }
      }
    }
  }

  /** The input element under a kernel row at an output pixel, or -1 if there is none. */
  private int inputIndex(int picture, int pixel, int kernelRow) {
    int channel = kernelRow % g.inputChannels();
    int tap = kernelRow / g.inputChannels();
    int i = pixel / g.outputWidth() * g.strideHeight() - g.padTop() + tap / g.kernelWidth();
    int j = pixel % g.outputWidth() * g.strideWidth() - g.padLeft() + tap % g.kernelWidth();
    if (i < 0 || i >= g.inputHeight() || j < 0 || j >= g.inputWidth()) {
      return -1;
    }
    return ((picture * g.inputHeight() + i) * g.inputWidth() + j) * g.inputChannels() + channel;
  }
}
