package io.github.digitkit.nn.kernel.vector;

import io.github.digitkit.nn.kernel.Conv2DGeometry;
import io.github.digitkit.nn.kernel.PointwiseActivation;
import io.github.digitkit.nn.kernel.Pool2DGeometry;

/**
 * The first layers of a network for grey pictures in one pass: 3x3 windows over one channel, then
 * 2x2 max pooling; see {@link PooledTile}. Nothing of the convolution's output is ever stored.
 */
final class VectorPooledConvolution {
  private static final int WINDOW = 3;
  private static final int SIDE = 2;

  private VectorPooledConvolution() {}

  /** Whether sizes are such, nothing is padded, and filters are whole vectors. */
  static boolean fits(Conv2DGeometry conv, Pool2DGeometry pool) {
    return conv.inputChannels() == 1
        && conv.kernelHeight() == WINDOW
        && conv.kernelWidth() == WINDOW
        && conv.strideHeight() == 1
        && conv.strideWidth() == 1
        && conv.outputHeight() == conv.inputHeight() - WINDOW + 1
        && conv.outputWidth() == conv.inputWidth() - WINDOW + 1
        && VectorPooling.fits(pool);
  }

  static void forward(
      Conv2DGeometry conv,
      Pool2DGeometry pool,
      float[] x,
      float[] kernel,
      float[] bias,
      PointwiseActivation activation,
      float[] y,
      int from,
      int to) {
    int filters = conv.outputChannels();
    int width = conv.inputWidth();
    for (int n = from; n < to; n++) {
      for (int row = 0; row < pool.outputHeight(); row++) {
        int upper = n * conv.inputSize() + SIDE * row * width;
        int target = n * pool.outputSize() + row * pool.outputWidth() * filters;
        for (int f = 0; f < filters; f += Lanes.COUNT) {
          PooledTile.maximum(
              x, upper, width, kernel, bias, filters, f, y, target + f, pool.outputWidth());
        }
      }
    }
    // The activations never fall, so the maximum may come first.
    Finish.of(activation).apply(y, from * pool.outputSize(), (to - from) * pool.outputSize());
  }

  /**
   * @param dy gradient of y before its activation: zero where that cut off. Not modified.
   * @param gradient of the convolution's output, pictures {@code [from, to)}. Overwritten.
   */
  static void backward(
      Conv2DGeometry conv,
      Pool2DGeometry pool,
      float[] x,
      float[] kernel,
      float[] bias,
      float[] y,
      float[] dy,
      float[] gradient,
      int from,
      int to) {
    int filters = conv.outputChannels();
    int width = conv.inputWidth();
    int gradientRow = conv.outputWidth() * filters;
    for (int n = from; n < to; n++) {
      VectorPooling.zeroUncovered(pool, gradient, n);
      for (int row = 0; row < pool.outputHeight(); row++) {
        int upper = n * conv.inputSize() + SIDE * row * width;
        int source = n * pool.outputSize() + row * pool.outputWidth() * filters;
        int target = n * conv.outputSize() + SIDE * row * gradientRow;
        for (int f = 0; f < filters; f += Lanes.COUNT) {
          PooledTile.maximumBackward(
              x,
              upper,
              width,
              kernel,
              bias,
              filters,
              f,
              y,
              dy,
              source + f,
              gradient,
              target + f,
              gradientRow,
              pool.outputWidth());
        }
      }
    }
  }
}
