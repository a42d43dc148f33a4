package io.github.digitkit.nn.kernel.vector;

import io.github.digitkit.nn.kernel.Conv2DGeometry;
import io.github.digitkit.nn.kernel.Epilogue;
import io.github.digitkit.nn.kernel.InferenceOperation;
import io.github.digitkit.nn.kernel.PointwiseActivation;
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
}
