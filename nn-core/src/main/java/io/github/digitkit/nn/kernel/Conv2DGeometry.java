package io.github.digitkit.nn.kernel;

import io.github.digitkit.nn.tensor.ShapeException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Every size of one two-dimensional convolution. Input pictures are {@code (inputHeight,
 * inputWidth, inputChannels)}, outputs {@code (outputHeight, outputWidth, outputChannels)}, the
 * kernel {@code (kernelHeight, kernelWidth, inputChannels, outputChannels)}.
 *
 * @param inputHeight rows of the input
 * @param inputWidth columns of the input
 * @param inputChannels channels of the input
 * @param outputChannels filters
 * @param kernelHeight rows of the window
 * @param kernelWidth columns of the window
 * @param strideHeight rows from one window to the next
 * @param strideWidth columns from one window to the next
 * @param padTop rows of zeros above the input
 * @param padLeft columns of zeros left of the input
 * @param outputHeight rows of the output
 * @param outputWidth columns of the output
 */
public record Conv2DGeometry(
    int inputHeight,
    int inputWidth,
    int inputChannels,
    int outputChannels,
    int kernelHeight,
    int kernelWidth,
    int strideHeight,
    int strideWidth,
    int padTop,
    int padLeft,
    int outputHeight,
    int outputWidth) {

  /**
   * @throws ShapeException if the window does not fit into the input
   */
  public static Conv2DGeometry of(
      int inputHeight,
      int inputWidth,
      int inputChannels,
      int outputChannels,
      Window window,
      Padding padding) {
    return new Conv2DGeometry(
        inputHeight,
        inputWidth,
        inputChannels,
        outputChannels,
        window.height(),
        window.width(),
        window.strideHeight(),
        window.strideWidth(),
        padding.before(inputHeight, window.height(), window.strideHeight()),
        padding.before(inputWidth, window.width(), window.strideWidth()),
        window.outputHeight(inputHeight, padding),
        window.outputWidth(inputWidth, padding));
  }

  /**
   * A dense layer is a convolution of one pixel: {@code inputs} channels in, {@code outputs} out.
   */
  public static Conv2DGeometry dense(int inputs, int outputs) {
    return new Conv2DGeometry(1, 1, inputs, outputs, 1, 1, 1, 1, 0, 0, 1, 1);
  }

  // Written out, because the methods that Java makes for a record slow down a start. Geometries are
  // the keys of the kernels' plans; nothing else in a recognition hashes a record.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Conv2DGeometry that
        && hasInputOf(that)
        && hasWindowOf(that)
        && hasOutputOf(that);
  }

  private boolean hasInputOf(Conv2DGeometry that) {
    return inputHeight == that.inputHeight
        && inputWidth == that.inputWidth
        && inputChannels == that.inputChannels;
  }

  private boolean hasWindowOf(Conv2DGeometry that) {
    return kernelHeight == that.kernelHeight
        && kernelWidth == that.kernelWidth
        && strideHeight == that.strideHeight
        && strideWidth == that.strideWidth
        && padTop == that.padTop
        && padLeft == that.padLeft;
  }

  private boolean hasOutputOf(Conv2DGeometry that) {
    return outputHeight == that.outputHeight
        && outputWidth == that.outputWidth
        && outputChannels == that.outputChannels;
  }

  @Override
  public int hashCode() {
    int input = (inputHeight * 31 + inputWidth) * 31 + inputChannels;
    int window = ((kernelHeight * 31 + kernelWidth) * 31 + strideHeight) * 31 + strideWidth;
    int output = (outputHeight * 31 + outputWidth) * 31 + outputChannels;
    return ((input * 31 + window) * 31 + output) * 31 + padTop * 31 + padLeft;
  }

  /** Returns the floats of one input picture. */
  public int inputSize() {
    return inputHeight * inputWidth * inputChannels;
  }

  /** Returns the floats of one output picture. */
  public int outputSize() {
    return outputHeight * outputWidth * outputChannels;
  }

  /** Returns the pixels of one output picture. */
  public int outputPixels() {
    return outputHeight * outputWidth;
  }

  /** Returns the rows of the kernel seen as a matrix {@code (rows, outputChannels)}. */
  public int kernelRows() {
    return kernelHeight * kernelWidth * inputChannels;
  }

  /** Returns the floats of the kernel. */
  public int kernelSize() {
    return kernelRows() * outputChannels;
  }

  /** Returns the first row of the window that meets the input, for this row of the output. */
  public int firstKernelRow(int outputRow) {
    return Math.max(0, padTop - outputRow * strideHeight);
  }

  /** Returns the end (exclusive) of the window's rows that meet the input. */
  public int endKernelRow(int outputRow) {
    return Math.min(kernelHeight, inputHeight + padTop - outputRow * strideHeight);
  }

  /** Returns the first column of the window that meets the input, for this output column. */
  public int firstKernelColumn(int outputColumn) {
    return Math.max(0, padLeft - outputColumn * strideWidth);
  }

  /** Returns the end (exclusive) of the window's columns that meet the input. */
  public int endKernelColumn(int outputColumn) {
    return Math.min(kernelWidth, inputWidth + padLeft - outputColumn * strideWidth);
  }

  /** Returns the taps of the window, counted row by row, that meet the input anywhere, in order. */
  public int[] usedTaps() {
    return IntStream.range(0, kernelHeight * kernelWidth)
        .filter(tap -> meetsHeight(tap / kernelWidth) && meetsWidth(tap % kernelWidth))
        .toArray();
  }

  private boolean meetsHeight(int i) {
    return IntStream.range(0, outputHeight)
        .anyMatch(row -> i >= firstKernelRow(row) && i < endKernelRow(row));
  }

  private boolean meetsWidth(int j) {
    return IntStream.range(0, outputWidth)
        .anyMatch(column -> j >= firstKernelColumn(column) && j < endKernelColumn(column));
  }
}
