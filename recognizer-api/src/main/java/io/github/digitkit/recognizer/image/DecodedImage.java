package io.github.digitkit.recognizer.image;

/**
 * A decoded picture with what is needed to find a place of it in the file again.
 *
 * @param image the upright grey picture, shrunk if the file is larger than {@link
 *     ImageLimits#workingPixels}
 * @param format the format found in the content, such as {@code PNG}
 * @param width width of the upright picture before shrinking, in pixels
 * @param height height of the upright picture before shrinking, in pixels
 * @param shrink pixel (x, y) of {@code image} stands for the {@code shrink} x {@code shrink} pixels
 *     from ({@code shrink} x, {@code shrink} y); 1 if nothing was shrunk
 */
public record DecodedImage(GrayImage image, String format, int width, int height, int shrink) {
  /** The same picture, if it was made of every {@code step}-th pixel of a larger one. */
  DecodedImage sampledFrom(int sourceWidth, int sourceHeight, int step) {
    return new DecodedImage(image, format, sourceWidth, sourceHeight, shrink * step);
  }
}
