package io.github.digitkit.recognizer.image;

/**
 * The part of a picture that is written on.
 *
 * @param image the picture; where the part is turned, with its tone instead of what is around it
 * @param region the part's extent, in pixels of the picture
 */
public record WrittenPart(GrayImage image, Box region) {
  /** All of a picture. */
  static WrittenPart whole(GrayImage image) {
    return new WrittenPart(image, new Box(0, 0, image.width(), image.height()));
  }
}
