package io.github.digitkit.nn.kernel;

import java.util.Optional;

/**
 * A tiny convolution, with a border and a stride, computed by the kernels and by definition: a JVM
 * on which an implementation computes wrongly shall fall back to another.
 */
final class KernelsCheck {
  private static final Conv2DGeometry GEOMETRY =
      Conv2DGeometry.of(5, 4, 3, 19, Window.square(3, 2), Padding.SAME);
  private static final float TOLERANCE = 1e-5f;

  private KernelsCheck() {}

  /** Returns what is wrong, or nothing. */
  static Optional<String> mismatch(Kernels kernels) {
    float[] x = numbers(GEOMETRY.inputSize(), 7);
    float[] kernel = numbers(GEOMETRY.kernelSize(), 11);
    float[] bias = numbers(GEOMETRY.outputChannels(), 5);
    float[] y = new float[GEOMETRY.outputSize()];
    kernels.conv2dForward(
        GEOMETRY, x, kernel, bias, PointwiseActivation.RELU, y, 0, 1, new Workspace());
    float[] expected = byDefinition(x, kernel, bias);
    for (int i = 0; i < y.length; i++) {
      if (!(Math.abs(y[i] - expected[i]) <= TOLERANCE)) {
        return Optional.of(
            "a convolution gave " + y[i] + " instead of " + expected[i] + " at " + i);
      }
    }
    return Optional.empty();
  }

  private static float[] byDefinition(float[] x, float[] kernel, float[] bias) {
    Conv2DGeometry g = GEOMETRY;
    float[] y = new float[g.outputSize()];
    for (int pixel = 0; pixel < g.outputPixels(); pixel++) {
      int row = pixel / g.outputWidth();
      int column = pixel % g.outputWidth();
      for (int filter = 0; filter < g.outputChannels(); filter++) {
        double sum = bias[filter];
        for (int i = g.firstKernelRow(row); i < g.endKernelRow(row); i++) {
          for (int j = g.firstKernelColumn(column); j < g.endKernelColumn(column); j++) {
            int inputRow = row * g.strideHeight() - g.padTop() + i;
            int inputColumn = column * g.strideWidth() - g.padLeft() + j;
            int from = (inputRow * g.inputWidth() + inputColumn) * g.inputChannels();
            int tap = (i * g.kernelWidth() + j) * g.inputChannels();
            for (int c = 0; c < g.inputChannels(); c++) {
              sum += x[from + c] * kernel[(tap + c) * g.outputChannels() + filter];
            }
          }
        }
        y[pixel * g.outputChannels() + filter] = (float) Math.max(sum, 0);
      }
    }
    return y;
  }

  /** Numbers in (-1, 1) without a pattern that a wrong offset would leave unnoticed. */
  private static float[] numbers(int count, int step) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (i * step * 37 % 101 - 50) / 51f;
    }
    return numbers;
  }
}
