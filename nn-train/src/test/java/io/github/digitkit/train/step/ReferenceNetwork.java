package io.github.digitkit.train.step;

import io.github.digitkit.nn.Parameters;
import io.github.digitkit.nn.Sequential;
import io.github.digitkit.nn.kernel.Padding;
import io.github.digitkit.nn.layer.Activation;
import io.github.digitkit.nn.layer.BatchNormalization;
import io.github.digitkit.nn.layer.Conv2D;
import io.github.digitkit.nn.layer.Dense;
import io.github.digitkit.nn.layer.Flatten;
import io.github.digitkit.nn.layer.MaxPooling2D;
import io.github.digitkit.nn.tensor.Shape;
import java.util.HashMap;
import java.util.Map;

/**
 * The training pass of a network in double precision, written down from the layers' definitions and
 * sharing no code with them: what gradients are checked against.
 */
final class ReferenceNetwork {
  private final Sequential network;
  private final Map<String, double[]> parameters = new HashMap<>();

  ReferenceNetwork(Sequential network, Parameters weights) {
    this.network = network;
    weights.asMap().forEach((name, tensor) -> parameters.put(name, toDouble(tensor.array())));
  }

  private static double[] toDouble(float[] values) {
    double[] result = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = values[i];
    }
    return result;
  }

  /** The values themselves: to be moved a little. */
  double[] parameter(String name) {
    return parameters.get(name);
  }

  /** The mean cross-entropy of a batch, softmax included. */
  double loss(float[] images, int[] labels) {
    double[] x = toDouble(images);
    for (Sequential.Node node : network.nodes()) {
      x = forward(node, x, labels.length);
    }
    int classes = network.outputShape().size();
    double loss = 0;
    for (int b = 0; b < labels.length; b++) {
      double sum = 0;
      for (int k = 0; k < classes; k++) {
        sum += Math.exp(x[b * classes + k]);
      }
      loss += Math.log(sum) - x[b * classes + labels[b]];
    }
    return loss / labels.length;
  }

  private double[] forward(Sequential.Node node, double[] x, int batch) {
    if (node.layer() instanceof Conv2D conv) {
      return activate(convolve(node, conv, x, batch), conv.activation());
    } else if (node.layer() instanceof Dense dense) {
      return activate(dense(node, x, batch), dense.activation());
    } else if (node.layer() instanceof MaxPooling2D pool) {
      return maxPool(node, pool, x, batch);
    } else if (node.layer() instanceof BatchNormalization normalization) {
      return normalize(node, normalization, x);
    } else if (node.layer() instanceof Flatten) {
      return x;
    }
    throw new IllegalArgumentException("no reference for " + node.layer());
  }

  private static double[] activate(double[] y, Activation activation) {
    if (activation == Activation.RELU) {
      for (int i = 0; i < y.length; i++) {
        y[i] = Math.max(0, y[i]);
      }
    }
    return y;
  }

  private static int before(int in, int out, int kernel, int stride, Padding padding) {
    return padding == Padding.SAME ? Math.max(0, (out - 1) * stride + kernel - in) / 2 : 0;
  }

  private double[] convolve(Sequential.Node node, Conv2D conv, double[] x, int batch) {
    Shape in = node.input();
    Shape out = node.output();
    double[] kernel = parameter(node.name() + ".kernel");
    double[] bias = parameter(node.name() + ".bias");
    int kh = conv.window().height();
    int kw = conv.window().width();
    int sh = conv.window().strideHeight();
    int sw = conv.window().strideWidth();
    int top = before(in.dim(0), out.dim(0), kh, sh, conv.padding());
    int left = before(in.dim(1), out.dim(1), kw, sw, conv.padding());
    double[] y = new double[batch * out.size()];
    for (int b = 0; b < batch; b++) {
      for (int r = 0; r < out.dim(0); r++) {
        for (int c = 0; c < out.dim(1); c++) {
          int target = ((b * out.dim(0) + r) * out.dim(1) + c) * out.dim(2);
          System.arraycopy(bias, 0, y, target, out.dim(2));
          for (int i = 0; i < kh; i++) {
            for (int j = 0; j < kw; j++) {
              int row = r * sh + i - top;
              int column = c * sw + j - left;
              if (row < 0 || row >= in.dim(0) || column < 0 || column >= in.dim(1)) {
                continue;
              }
              int source = ((b * in.dim(0) + row) * in.dim(1) + column) * in.dim(2);
              for (int p = 0; p < in.dim(2); p++) {
                int weight = ((i * kw + j) * in.dim(2) + p) * out.dim(2);
                for (int q = 0; q < out.dim(2); q++) {
                  y[target + q] += x[source + p] * kernel[weight + q];
                }
              }
            }
          }
        }
      }
    }
    return y;
  }

  private double[] dense(Sequential.Node node, double[] x, int batch) {
    double[] kernel = parameter(node.name() + ".kernel");
    double[] bias = parameter(node.name() + ".bias");
    int in = node.input().size();
    int out = node.output().size();
    double[] y = new double[batch * out];
    for (int b = 0; b < batch; b++) {
      for (int q = 0; q < out; q++) {
        double sum = bias[q];
        for (int p = 0; p < in; p++) {
          sum += x[b * in + p] * kernel[p * out + q];
        }
        y[b * out + q] = sum;
      }
    }
    return y;
  }

  private static double[] maxPool(Sequential.Node node, MaxPooling2D pool, double[] x, int batch) {
    Shape in = node.input();
    Shape out = node.output();
    double[] y = new double[batch * out.size()];
    java.util.Arrays.fill(y, Double.NEGATIVE_INFINITY);
    int channels = in.dim(2);
    for (int i = 0; i < y.length; i++) {
      int q = i % channels;
      int c = i / channels % out.dim(1);
      int r = i / channels / out.dim(1) % out.dim(0);
      int b = i / out.size();
      for (int dr = 0; dr < pool.window().height(); dr++) {
        for (int dc = 0; dc < pool.window().width(); dc++) {
          int row = r * pool.window().strideHeight() + dr;
          int column = c * pool.window().strideWidth() + dc;
          y[i] = Math.max(y[i], x[((b * in.dim(0) + row) * in.dim(1) + column) * channels + q]);
        }
      }
    }
    return y;
  }

  private double[] normalize(Sequential.Node node, BatchNormalization normalization, double[] x) {
    int channels = node.input().dim(node.input().rank() - 1);
    int rows = x.length / channels;
    double[] gamma = parameter(node.name() + ".gamma");
    double[] beta = parameter(node.name() + ".beta");
    double[] y = new double[x.length];
    for (int k = 0; k < channels; k++) {
      double mean = 0;
      for (int r = 0; r < rows; r++) {
        mean += x[r * channels + k] / rows;
      }
      double variance = 0;
      for (int r = 0; r < rows; r++) {
        variance += Math.pow(x[r * channels + k] - mean, 2) / rows;
      }
      double deviation = Math.sqrt(variance + normalization.epsilon());
      for (int r = 0; r < rows; r++) {
        y[r * channels + k] = gamma[k] * (x[r * channels + k] - mean) / deviation + beta[k];
      }
    }
    return y;
  }
}
