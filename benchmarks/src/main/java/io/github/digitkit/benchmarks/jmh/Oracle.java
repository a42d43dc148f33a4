package io.github.digitkit.benchmarks.jmh;

import io.github.digitkit.nn.kernel.Conv2DGeometry;

/**
 * A convolution and its gradients by the definition, in double: every product of the sum is visited
 * once, whatever is wanted of it. Slow; a benchmark checks its kernels against it before it
 * measures.
 */
final class Oracle {
  /** Float sums may differ by this much for every product in them, in units of its size. */
  private static final double TOLERANCE = 1e-6;

  private final Conv2DGeometry g;
  private final int images;

  Oracle(Conv2DGeometry g, int images) {
    this.g = g;
    this.images = images;
  }

  /** Takes the places in x, kernel and y of one product. */
  private interface Product {
    void visit(int x, int kernel, int y);
  }

  double[] forward(float[] x, float[] kernel, float[] bias) {
    double[] y = new double[images * g.outputSize()];
    for (int i = 0; i < y.length; i++) {
      y[i] = bias[i % g.outputChannels()];
    }
    visit((xi, ki, yi) -> y[yi] += (double) x[xi] * kernel[ki]);
    return y;
  }

  double[] backwardInput(float[] dy, float[] kernel) {
    double[] dx = new double[images * g.inputSize()];
    visit((xi, ki, yi) -> dx[xi] += (double) dy[yi] * kernel[ki]);
    return dx;
  }

  double[] backwardKernel(float[] x, float[] dy) {
    double[] dKernel = new double[g.kernelSize()];
    visit((xi, ki, yi) -> dKernel[ki] += (double) x[xi] * dy[yi]);
    return dKernel;
  }

  private void visit(Product product) {
    for (int pixel = 0; pixel < images * g.outputPixels(); pixel++) {
      int n = pixel / g.outputPixels();
      int row = pixel % g.outputPixels() / g.outputWidth();
      int column = pixel % g.outputWidth();
      for (int i = g.firstKernelRow(row); i < g.endKernelRow(row); i++) {
        for (int j = g.firstKernelColumn(column); j < g.endKernelColumn(column); j++) {
          int inputRow = row * g.strideHeight() - g.padTop() + i;
          int inputColumn = column * g.strideWidth() - g.padLeft() + j;
          int input = (n * g.inputHeight() + inputRow) * g.inputWidth() + inputColumn;
          channels(product, input, i * g.kernelWidth() + j, pixel);
        }
      }
    }
  }

  private void channels(Product product, int inputPixel, int tap, int outputPixel) {
    int filters = g.outputChannels();
    for (int c = 0; c < g.inputChannels(); c++) {
      int x = inputPixel * g.inputChannels() + c;
      for (int k = 0; k < filters; k++) {
        product.visit(x, (tap * g.inputChannels() + c) * filters + k, outputPixel * filters + k);
      }
    }
  }

  /**
   * @param products the most products in one sum
   * @throws IllegalStateException if an element is not what it should be
   */
  static void check(String what, float[] got, double[] expected, int products) {
    double bound = TOLERANCE * products;
    for (int i = 0; i < expected.length; i++) {
      if (!(Math.abs(got[i] - expected[i]) <= bound)) {
        throw new IllegalStateException(
            what + ": element " + i + " is " + got[i] + ", should be " + expected[i]);
      }
    }
  }
}
