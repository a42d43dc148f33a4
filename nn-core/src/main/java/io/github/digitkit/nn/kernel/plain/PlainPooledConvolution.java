package io.github.digitkit.nn.kernel.plain;

import io.github.digitkit.nn.kernel.Conv2DGeometry;
import io.github.digitkit.nn.kernel.PointwiseActivation;
import io.github.digitkit.nn.kernel.Pool2DGeometry;
import io.github.digitkit.nn.kernel.Workspace;
import java.util.Arrays;

/**
 * A convolution and the 2x2 max pooling behind it: the sums, which lie filter by filter, are pooled
 * where they are, so that only a quarter of them is brought into the order of pictures.
 */
final class PlainPooledConvolution {
  private static final int SIDE = 2;

  private final Conv2DGeometry g;
  private final PlainForward convolution;
  private final Planes planes;

  PlainPooledConvolution(Conv2DGeometry g, PlainForward convolution) {
    this.g = g;
    this.convolution = convolution;
    this.planes = new Planes(g);
  }

  /** Whether pooling windows are 2x2, do not overlap and lie inside, and rows are long enough. */
  boolean fits(Pool2DGeometry pool) {
    return convolution.isLong(1)
        && pool.poolHeight() == SIDE
        && pool.poolWidth() == SIDE
        && pool.strideHeight() == SIDE
        && pool.strideWidth() == SIDE
        && pool.outputHeight() * SIDE <= pool.inputHeight()
        && pool.outputWidth() * SIDE <= pool.inputWidth();
  }

  void forward(
      Pool2DGeometry pool,
      float[] x,
      float[] kernel,
      float[] bias,
      PointwiseActivation activation,
      float[] y,
      int from,
      int to,
      Workspace workspace) {
    int group = convolution.group();
    for (int start = from; start < to; start += group) {
      int end = Math.min(to, start + group);
      float[][] sums = convolution.overPixels(x, kernel, bias, start, end, workspace);
      for (int n = start; n < end; n++) {
        for (int filter = 0; filter < g.outputChannels(); filter++) {
          maximum(
              pool,
              sums[filter],
              (n - start) * planes.runLength(),
              y,
              n * pool.outputSize() + filter);
        }
      }
    }
    if (activation == PointwiseActivation.RELU) {
      // The activation never falls, so the maximum may come first.
      PlainForward.relu(y, from * pool.outputSize(), to * pool.outputSize());
    }
  }

  private void maximum(Pool2DGeometry pool, float[] sums, int start, float[] y, int target) {
    int below = planes.place(g.outputWidth());
    int to = target;
    for (int row = 0; row < pool.outputHeight(); row++) {
      int at = start + SIDE * row * below;
      for (int column = 0; column < pool.outputWidth(); column++) {
        float upper = Math.max(sums[at], sums[at + 1]);
        y[to] = Math.max(upper, Math.max(sums[at + below], sums[at + below + 1]));
        at += SIDE;
        to += pool.channels();
      }
    }
  }

  /** See {@link io.github.digitkit.nn.kernel.Kernels#conv2dMaxPoolBackward}. */
  void backward(
      Pool2DGeometry pool,
      float[] x,
      float[] kernel,
      float[] bias,
      float[] y,
      float[] dy,
      float[] gradient,
      int from,
      int to,
      Workspace workspace) {
    Arrays.fill(gradient, from * g.outputSize(), to * g.outputSize(), 0);
    int group = convolution.group();
    for (int start = from; start < to; start += group) {
      int end = Math.min(to, start + group);
      float[][] sums = convolution.overPixels(x, kernel, bias, start, end, workspace);
      for (int n = start; n < end; n++) {
        for (int filter = 0; filter < g.outputChannels(); filter++) {
          float[] plane = sums[filter];
          int place = (n - start) * planes.runLength();
          scatter(
              pool,
              plane,
              place,
              y,
              dy,
              n * pool.outputSize() + filter,
              gradient,
              n * g.outputSize() + filter);
        }
      }
    }
  }

  /** The gradient goes to the first maximum; where that is none, it is zero or NaN anyway. */
  private void scatter(
      Pool2DGeometry pool,
      float[] sums,
      int start,
      float[] y,
      float[] dy,
      int source,
      float[] gradient,
      int target) {
    int channels = pool.channels();
    int below = planes.place(g.outputWidth());
    int from = source;
    for (int row = 0; row < pool.outputHeight(); row++) {
      int at = start + SIDE * row * below;
      int to = target + SIDE * row * g.outputWidth() * channels;
      for (int column = 0; column < pool.outputWidth(); column++) {
        float maximum = y[from];
        int pixel = sums[at + below] == maximum ? g.outputWidth() : g.outputWidth() + 1;
        pixel = sums[at + 1] == maximum ? 1 : pixel;
        pixel = sums[at] == maximum ? 0 : pixel;
        gradient[to + pixel * channels] = dy[from];
        at += SIDE;
        to += SIDE * channels;
        from += channels;
      }
    }
  }
}
