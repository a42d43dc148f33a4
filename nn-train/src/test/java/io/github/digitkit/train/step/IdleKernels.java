package io.github.digitkit.train.step;

import io.github.digitkit.nn.kernel.Conv2DGeometry;
import io.github.digitkit.nn.kernel.Epilogue;
import io.github.digitkit.nn.kernel.InferenceOperation;
import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.nn.kernel.PointwiseActivation;
import io.github.digitkit.nn.kernel.Pool2DGeometry;
import io.github.digitkit.nn.kernel.Workspace;

/** Kernels that compute nothing: what remains of a step is the step's own. */
final class IdleKernels implements Kernels {
  @Override
  public String name() {
    return "idle";
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
      Workspace workspace) {}

  @Override
  public void conv2dBackwardInput(
      Conv2DGeometry g,
      float[] dy,
      float[] kernel,
      float[] dx,
      int from,
      int to,
      Workspace workspace) {}

  @Override
  public void conv2dBackwardKernel(
      Conv2DGeometry g,
      float[] x,
      float[] dy,
      float[] dKernel,
      int images,
      int fromRow,
      int toRow,
      Workspace workspace) {}

  @Override
  public void columnSums(
      float[] matrix, int rows, int columns, float[] sums, int fromColumn, int toColumn) {}

  @Override
  public InferenceOperation prepareConv2d(Conv2DGeometry g, float[] kernel, Epilogue epilogue) {
    return (x, y, from, to, workspace) -> {};
  }

  @Override
  public void maxPoolForward(Pool2DGeometry g, float[] x, float[] y, int from, int to) {}

  @Override
  public void maxPoolBackward(
      Pool2DGeometry g, float[] x, float[] y, float[] dy, float[] dx, int from, int to) {}

  @Override
  public void averagePoolForward(Pool2DGeometry g, float[] x, float[] y, int from, int to) {}

  @Override
  public void averagePoolBackward(Pool2DGeometry g, float[] dy, float[] dx, int from, int to) {}

  @Override
  public void reluBackward(float[] y, float[] dy, int from, int to) {}

  @Override
  public void momentSums(float[] x, int channels, double[] sums, int fromRow, int toRow) {}

  @Override
  public void gradientSums(
      float[] x, float[] dy, int channels, double[] sums, int fromRow, int toRow) {}

  @Override
  public void scaleShift(
      float[] x, int channels, float[] scale, float[] shift, float[] y, int fromRow, int toRow) {}

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
      int toRow) {}
}
