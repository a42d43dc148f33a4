package io.github.digitkit.nn.kernel;

import io.github.digitkit.nn.tensor.ShapeException;

/**
 * Every size of one two-dimensional pooling; channels stay apart.
 *
 * @param inputHeight rows of the input
 * @param inputWidth columns of the input
 * @param channels channels of input and output
 * @param poolHeight rows of the window
 * @param poolWidth columns of the window
 * @param strideHeight rows from one window to the next
 * @param strideWidth columns from one window to the next
 * @param padTop rows above the input that no window counts
 * @param padLeft columns left of the input that no window counts
 * @param outputHeight rows of the output
 * @param outputWidth columns of the output
 */
public record Pool2DGeometry(
    int inputHeight,
    int inputWidth,
    int channels,
    int poolHeight,
    int poolWidth,
    int strideHeight,
    int strideWidth,
    int padTop,
    int padLeft,
    int outputHeight,
    int outputWidth) {

  /**
   * @throws ShapeException if the window does not fit into the input
   */
  public static Pool2DGeometry of(
      int inputHeight, int inputWidth, int channels, Window window, Padding padding) {
    return new Pool2DGeometry(
        inputHeight,
        inputWidth,
        channels,
        window.height(),
        window.width(),
        window.strideHeight(),
        window.strideWidth(),
        padding.before(inputHeight, window.height(), window.strideHeight()),
        padding.before(inputWidth, window.width(), window.strideWidth()),
        window.outputHeight(inputHeight, padding),
        window.outputWidth(inputWidth, padding));
  }

  /** Returns the floats of one input picture. */
  public int inputSize() {
    return inputHeight * inputWidth * channels;
  }

  /** Returns the floats of one output picture. */
  public int outputSize() {
    return outputHeight * outputWidth * channels;
  }

  /** Returns the first input row of this output row's window. */
  public int firstRow(int outputRow) {
    return Math.max(0, outputRow * strideHeight - padTop);
  }

  /** Returns the end (exclusive) of the input rows of this output row's window. */
  public int endRow(int outputRow) {
    return Math.min(inputHeight, outputRow * strideHeight - padTop + poolHeight);
  }

  /** Returns the first input column of this output column's window. */
  public int firstColumn(int outputColumn) {
    return Math.max(0, outputColumn * strideWidth - padLeft);
  }

  /** Returns the end (exclusive) of the input columns of this output column's window. */
  public int endColumn(int outputColumn) {
    return Math.min(inputWidth, outputColumn * strideWidth - padLeft + poolWidth);
  }
}
