package io.github.digitkit.cli.study;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One way in which a page of numbers looks.
 *
 * @param name what it is
 * @param maker draws a page that way
 */
record PageKind(String name, Maker maker) {
  /** Draws one page. */
  interface Maker {
    /**
     * @param lines written numbers from top to bottom, ink 1, {@link Writing#HEIGHT} high
     * @param random what may differ from page to page
     */
    BufferedImage draw(List<InkSheet> lines, SplittableRandom random);
  }
}
