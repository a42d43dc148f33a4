package io.github.digitkit.train.data.synthetic;

import io.github.digitkit.train.data.Dataset;

/**
 * Pictures that are no digit, 28x28, normalised like digits: letters, signs, scrawls, digits that
 * were turned, mirrored, cut or joined, noise, lines and blobs.
 *
 * <p>Letters that resemble digits (O, D, I, l, Z, S, B, b, g, q ...) are left out: nobody could
 * tell them from digits. Picture {@code i} follows from the seed and {@code i} alone.
 */
public final class SyntheticNonDigits {
  /** The class of every picture: after the ten digits. */
  public static final int LABEL = 10;

  /** Number of classes with the ten digits. */
  public static final int CLASSES = 11;

  private static final long STREAM = 0x6E6F6E65L;

  private SyntheticNonDigits() {}

  /**
   * A set of non-digits.
   *
   * @throws IllegalArgumentException if size is below 1
   */
  public static Dataset of(int size, long seed) {
    return PictureMaker.make(
        size,
        CLASSES,
        seed,
        STREAM,
        (canvas, scribe, random) -> {
          NonDigitKind.draw(random).paint(canvas, scribe, random);
          return LABEL;
        });
  }
}
