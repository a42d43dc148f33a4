package io.github.digitkit.nn.layer;

import io.github.digitkit.nn.kernel.Padding;
import io.github.digitkit.nn.kernel.Window;
import io.github.digitkit.nn.tensor.Shape;

/**
 * Every layer's training forward pass in double, written from its definition and not from the code
 * under test: plain loops over samples, pixels and channels.
 */
final class ReferenceLayer {
  private ReferenceLayer() {}

  static double[] forward(Layer layer, Shape in, double[] x, double[][] p, int batch) {
    if (layer instanceof Conv2D c) {
      return activated(convolution(c, in, x, p[0], p[1], batch), c.activation(), c.filters());
    }
    if (layer instanceof Dense d) {
      return activated(dense(d, in, x, p[0], p[1], batch), d.activation(), d.units());
    }
    if (layer instanceof MaxPooling2D m) {
      return pooled(m.window(), m.padding(), true, in, x, batch);
    }
    if (layer instanceof AveragePooling2D a) {
      return pooled(a.window(), a.padding(), false, in, x, batch);
    }
    if (layer instanceof GlobalAveragePooling2D) {
      return pooled(new Window(in.dim(0), in.dim(1), 1, 1), Padding.VALID, false, in, x, batch);
    }
    if (layer instanceof BatchNormalization b) {
      return normalized(b, in.dim(in.rank() - 1), x, p[0], p[1]);
    }
    if (layer instanceof Softmax) {
      return activated(x.clone(), Activation.SOFTMAX, in.dim(in.rank() - 1));
    }
    if (layer instanceof ReLU) {
      return activated(x.clone(), Activation.RELU, 1);
    }
    if (layer instanceof LeakyReLU l) {
      double[] y = x.clone();
      for (int i = 0; i < y.length; i++) {
        y[i] = y[i] > 0 ? y[i] : l.negativeSlope() * y[i];
      }
      return y;
    }
    if (layer instanceof Flatten) {
      return x.clone();
    }
    throw new AssertionError("no reference for " + layer);
  }

  private static double[] convolution(
      Conv2D c, Shape in, double[] x, double[] kernel, double[] bias, int batch) {
    int height = in.dim(0);
    int width = in.dim(1);
    int channels = in.dim(2);
    Window w = c.window();
    int top = padBefore(c.padding(), height, w.height(), w.strideHeight());
    int left = padBefore(c.padding(), width, w.width(), w.strideWidth());
    Shape out = c.outputShape(in);
    double[] y = new double[batch * out.size()];
    int at = 0;
    for (int n = 0; n < batch; n++) {
      for (int i = 0; i < out.dim(0); i++) {
        for (int j = 0; j < out.dim(1); j++) {
          for (int f = 0; f < c.filters(); f++) {
            double sum = bias[f];
            for (int a = 0; a < w.height(); a++) {
              for (int b = 0; b < w.width(); b++) {
                int row = i * w.strideHeight() + a - top;
                int column = j * w.strideWidth() + b - left;
                if (row < 0 || row >= height || column < 0 || column >= width) {
                  continue;
                }
                for (int k = 0; k < channels; k++) {
                  sum +=
                      x[((n * height + row) * width + column) * channels + k]
                          * kernel[((a * w.width() + b) * channels + k) * c.filters() + f];
                }
              }
            }
            y[at++] = sum;
          }
        }
      }
    }
    return y;
  }

  private static double[] dense(
      Dense d, Shape in, double[] x, double[] kernel, double[] bias, int batch) {
    double[] y = new double[batch * d.units()];
    for (int n = 0; n < batch; n++) {
      for (int u = 0; u < d.units(); u++) {
        double sum = bias[u];
        for (int i = 0; i < in.size(); i++) {
          sum += x[n * in.size() + i] * kernel[i * d.units() + u];
        }
        y[n * d.units() + u] = sum;
      }
    }
    return y;
  }

  private static double[] pooled(
      Window w, Padding padding, boolean maximum, Shape in, double[] x, int batch) {
    int height = in.dim(0);
    int width = in.dim(1);
    int channels = in.dim(2);
    int top = padBefore(padding, height, w.height(), w.strideHeight());
    int left = padBefore(padding, width, w.width(), w.strideWidth());
    int outHeight = padding.outputSize(height, w.height(), w.strideHeight());
    int outWidth = padding.outputSize(width, w.width(), w.strideWidth());
    double[] y = new double[batch * outHeight * outWidth * channels];
    int at = 0;
    for (int n = 0; n < batch; n++) {
      for (int i = 0; i < outHeight; i++) {
        for (int j = 0; j < outWidth; j++) {
          for (int k = 0; k < channels; k++) {
            double best = Double.NEGATIVE_INFINITY;
            double sum = 0;
            int count = 0;
            for (int a = 0; a < w.height(); a++) {
              for (int b = 0; b < w.width(); b++) {
                int row = i * w.strideHeight() + a - top;
                int column = j * w.strideWidth() + b - left;
                if (row >= 0 && row < height && column >= 0 && column < width) {
                  double value = x[((n * height + row) * width + column) * channels + k];
                  best = Math.max(best, value);
                  sum += value;
                  count++;
                }
              }
            }
            y[at++] = maximum ? best : sum / count;
          }
        }
      }
    }
    return y;
  }

  private static int padBefore(Padding padding, int size, int window, int stride) {
    if (padding == Padding.VALID) {
      return 0;
    }
    int outputs = (int) Math.ceil((double) size / stride);
    return Math.max((outputs - 1) * stride + window - size, 0) / 2;
  }

  private static double[] normalized(
      BatchNormalization b, int channels, double[] x, double[] gamma, double[] beta) {
    int rows = x.length / channels;
    double[] y = new double[x.length];
    for (int k = 0; k < channels; k++) {
      double mean = 0;
      for (int r = 0; r < rows; r++) {
        mean += x[r * channels + k] / rows;
      }
      double variance = 0;
      for (int r = 0; r < rows; r++) {
        double d = x[r * channels + k] - mean;
        variance += d * d / rows;
      }
      for (int r = 0; r < rows; r++) {
        int i = r * channels + k;
        y[i] = gamma[k] * (x[i] - mean) / Math.sqrt(variance + b.epsilon()) + beta[k];
      }
    }
    return y;
  }

  private static double[] activated(double[] y, Activation activation, int columns) {
    for (int row = 0; row < y.length; row += columns) {
      double sum = 0;
      for (int i = row; i < row + columns; i++) {
        sum += Math.exp(y[i]);
      }
      for (int i = row; i < row + columns; i++) {
        y[i] =
            switch (activation) {
              case LINEAR -> y[i];
              case RELU -> Math.max(y[i], 0);
              case SOFTMAX -> Math.exp(y[i]) / sum;
            };
      }
    }
    return y;
  }
}
