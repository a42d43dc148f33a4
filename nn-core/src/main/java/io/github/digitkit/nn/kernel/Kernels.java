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
public interface Kernels extends ConvolutionKernels, PoolingKernels, ChannelKernels {
  /** The workspace slot that convolutions leave free for what lies between them and a pooling. */
  int BETWEEN = 7;

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
      float[] between = workspace.floats(BETWEEN, to * g.outputSize());
      convolution.apply(x, between, from, to, workspace);
      maxPoolForward(pool, between, y, from, to);
    };
  }

  /**
   * A convolution and the max pooling behind it as one. The convolution's output, the largest array
   * of a network, need not be stored; {@link #conv2dMaxPoolBackward} finds it again.
   *
   * @param g the sizes of the convolution
   * @param pool the sizes of the pooling, whose input is the convolution's output
   * @param x input pictures. Not modified.
   * @param kernel {@code (kernelHeight, kernelWidth, inputChannels, outputChannels)}. Not modified.
   * @param bias {@code (outputChannels)}. Not modified.
   * @param activation applied to each element before the pooling
   * @param y pooled pictures {@code [from, to)}. Overwritten.
   * @param from the first picture
   * @param to the end (exclusive) of the pictures
   * @param workspace scratch memory
   */
  default void conv2dMaxPoolForward(
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
    float[] between = workspace.floats(BETWEEN, to * g.outputSize());
    conv2dForward(g, x, kernel, bias, activation, between, from, to, workspace);
    maxPoolForward(pool, between, y, from, to);
  }

  /**
   * From the gradient of the pooled pictures to that of the convolution's output.
   *
   * @param g the sizes of the convolution
   * @param pool the sizes of the pooling
   * @param x input pictures. Not modified.
   * @param kernel as in the forward pass. Not modified.
   * @param bias as in the forward pass. Not modified.
   * @param activation as in the forward pass
   * @param y the forward pass's output. Not modified.
   * @param dy gradient of y, zero where the activation's slope at y is. Not modified.
   * @param gradient of the convolution's output before its activation, pictures {@code [from, to)}.
   *     Overwritten.
   * @param from the first picture
   * @param to the end (exclusive) of the pictures
   * @param workspace scratch memory
   */
  default void conv2dMaxPoolBackward(
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
    float[] between = workspace.floats(BETWEEN, to * g.outputSize());
    conv2dForward(g, x, kernel, bias, activation, between, from, to, workspace);
    maxPoolBackward(pool, between, y, dy, gradient, from, to);
  }
}
