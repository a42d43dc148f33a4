package io.github.digitkit.nn.kernel;

/**
 * The hot operations of a network over plain arrays: the interface that every implementation
 * (plain, vector, ejml) provides and that layers call.
 *
 * <p>Implementations are stateless and safe for use by many threads. Arrays hold whole batches of
 * pictures in {@code (batch, height, width, channels)} order and are trusted: callers check sizes,
 * kernels do not. Operations work on a range {@code [from, to)} of pictures, rows or channels, so
 * that a batch can be split over threads; every element of a result is computed in an order that
 * does not depend on that split.
 */
public interface Kernels {
  /**
   * The fastest kernels that work on this JVM, or those named by the system property {@code
   * digitkit.kernels} ({@code auto}, {@code vector}, {@code plain} or {@code ejml}). Chosen once,
   * at the first call; one INFO line of the logger of this interface's name says which and why.
   *
   * @throws IllegalStateException if the named kernels do not exist or do not work here
   */
  static Kernels best() {
    return KernelsHolder.best();
  }

  /**
   * The kernels of that name, whatever the system property says.
   *
   * @param name {@code auto}, {@code vector}, {@code plain} or {@code ejml}
   * @throws IllegalStateException if they do not exist or do not work here; says why
   */
  static Kernels named(String name) {
    return new KernelsChoice(KernelsHolder.providers()).choose(name);
  }

  /** Returns the name by which the system property {@code digitkit.kernels} chooses it. */
  String name();

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
   * Column sums of a {@code (rows, columns)} matrix: the gradient of a bias.
   *
   * @param matrix the matrix. Not modified.
   * @param rows the number of rows
   * @param columns the number of columns
   * @param sums {@code (columns)}, those of {@code [fromColumn, toColumn)}. Added to.
   * @param fromColumn the first column
   * @param toColumn the end (exclusive) of the columns
   */
  void columnSums(
      float[] matrix, int rows, int columns, float[] sums, int fromColumn, int toColumn);

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

  /**
   * Prepares a convolution with a max pooling right behind it.
   *
   * @param g the sizes of the convolution
   * @param kernel as for {@link #prepareConv2d}
   * @param epilogue what follows the sum, before the pooling
   * @param pool the sizes of the pooling, whose input is the convolution's output
   * @return the step
   */
  default InferenceOperation prepareConv2dMaxPool(
      Conv2DGeometry g, float[] kernel, Epilogue epilogue, Pool2DGeometry pool) {
    InferenceOperation convolution = prepareConv2d(g, kernel, epilogue);
    return (x, y, from, to, workspace) -> {
      // Slot 7 is left free by convolutions for this.
      float[] between = workspace.floats(7, to * g.outputSize());
      convolution.apply(x, between, from, to, workspace);
      maxPoolForward(pool, between, y, from, to);
    };
  }

  /**
   * Max pooling; padding is never the maximum.
   *
   * @param g the sizes
   * @param x input pictures. Not modified.
   * @param y output pictures {@code [from, to)}. Overwritten.
   * @param from the first picture
   * @param to the end (exclusive) of the pictures
   */
  void maxPoolForward(Pool2DGeometry g, float[] x, float[] y, int from, int to);

  /**
   * Gradient of max pooling: goes to the first maximum of each window in reading order.
   *
   * @param g the sizes
   * @param x the forward pass's input. Not modified.
   * @param y the forward pass's output. Not modified.
   * @param dy gradient of the output. Not modified.
   * @param dx gradient of the input, pictures {@code [from, to)}. Overwritten.
   * @param from the first picture
   * @param to the end (exclusive) of the pictures
   */
  void maxPoolBackward(
      Pool2DGeometry g, float[] x, float[] y, float[] dy, float[] dx, int from, int to);

  /**
   * Average pooling over the pixels that lie inside.
   *
   * @param g the sizes
   * @param x input pictures. Not modified.
   * @param y output pictures {@code [from, to)}. Overwritten.
   * @param from the first picture
   * @param to the end (exclusive) of the pictures
   */
  void averagePoolForward(Pool2DGeometry g, float[] x, float[] y, int from, int to);

  /**
   * Gradient of average pooling: shared equally by a window's pixels.
   *
   * @param g the sizes
   * @param dy gradient of the output. Not modified.
   * @param dx gradient of the input, pictures {@code [from, to)}. Overwritten.
   * @param from the first picture
   * @param to the end (exclusive) of the pictures
   */
  void averagePoolBackward(Pool2DGeometry g, float[] dy, float[] dx, int from, int to);

  /**
   * Gradient of ReLU: zero where the output is not positive.
   *
   * @param y the forward pass's output. Not modified.
   * @param dy gradient of the output, elements {@code [from, to)}. Overwritten with the gradient
   *     before the activation.
   * @param from the first element
   * @param to the end (exclusive) of the elements
   */
  void reluBackward(float[] y, float[] dy, int from, int to);

  /**
   * Channel sums of values and of their squares, over rows of {@code channels} values.
   *
   * @param x a {@code (rows, channels)} matrix. Not modified.
   * @param channels the number of channels
   * @param sums {@code channels} sums, then {@code channels} sums of squares. Added to.
   * @param fromRow the first row
   * @param toRow the end (exclusive) of the rows
   */
  void momentSums(float[] x, int channels, double[] sums, int fromRow, int toRow);

  /**
   * Channel sums of a gradient and of its products with values.
   *
   * @param x a {@code (rows, channels)} matrix. Not modified.
   * @param dy a {@code (rows, channels)} matrix. Not modified.
   * @param channels the number of channels
   * @param sums {@code channels} sums of dy, then {@code channels} sums of dy*x. Added to.
   * @param fromRow the first row
   * @param toRow the end (exclusive) of the rows
   */
  void gradientSums(float[] x, float[] dy, int channels, double[] sums, int fromRow, int toRow);

  /**
   * {@code y = x * scale + shift}, channel by channel.
   *
   * @param x a {@code (rows, channels)} matrix. Not modified.
   * @param channels the number of channels; scale and shift may be longer
   * @param scale {@code (channels)}. Not modified.
   * @param shift {@code (channels)}. Not modified.
   * @param y a {@code (rows, channels)} matrix, rows {@code [fromRow, toRow)}; may be x.
   *     Overwritten.
   * @param fromRow the first row
   * @param toRow the end (exclusive) of the rows
   */
  void scaleShift(
      float[] x, int channels, float[] scale, float[] shift, float[] y, int fromRow, int toRow);

  /**
   * {@code dx = dy * a + x * b + c}, channel by channel: the gradient of BatchNormalization.
   *
   * @param dy a {@code (rows, channels)} matrix. Not modified.
   * @param x a {@code (rows, channels)} matrix. Not modified.
   * @param channels the number of channels; a, b and c may be longer
   * @param a {@code (channels)}. Not modified.
   * @param b {@code (channels)}. Not modified.
   * @param c {@code (channels)}. Not modified.
   * @param dx a {@code (rows, channels)} matrix, rows {@code [fromRow, toRow)}. Overwritten.
   * @param fromRow the first row
   * @param toRow the end (exclusive) of the rows
   */
  void scaleAddShift(
      float[] dy,
      float[] x,
      int channels,
      float[] a,
      float[] b,
      float[] c,
      float[] dx,
      int fromRow,
      int toRow);
}
