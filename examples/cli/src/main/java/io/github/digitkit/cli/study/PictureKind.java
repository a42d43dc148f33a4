package io.github.digitkit.cli.study;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/**
 * One way in which people take or draw a picture of a digit.
 *
 * @param group what it varies
 * @param name what it is
 * @param maker draws a digit that way
 */
record PictureKind(String group, String name, Maker maker) {
  /** Draws one digit. */
  interface Maker {
    /**
     * @param digit the picture of the data set, 28x28, ink 1
     * @param random what may differ from picture to picture
     */
    BufferedImage draw(InkSheet digit, SplittableRandom random);
  }
}
