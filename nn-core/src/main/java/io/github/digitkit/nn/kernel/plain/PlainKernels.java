package io.github.digitkit.nn.kernel.plain;

import io.github.digitkit.nn.kernel.Conv2DGeometry;
import io.github.digitkit.nn.kernel.Epilogue;
import io.github.digitkit.nn.kernel.InferenceOperation;
import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.nn.kernel.PointwiseActivation;
import io.github.digitkit.nn.kernel.Pool2DGeometry;
import io.github.digitkit.nn.kernel.Workspace;
import java.util.concurrent.ConcurrentHashMap;

/** Kernels that need nothing but the Java language. */
public class PlainKernels implements Kernels {
  static final String NAME = "plain";

  /** What follows from sizes alone is worked out once; a program uses few sizes. */
  private final ConcurrentHashMap<Conv2DGeometry, Convolution> convolutions =
      new ConcurrentHashMap<>();

  private record Convolution(
      PlainForward forward, PlainPooledConvolution pooled, PlainBackward backward) {
    static Convolution of(Conv2DGeometry g) {
      PlainForward forward = new PlainForward(g);
      return new Convolution(forward, new PlainPooledConvolution(g, forward), new PlainBackward(g));
    }
  }

  /** Creates the kernels. */
  public PlainKernels() {}

  private Convolution convolution(Conv2DGeometry geometry) {
    Convolution known = convolutions.get(geometry);
    return known != null ? known : convolutions.computeIfAbsent(geometry, Convolution::of);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void conv2dForward(
      Conv2DGeometry g,
      float[] x,
      float[] kernel,
      float[] bias,
      PointwiseActivation activation,
      float[] y,
      int from,
      int to,
      Workspace workspace) {
    convolution(g).forward().run(x, kernel, bias, activation, y, from, to, workspace);
  }

  @Override
  public void conv2dBackwardInput(
      Conv2DGeometry g,
      float[] dy,
      float[] kernel,
      float[] dx,
      int from,
      int to,
      Workspace workspace) {
    convolution(g).backward().input(dy, kernel, dx, from, to, workspace);
  }

  @Override
  public void conv2dBackwardKernel(
      Conv2DGeometry g,
      float[] x,
      float[] dy,
      float[] dKernel,
      int images,
      int fromRow,
      int toRow,
      Workspace workspace) {
    convolution(g).backward().kernel(x, dy, dKernel, images, fromRow, toRow, workspace);
  }

  @Override
  public void columnSums(
      float[] matrix, int rows, int columns, float[] sums, int fromColumn, int toColumn) {
    for (int row = 0; row < rows; row++) {
      for (int k = fromColumn; k < toColumn; k++) {
        sums[k] += matrix[row * columns + k];
      }
    }
  }

  @Override
  public InferenceOperation prepareConv2d(Conv2DGeometry g, float[] kernel, Epilogue epilogue) {
    return (x, y, from, to, workspace) -> {
      conv2dForward(g, x, kernel, epilogue.bias(), epilogue.activation(), y, from, to, workspace);
      scaleShift(
          y,
          g.outputChannels(),
          epilogue.scale(),
          epilogue.shift(),
          y,
          from * g.outputPixels(),
          to * g.outputPixels());
    };
  }

  @Override
  public InferenceOperation prepareConv2dMaxPool(
      Conv2DGeometry g, float[] kernel, Epilogue epilogue, Pool2DGeometry pool) {
    if (epilogue.isActivationOnly()) {
      return (x, y, from, to, workspace) ->
          conv2dMaxPoolForward(
              g, pool, x, kernel, epilogue.bias(), epilogue.activation(), y, from, to, workspace);
    }
    return Kernels.super.prepareConv2dMaxPool(g, kernel, epilogue, pool);
  }

  @Override
  public void conv2dMaxPoolForward(
      Conv2DGeometry g,
      Pool2DGeometry pool,
      float[] x,
      float[] kernel,
      float[] bias,
      PointwiseActivation activation,
      float[] y,
      int from,
      int to,
      Workspace workspace) {
    PlainPooledConvolution pooled = convolution(g).pooled();
    if (pooled.fits(pool)) {
      pooled.forward(pool, x, kernel, bias, activation, y, from, to, workspace);
    } else {
      Kernels.super.conv2dMaxPoolForward(
          g, pool, x, kernel, bias, activation, y, from, to, workspace);
    }
  }

  @Override
  public void conv2dMaxPoolBackward(
      Conv2DGeometry g,
      Pool2DGeometry pool,
      float[] x,
      float[] kernel,
      float[] bias,
      PointwiseActivation activation,
      float[] y,
      float[] dy,
      float[] gradient,
      int from,
      int to,
      Workspace workspace) {
    PlainPooledConvolution pooled = convolution(g).pooled();
    if (pooled.fits(pool)) {
      pooled.backward(pool, x, kernel, bias, y, dy, gradient, from, to, workspace);
    } else {
      Kernels.super.conv2dMaxPoolBackward(
          g, pool, x, kernel, bias, activation, y, dy, gradient, from, to, workspace);
    }
  }

  @Override
  public void maxPoolForward(Pool2DGeometry g, float[] x, float[] y, int from, int to) {
    new PlainPooling(g).maximum(x, y, from, to);
  }

  @Override
  public void maxPoolBackward(
      Pool2DGeometry g, float[] x, float[] y, float[] dy, float[] dx, int from, int to) {
    new PlainPooling(g).maximumBackward(x, y, dy, dx, from, to);
  }

  @Override
  public void averagePoolForward(Pool2DGeometry g, float[] x, float[] y, int from, int to) {
    new PlainPooling(g).average(x, y, from, to);
  }

  @Override
  public void averagePoolBackward(Pool2DGeometry g, float[] dy, float[] dx, int from, int to) {
    new PlainPooling(g).averageBackward(dy, dx, from, to);
  }

  @Override
  public void reluBackward(float[] y, float[] dy, int from, int to) {
    // A choice would be a jump that half of the elements mispredict. This factor is 1 for every
    // normal number above 0, else 0, and becomes vector code.
    for (int i = from; i < to; i++) {
      dy[i] = dy[i] * Math.max(Math.min(y[i] * Float.MAX_VALUE, 1), 0);
    }
  }

  @Override
  public void momentSums(float[] x, int channels, double[] sums, int fromRow, int toRow) {
    for (int row = fromRow; row < toRow; row++) {
      int start = row * channels;
      for (int k = 0; k < channels; k++) {
        double value = x[start + k];
        sums[k] += value;
        sums[channels + k] += value * value;
      }
    }
  }

  @Override
  public void gradientSums(
      float[] x, float[] dy, int channels, double[] sums, int fromRow, int toRow) {
    for (int row = fromRow; row < toRow; row++) {
      int start = row * channels;
      for (int k = 0; k < channels; k++) {
        double gradient = dy[start + k];
        sums[k] += gradient;
        sums[channels + k] += gradient * x[start + k];
      }
    }
  }

  @Override
  public void scaleShift(
      float[] x, int channels, float[] scale, float[] shift, float[] y, int fromRow, int toRow) {
    for (int row = fromRow; row < toRow; row++) {
      int start = row * channels;
      for (int k = 0; k < channels; k++) {
        y[start + k] = x[start + k] * scale[k] + shift[k];
      }
    }
  }

  @Override
  public void scaleAddShift(
      float[] dy,
      float[] x,
      int channels,
      float[] a,
      float[] b,
      float[] c,
      float[] dx,
      int fromRow,
      int toRow) {
    for (int row = fromRow; row < toRow; row++) {
      int start = row * channels;
      for (int k = 0; k < channels; k++) {
        dx[start + k] = dy[start + k] * a[k] + x[start + k] * b[k] + c[k];
      }
    }
  }
}
