package io.github.digitkit.recognizer.image;

import java.util.Arrays;
import java.util.Objects;

/**
 * A grey picture: one byte a pixel, 0 = black to 255 = white, rows from the top, each from the
 * left.
 *
 * <p>Immutable, so instances may be shared by any number of threads.
 */
public final class GrayImage {
  private final int width;
  private final int height;
  private final byte[] luminance;

  private GrayImage(int width, int height, byte[] luminance) {
    this.width = width;
    this.height = height;
    this.luminance = luminance;
  }

  /**
   * Makes a picture of a copy of the given pixels.
   *
   * @param width width in pixels, at least 1
   * @param height height in pixels, at least 1
   * @param luminance unsigned pixels, {@code width * height} of them, row by row. Not modified, and
   *     not kept.
   * @return the picture
   * @throws IllegalArgumentException if a side is below 1 or the array has another length
   */
  public static GrayImage of(int width, int height, byte[] luminance) {
    return wrap(width, height, luminance.clone());
  }

  /** As {@link #of}, but takes the array over: the caller must not touch it again. */
  static GrayImage wrap(int width, int height, byte[] luminance) {
    if (width < 1 || height < 1 || Math.multiplyFull(width, height) != luminance.length) {
      throw new IllegalArgumentException(
          "grey picture: expected sides of at least 1 and width x height pixels, got "
              + width
              + "x"
              + height
              + " and "
              + luminance.length
              + " pixels");
    }
    return new GrayImage(width, height, luminance);
  }

  /** Returns the width in pixels, at least 1. */
  public int width() {
    return width;
  }

  /** Returns the height in pixels, at least 1. */
  public int height() {
    return height;
  }

  /**
   * Returns one pixel.
   *
   * @param x column, from 0 at the left
   * @param y row, from 0 at the top
   * @return luminance, 0 (black) to 255 (white)
   * @throws IndexOutOfBoundsException if the pixel lies outside the picture
   */
  public int get(int x, int y) {
    return luminance[Objects.checkIndex(y, height) * width + Objects.checkIndex(x, width)] & 0xff;
  }

  /** Returns a copy of the unsigned pixels, row by row. */
  public byte[] toByteArray() {
    return luminance.clone();
  }

  /** The pixels themselves, for the package's read-only use: must not be modified. */
  byte[] array() {
    return luminance;
  }

  /**
   * Cuts out a rectangle.
   *
   * @param x left column
   * @param y top row
   * @param cropWidth width in pixels, at least 1
   * @param cropHeight height in pixels, at least 1
   * @return the part, independent of this picture
   * @throws IllegalArgumentException if the rectangle is empty or not wholly inside the picture
   */
  public GrayImage crop(int x, int y, int cropWidth, int cropHeight) {
    if (x < 0
        || y < 0
        || cropWidth < 1
        || cropHeight < 1
        || cropWidth > width - x
        || cropHeight > height - y) {
      throw new IllegalArgumentException(
          String.format(
              "crop: expected a rectangle inside %dx%d, got %dx%d at (%d, %d)",
              width, height, cropWidth, cropHeight, x, y));
    }
    byte[] part = new byte[cropWidth * cropHeight];
    for (int row = 0; row < cropHeight; row++) {
      System.arraycopy(luminance, (y + row) * width + x, part, row * cropWidth, cropWidth);
    }
    return new GrayImage(cropWidth, cropHeight, part);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GrayImage image
        && width == image.width
        && height == image.height
        && Arrays.equals(luminance, image.luminance);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + Arrays.hashCode(luminance);
  }

  /** Returns the size, such as {@code GrayImage 28x28}. */
  @Override
  public String toString() {
    return "GrayImage " + width + "x" + height;
  }
}
