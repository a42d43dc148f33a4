package io.github.digitkit.nn.kernel;

/** Pooling; part of {@link Kernels}. */
public interface PoolingKernels {
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
}
