package io.github.digitkit.cli.study;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One way in which people write a number.
 *
 * @param name what it is
 * @param maker draws a number that way
 * @param appended digits that the maker draws behind those it is given
 */
record NumberKind(String name, Maker maker, String appended) {
  /** Draws one number. */
  interface Maker {
    /**
     * @param digits pictures of the data set, 28x28, ink 1, from left to right
     * @param random what may differ from picture to picture
     */
    BufferedImage draw(List<InkSheet> digits, SplittableRandom random);
  }
}
