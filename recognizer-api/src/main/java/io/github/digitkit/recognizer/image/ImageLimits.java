package io.github.digitkit.recognizer.image;

/**
 * What a decoder accepts and how much it keeps; every limit is checked before anything of that size
 * is allocated.
 *
 * <p>With the default limits any accepted picture decodes in a heap of 128 MB.
 *
 * @param maxBytes largest file or stream, in bytes
 * @param maxPixels largest width x height
 * @param maxSide largest width or height, in pixels
 * @param workingPixels pictures of more pixels are shrunk while they are read: the boxes of k x k
 *     pixels are averaged, with the smallest whole k that gets the result down to about this many
 */
public record ImageLimits(int maxBytes, int maxPixels, int maxSide, int workingPixels) {
  private static final ImageLimits DEFAULT =
      new ImageLimits(64 << 20, 64_000_000, 32_767, 2_000_000);
  private static final int LEAST_WORKING_PIXELS = 10_000;

  /** Checks that the limits make sense. */
  public ImageLimits {
    if (maxBytes < 1 || maxPixels < 1 || maxSide < 1) {
      throw new IllegalArgumentException(
          String.format(
              "image limits: expected at least 1 byte, pixel and side, got %d, %d, %d",
              maxBytes, maxPixels, maxSide));
    }
    if (workingPixels < LEAST_WORKING_PIXELS) {
      throw new IllegalArgumentException(
          String.format(
              "image limits: expected at least %d working pixels, got %d",
              LEAST_WORKING_PIXELS, workingPixels));
    }
  }

  /** Returns 64 MiB, 64 megapixels, sides of 32,767, shrunk to about 2 megapixels. */
  public static ImageLimits defaults() {
    return DEFAULT;
  }

  /** Returns these limits with another {@link #maxBytes}. */
  public ImageLimits withMaxBytes(int bytes) {
    return new ImageLimits(bytes, maxPixels, maxSide, workingPixels);
  }

  /** Returns these limits with another {@link #maxPixels}. */
  public ImageLimits withMaxPixels(int pixels) {
    return new ImageLimits(maxBytes, pixels, maxSide, workingPixels);
  }

  /** Returns these limits with another {@link #maxSide}. */
  public ImageLimits withMaxSide(int side) {
    return new ImageLimits(maxBytes, maxPixels, side, workingPixels);
  }

  /** Returns these limits with other {@link #workingPixels}. */
  public ImageLimits withWorkingPixels(int pixels) {
    return new ImageLimits(maxBytes, maxPixels, maxSide, pixels);
  }

  /** The side of the boxes that are averaged into one pixel; 1 keeps every pixel. */
  int shrinkFactor(int width, int height) {
    return (int) Math.ceil(Math.sqrt((double) width * height / workingPixels));
  }
}
