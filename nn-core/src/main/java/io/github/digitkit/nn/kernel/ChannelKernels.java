package io.github.digitkit.nn.kernel;

/** Operations element by element or channel by channel; part of {@link Kernels}. */
public interface ChannelKernels {
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
