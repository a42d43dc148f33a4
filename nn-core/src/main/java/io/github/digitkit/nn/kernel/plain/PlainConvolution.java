package io.github.digitkit.nn.kernel.plain;

import io.github.digitkit.nn.kernel.Conv2DGeometry;
import io.github.digitkit.nn.kernel.PointwiseActivation;
import io.github.digitkit.nn.kernel.Workspace;

/** Convolution pixel by pixel; the inner loops run over channels. */
final class PlainConvolution {
  private final Conv2DGeometry g;

  PlainConvolution(Conv2DGeometry g) {
    this.g = g;
  }

  void forward(
      float[] x,
      float[] kernel,
      float[] bias,
      PointwiseActivation activation,
      float[] y,
      int from,
      int to,
      Workspace workspace) {
    int filters = g.outputChannels();
    float[] sums = workspace.floats(0, filters);
    for (int n = from; n < to; n++) {
      for (int pixel = 0; pixel < g.outputPixels(); pixel++) {
        System.arraycopy(bias, 0, sums, 0, filters);
        addWindow(x, n, pixel, kernel, sums);
        if (activation == PointwiseActivation.RELU) {
          relu(sums, filters);
        }
        System.arraycopy(sums, 0, y, (n * g.outputPixels() + pixel) * filters, filters);
      }
    }
  }

  private void addWindow(float[] x, int n, int pixel, float[] kernel, float[] sums) {
    int row = pixel / g.outputWidth();
    int column = pixel % g.outputWidth();
    for (int i = g.firstKernelRow(row); i < g.endKernelRow(row); i++) {
      for (int j = g.firstKernelColumn(column); j < g.endKernelColumn(column); j++) {
        int from = inputIndex(n, row, column, i, j);
        int tap = (i * g.kernelWidth() + j) * g.inputChannels();
        for (int c = 0; c < g.inputChannels(); c++) {
          addRow(sums, x[from + c], kernel, (tap + c) * g.outputChannels(), g.outputChannels());
        }
      }
    }
  }

  void backwardInput(
      float[] dy, float[] kernel, float[] dx, int from, int to, Workspace workspace) {
    float[] transposed = workspace.floats(0, g.kernelSize());
    transpose(kernel, transposed);
    float[] sums = workspace.floats(1, g.inputChannels());
    for (int n = from; n < to; n++) {
      java.util.Arrays.fill(dx, n * g.inputSize(), (n + 1) * g.inputSize(), 0);
      for (int pixel = 0; pixel < g.outputPixels(); pixel++) {
        spread(dy, n, pixel, transposed, sums, dx);
      }
    }
  }

  /** (taps, inputs, outputs) to (taps, outputs, inputs). */
  private void transpose(float[] kernel, float[] transposed) {
    int inputs = g.inputChannels();
    int outputs = g.outputChannels();
    for (int tap = 0; tap < g.kernelHeight() * g.kernelWidth(); tap++) {
      int start = tap * inputs * outputs;
      for (int c = 0; c < inputs; c++) {
        for (int k = 0; k < outputs; k++) {
          transposed[start + k * inputs + c] = kernel[start + c * outputs + k];
        }
      }
    }
  }

  private void spread(float[] dy, int n, int pixel, float[] transposed, float[] sums, float[] dx) {
    int inputs = g.inputChannels();
    int row = pixel / g.outputWidth();
    int column = pixel % g.outputWidth();
    int from = (n * g.outputPixels() + pixel) * g.outputChannels();
    for (int i = g.firstKernelRow(row); i < g.endKernelRow(row); i++) {
      for (int j = g.firstKernelColumn(column); j < g.endKernelColumn(column); j++) {
        int target = inputIndex(n, row, column, i, j);
        int tap = (i * g.kernelWidth() + j) * g.outputChannels();
        System.arraycopy(dx, target, sums, 0, inputs);
        for (int k = 0; k < g.outputChannels(); k++) {
          addRow(sums, dy[from + k], transposed, (tap + k) * inputs, inputs);
        }
        System.arraycopy(sums, 0, dx, target, inputs);
      }
    }
  }

  void backwardKernel(
      float[] x,
      float[] dy,
      float[] dKernel,
      int images,
      int fromRow,
      int toRow,
      Workspace workspace) {
    int filters = g.outputChannels();
    float[] sums = workspace.floats(0, filters);
    for (int kernelRow = fromRow; kernelRow < toRow; kernelRow++) {
      int channel = kernelRow % g.inputChannels();
      int tap = kernelRow / g.inputChannels();
      System.arraycopy(dKernel, kernelRow * filters, sums, 0, filters);
      for (int n = 0; n < images; n++) {
        addPixels(x, dy, n, tap, channel, sums);
      }
      System.arraycopy(sums, 0, dKernel, kernelRow * filters, filters);
    }
  }

  private void addPixels(float[] x, float[] dy, int n, int tap, int channel, float[] sums) {
    int filters = g.outputChannels();
    int i = tap / g.kernelWidth();
    int j = tap % g.kernelWidth();
    for (int row = 0; row < g.outputHeight(); row++) {
      if (i < g.firstKernelRow(row) || i >= g.endKernelRow(row)) {
        continue;
      }
      for (int column = 0; column < g.outputWidth(); column++) {
        if (j >= g.firstKernelColumn(column) && j < g.endKernelColumn(column)) {
          float value = x[inputIndex(n, row, column, i, j) + channel];
          int from = ((n * g.outputHeight() + row) * g.outputWidth() + column) * filters;
          addRow(sums, value, dy, from, filters);
        }
      }
    }
  }

  private int inputIndex(int n, int row, int column, int i, int j) {
    int inputRow = row * g.strideHeight() - g.padTop() + i;
    int inputColumn = column * g.strideWidth() - g.padLeft() + j;
    return ((n * g.inputHeight() + inputRow) * g.inputWidth() + inputColumn) * g.inputChannels();
  }

  private static void addRow(float[] sums, float factor, float[] rows, int from, int count) {
    for (int k = 0; k < count; k++) {
      sums[k] += factor * rows[from + k];
    }
  }

  private static void relu(float[] values, int count) {
    for (int k = 0; k < count; k++) {
      values[k] = Math.max(values[k], 0);
    }
  }
}
