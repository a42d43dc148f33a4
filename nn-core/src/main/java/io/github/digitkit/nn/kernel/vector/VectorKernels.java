package io.github.digitkit.nn.kernel.vector;

import io.github.digitkit.nn.kernel.Conv2DGeometry;
import io.github.digitkit.nn.kernel.Epilogue;
import io.github.digitkit.nn.kernel.InferenceOperation;
import io.github.digitkit.nn.kernel.PointwiseActivation;
import io.github.digitkit.nn.kernel.Pool2DGeometry;
import io.github.digitkit.nn.kernel.Workspace;
import io.github.digitkit.nn.kernel.plain.PlainKernels;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Kernels on the JVM's vectors, of any length. What they do not do better is left to the plain
 * ones.
 */
final class VectorKernels extends PlainKernels {
  static final String NAME = "vector";

  /** What follows from sizes alone is worked out once; a program uses few sizes. */
  private final ConcurrentHashMap<Conv2DGeometry, VectorConvolution> convolutions =
      new ConcurrentHashMap<>();

  VectorKernels() {}

  @Override
  public String name() {
    return NAME;
  }

  private VectorConvolution convolution(Conv2DGeometry g) {
    VectorConvolution known = convolutions.get(g);
    return known != null ? known : convolutions.computeIfAbsent(g, VectorConvolution::new);
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
    convolution(g).forward(x, kernel, bias, activation, y, from, to, workspace);
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
    convolution(g).backwardInput(dy, kernel, dx, from, to, workspace);
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
    convolution(g).backwardKernel(x, dy, dKernel, images, fromRow, toRow, workspace);
  }

  @Override
  public InferenceOperation prepareConv2d(Conv2DGeometry g, float[] kernel, Epilogue epilogue) {
    return convolution(g).prepare(kernel, epilogue);
  }

  @Override
  public InferenceOperation prepareConv2dMaxPool(
      Conv2DGeometry g, float[] kernel, Epilogue epilogue, Pool2DGeometry pool) {
    if (epilogue.isActivationOnly() && VectorPooledConvolution.fits(g, pool)) {
      return (x, y, from, to, workspace) ->
          VectorPooledConvolution.forward(
              g, pool, x, kernel, epilogue.bias(), epilogue.activation(), y, from, to);
    }
    return super.prepareConv2dMaxPool(g, kernel, epilogue, pool);
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
    if (VectorPooledConvolution.fits(g, pool)) {
      VectorPooledConvolution.forward(g, pool, x, kernel, bias, activation, y, from, to);
    } else {
      super.conv2dMaxPoolForward(g, pool, x, kernel, bias, activation, y, from, to, workspace);
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
    if (VectorPooledConvolution.fits(g, pool)) {
      VectorPooledConvolution.backward(g, pool, x, kernel, bias, y, dy, gradient, from, to);
    } else {
      super.conv2dMaxPoolBackward(
          g, pool, x, kernel, bias, activation, y, dy, gradient, from, to, workspace);
    }
  }

  @Override
  public void columnSums(
      float[] matrix, int rows, int columns, float[] sums, int fromColumn, int toColumn) {
    if (VectorChannels.wholeVectors(toColumn - fromColumn)) {
      VectorChannels.columnSums(matrix, rows, columns, sums, fromColumn, toColumn);
    } else {
      super.columnSums(matrix, rows, columns, sums, fromColumn, toColumn);
    }
  }

  @Override
  public void maxPoolForward(Pool2DGeometry g, float[] x, float[] y, int from, int to) {
    if (VectorPooling.fits(g)) {
      VectorPooling.maximum(g, x, y, from, to);
    } else {
      super.maxPoolForward(g, x, y, from, to);
    }
  }

  @Override
  public void maxPoolBackward(
      Pool2DGeometry g, float[] x, float[] y, float[] dy, float[] dx, int from, int to) {
    if (VectorPooling.fits(g)) {
      VectorPooling.maximumBackward(g, x, y, dy, dx, from, to);
    } else {
      super.maxPoolBackward(g, x, y, dy, dx, from, to);
    }
  }

  @Override
  public void reluBackward(float[] y, float[] dy, int from, int to) {
    if (to - from >= Lanes.COUNT) {
      VectorChannels.reluBackward(y, dy, from, to);
    } else {
      super.reluBackward(y, dy, from, to);
    }
  }

  @Override
  public void momentSums(float[] x, int channels, double[] sums, int fromRow, int toRow) {
    if (VectorChannels.wholeVectors(channels)) {
      VectorChannels.momentSums(x, channels, sums, fromRow, toRow);
    } else {
      super.momentSums(x, channels, sums, fromRow, toRow);
    }
  }

  @Override
  public void gradientSums(
      float[] x, float[] dy, int channels, double[] sums, int fromRow, int toRow) {
    if (VectorChannels.wholeVectors(channels)) {
      VectorChannels.gradientSums(x, dy, channels, sums, fromRow, toRow);
    } else {
      super.gradientSums(x, dy, channels, sums, fromRow, toRow);
    }
  }

  @Override
  public void scaleShift(
      float[] x, int channels, float[] scale, float[] shift, float[] y, int fromRow, int toRow) {
    if (VectorChannels.wholeVectors(channels)) {
      VectorChannels.scaleShift(x, channels, scale, shift, y, fromRow, toRow);
    } else {
      super.scaleShift(x, channels, scale, shift, y, fromRow, toRow);
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
    if (VectorChannels.wholeVectors(channels)) {
      VectorChannels.scaleAddShift(dy, x, channels, a, b, c, dx, fromRow, toRow);
    } else {
      super.scaleAddShift(dy, x, channels, a, b, c, dx, fromRow, toRow);
    }
  }
}
