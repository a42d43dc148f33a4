package io.github.digitkit.nn.kernel;

/**
 * The definitions, in double and element by element: every result is a sum written down as the
 * formula says, without tables, tiles or packing. Slow on purpose.
 */
final class ReferenceKernels {
  private ReferenceKernels() {}

  static double[] forward(
      Conv2DGeometry g,
      float[] x,
      float[] kernel,
      float[] bias,
      PointwiseActivation activation,
      int images) {
    double[] y = new double[images * g.outputSize()];
    for (int n = 0; n < images; n++) {
      for (int p = 0; p < g.outputHeight(); p++) {
        for (int q = 0; q < g.outputWidth(); q++) {
          for (int k = 0; k < g.outputChannels(); k++) {
            double sum = bias[k];
            for (int i = 0; i < g.kernelHeight(); i++) {
              for (int j = 0; j < g.kernelWidth(); j++) {
                for (int c = 0; c < g.inputChannels(); c++) {
                  sum += input(g, x, n, p, q, i, j, c) * kernel[kernelIndex(g, i, j, c, k)];
                }
              }
            }
            y[outputIndex(g, n, p, q, k)] =
                activation == PointwiseActivation.RELU ? Math.max(sum, 0) : sum;
          }
        }
      }
    }
    return y;
  }

  /** Each output passes its gradient on to everything that it was computed from. */
  static double[] backwardInput(Conv2DGeometry g, float[] dy, float[] kernel, int images) {
    double[] dx = new double[images * g.inputSize()];
    for (int n = 0; n < images; n++) {
      for (int p = 0; p < g.outputHeight(); p++) {
        for (int q = 0; q < g.outputWidth(); q++) {
          for (int i = 0; i < g.kernelHeight(); i++) {
            for (int j = 0; j < g.kernelWidth(); j++) {
              int row = p * g.strideHeight() - g.padTop() + i;
              int column = q * g.strideWidth() - g.padLeft() + j;
              if (inside(g, row, column)) {
                for (int c = 0; c < g.inputChannels(); c++) {
                  for (int k = 0; k < g.outputChannels(); k++) {
                    dx[inputIndex(g, n, row, column, c)] +=
                        (double) dy[outputIndex(g, n, p, q, k)]
                            * kernel[kernelIndex(g, i, j, c, k)];
                  }
                }
              }
            }
          }
        }
      }
    }
    return dx;
  }

  static double[] backwardKernel(Conv2DGeometry g, float[] x, float[] dy, int images) {
    double[] dKernel = new double[g.kernelSize()];
    for (int i = 0; i < g.kernelHeight(); i++) {
      for (int j = 0; j < g.kernelWidth(); j++) {
        for (int c = 0; c < g.inputChannels(); c++) {
          for (int k = 0; k < g.outputChannels(); k++) {
            double sum = 0;
            for (int n = 0; n < images; n++) {
              for (int p = 0; p < g.outputHeight(); p++) {
                for (int q = 0; q < g.outputWidth(); q++) {
                  sum += input(g, x, n, p, q, i, j, c) * dy[outputIndex(g, n, p, q, k)];
                }
              }
            }
            dKernel[kernelIndex(g, i, j, c, k)] = sum;
          }
        }
      }
    }
    return dKernel;
  }

  private static double input(
      Conv2DGeometry g, float[] x, int n, int p, int q, int i, int j, int c) {
    int row = p * g.strideHeight() - g.padTop() + i;
    int column = q * g.strideWidth() - g.padLeft() + j;
    return inside(g, row, column) ? x[inputIndex(g, n, row, column, c)] : 0;
  }

  private static boolean inside(Conv2DGeometry g, int row, int column) {
    return row >= 0 && row < g.inputHeight() && column >= 0 && column < g.inputWidth();
  }

  private static int inputIndex(Conv2DGeometry g, int n, int row, int column, int c) {
    return ((n * g.inputHeight() + row) * g.inputWidth() + column) * g.inputChannels() + c;
  }

  private static int outputIndex(Conv2DGeometry g, int n, int p, int q, int k) {
    return ((n * g.outputHeight() + p) * g.outputWidth() + q) * g.outputChannels() + k;
  }

  private static int kernelIndex(Conv2DGeometry g, int i, int j, int c, int k) {
    return ((i * g.kernelWidth() + j) * g.inputChannels() + c) * g.outputChannels() + k;
  }
}
