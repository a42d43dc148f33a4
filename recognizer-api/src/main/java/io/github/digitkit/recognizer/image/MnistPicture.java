package io.github.digitkit.recognizer.image;

/**
 * Recognises a picture that is normalised already, as every picture of MNIST is: 28x28 on a clean
 * even ground, the longer side of the ink 20 pixels, its centre of mass in the middle, soft edges.
 * Such a picture needs no step and must not lose by any.
 */
final class MnistPicture {
  private static final int SIDE = DigitFrame.SIDE;
  private static final int EMPTY_BORDER = 1;
  private static final int PAPER = 8;
  private static final int DIGIT = 20;

  /** How many of its outermost rows may be too faint to see. */
  private static final int FADED = 2;

  private static final double MIDDLE = (SIDE - 1) / 2.0;
  private static final double OFF_CENTRE = 1.2;

  /** Least share of ink pixels that are neither paper nor full ink. */
  private static final double SOFT = 0.2;

  private final int[] ink = new int[SIDE * SIDE];
  private int left = SIDE;
  private int right;
  private int top = SIDE;
  private int bottom;
  private int inked;
  private int soft;
  private int darkest;
  private double sum;
  private double sumX;
  private double sumY;

  private MnistPicture() {}

  /** Whether a picture is normalised already. */
  static boolean matches(GrayImage image) {
    return image.width() == SIDE && image.height() == SIDE && read(image).isNormalized();
  }

  /** Reads a 28x28 picture; {@code flip} is 255 for dark ink on white, 0 for light on black. */
  static MnistPicture read(GrayImage image) {
    MnistPicture picture = new MnistPicture();
    int flip = image.get(0, 0) > 127 ? 255 : 0;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        picture.add(x, y, Math.abs(flip - image.get(x, y)));
      }
    }
    return picture;
  }

  private void add(int x, int y, int value) {
    ink[y * SIDE + x] = value;
    if (value == 0) {
      return;
    }
    darkest = Math.max(darkest, value);
    sum += value;
    sumX += (double) x * value;
    sumY += (double) y * value;
    if (value > PAPER) {
      inked++;
      soft += value < 240 ? 1 : 0;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = y + 1;
    }
  }

  /** Whether nothing is left to normalise. */
  private boolean isNormalized() {
    int longer = Math.max(right - left, bottom - top);
    boolean inFrame =
        left >= EMPTY_BORDER
            && top >= EMPTY_BORDER
            && right <= SIDE - EMPTY_BORDER
            && bottom <= SIDE - EMPTY_BORDER;
    return darkest >= 250
        && inFrame
        && longer <= DIGIT
        && longer >= DIGIT - FADED
        && soft >= SOFT * inked
        && Math.abs(sumX / sum - MIDDLE) <= OFF_CENTRE
        && Math.abs(sumY / sum - MIDDLE) <= OFF_CENTRE;
  }

  /** The picture unchanged, as values from 0 to 1. */
  NormalizedDigit digit() {
    float[] pixels = new float[ink.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = ink[i] / 255f;
    }
    double coverage = (double) inked / pixels.length;
    double width = sum / 255 / (1.5 * DIGIT) / DIGIT;
    return new NormalizedDigit(
        pixels,
        Box.between(left, top, right, bottom),
        new InkStatistics(darkest, 0, coverage, width),
        false);
  }
}
