package io.github.digitkit.nn.kernel;

/** Convolutions, and with a window of one pixel dense layers; part of {@link Kernels}. */
public interface ConvolutionKernels {
  /**
   * Convolution: {@code y = activation(x * kernel + bias)}.
   *
   * @param g the sizes
   * @param x input pictures. Not modified.
   * @param kernel {@code (kernelHeight, kernelWidth, inputChannels, outputChannels)}. Not modified.
   * @param bias {@code (outputChannels)}. Not modified.
   * @param activation applied to each element
   * @param y output pictures {@code [from, to)}. Overwritten.
   * @param from the first picture
   * @param to the end (exclusive) of the pictures
   * @param workspace scratch memory
   */
  void conv2dForward(
      Conv2DGeometry g,
      float[] x,
      float[] kernel,
      float[] bias,
      PointwiseActivation activation,
      float[] y,
      int from,
      int to,
      Workspace workspace);

  /**
   * Gradient of a convolution's input.
   *
   * @param g the sizes
   * @param dy gradient of the output, before the activation. Not modified.
   * @param kernel {@code (kernelHeight, kernelWidth, inputChannels, outputChannels)}. Not modified.
   * @param dx gradient of the input, pictures {@code [from, to)}. Overwritten.
   * @param from the first picture
   * @param to the end (exclusive) of the pictures
   * @param workspace scratch memory
   */
  void conv2dBackwardInput(
      Conv2DGeometry g,
      float[] dy,
      float[] kernel,
      float[] dx,
      int from,
      int to,
      Workspace workspace);

  /**
   * Gradient of a convolution's kernel over a whole batch, for a range of the kernel's rows (see
   * {@link Conv2DGeometry#kernelRows}): threads split the kernel, not the batch, and need no
   * further sum.
   *
   * @param g the sizes
   * @param x input pictures. Not modified.
   * @param dy gradient of the output, before the activation. Not modified.
   * @param dKernel gradient of the kernel, rows {@code [fromRow, toRow)}. Added to.
   * @param images the number of pictures
   * @param fromRow the first kernel row
   * @param toRow the end (exclusive) of the kernel rows
   * @param workspace scratch memory
   */
  void conv2dBackwardKernel(
      Conv2DGeometry g,
      float[] x,
      float[] dy,
      float[] dKernel,
      int images,
      int fromRow,
      int toRow,
      Workspace workspace);

  /**
   * Prepares an inference step: packs the weights once.
   *
   * @param g the sizes
   * @param kernel {@code (kernelHeight, kernelWidth, inputChannels, outputChannels)}. Not modified
   *     and never modified by the caller afterwards.
   * @param epilogue what follows the sum
   * @return the step: {@code activation(x * kernel + bias) * scale + shift}
   */
  InferenceOperation prepareConv2d(Conv2DGeometry g, float[] kernel, Epilogue epilogue);
}
