package io.github.digitkit.recognizer.image;

/**
 * A digit as the network sees it, and what was noticed on the way. Immutable.
 *
 * @see DigitNormalizer
 */
public final class NormalizedDigit {
  /** Width and height of the normalised picture, in pixels. */
  public static final int SIDE = DigitFrame.SIDE;

  private final float[] pixels;
  private final Box box;
  private final InkStatistics ink;
  private final boolean severalDigits;

  NormalizedDigit(float[] pixels, Box box, InkStatistics ink, boolean severalDigits) {
    this.pixels = pixels;
    this.box = box;
    this.ink = ink;
    this.severalDigits = severalDigits;
  }

  /** The {@code 28 * 28} pixels in rows, 0 = paper to 1 = ink; a new array each time. */
  public float[] pixels() {
    return pixels.clone();
  }

  /**
   * Copies the pixels into a batch.
   *
   * @param target overwritten from {@code offset} on with 28 * 28 values
   */
  public void copyTo(float[] target, int offset) {
    System.arraycopy(pixels, 0, target, offset, pixels.length);
  }

  /** What the network saw: 28x28, light ink on black, as MNIST's pictures are. */
  public GrayImage seen() {
    byte[] levels = new byte[pixels.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) Math.round(255 * pixels[i]);
    }
    return GrayImage.wrap(SIDE, SIDE, levels);
  }

  /** The digit's extent in pixels of the source picture; empty if no ink was found. */
  public Box box() {
    return box;
  }

  /** Contrast, noise, coverage and stroke width, for the blank gate. */
  public InkStatistics ink() {
    return ink;
  }

  /** Whether no ink was found, or so little or so faint that it is likelier paper than a digit. */
  public boolean looksBlank() {
    return box.isEmpty() || ink.looksBlank();
  }

  /** What was noticed about this picture, with the pixels and the box of another look at it. */
  public NormalizedDigit seenAs(NormalizedDigit look) {
    return new NormalizedDigit(look.pixels, look.box, ink, severalDigits);
  }

  /** Whether several separate pieces of a digit's size lie side by side in the picture. */
  public boolean severalDigits() {
    return severalDigits;
  }
}
