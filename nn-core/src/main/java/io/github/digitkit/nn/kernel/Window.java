package io.github.digitkit.nn.kernel;

import io.github.digitkit.nn.tensor.ShapeException;

/**
 * A window that slides over a picture, of a convolution or of a pooling.
 *
 * @param height rows, at least 1
 * @param width columns, at least 1
 * @param strideHeight rows from one window to the next, at least 1
 * @param strideWidth columns from one window to the next, at least 1
 */
public record Window(int height, int width, int strideHeight, int strideWidth) {

  /** Checks that every number is at least 1. */
  public Window {
    if (height < 1 || width < 1) {
      throw new ShapeException("a window must be at least 1x1, but got " + height + "x" + width);
    }
    if (strideHeight < 1 || strideWidth < 1) {
      throw new ShapeException(
          "strides must be at least 1, but got " + strideHeight + "x" + strideWidth);
    }
  }

  /** A square window with the same step both ways. */
  public static Window square(int size, int stride) {
    return new Window(size, size, stride, stride);
  }

  /**
   * @return windows down a picture of that many rows
   * @throws ShapeException if none fits
   */
  public int outputHeight(int inputHeight, Padding padding) {
    return fitted("height", padding.outputSize(inputHeight, height, strideHeight), inputHeight);
  }

  /**
   * @return windows across a picture of that many columns
   * @throws ShapeException if none fits
   */
  public int outputWidth(int inputWidth, Padding padding) {
    return fitted("width", padding.outputSize(inputWidth, width, strideWidth), inputWidth);
  }

  private int fitted(String axis, int output, int input) {
    if (output < 1) {
      throw new ShapeException(
          "a window of "
              + height
              + "x"
              + width
              + " does not fit into an input of "
              + axis
              + " "
              + input
              + "; a smaller window or padding SAME would");
    }
    return output;
  }
}
