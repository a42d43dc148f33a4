package io.github.digitkit.recognizer.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The ways to see a picture in which the usual way found no clear digit: in patchy light; the main
 * piece alone; only the darker of two inks; without a strip at a border that the ink reaches, where
 * a neighbour's stroke may hang on the digit.
 */
final class OtherLooks {
  /** Width of the strip, as a share of the picture's side. */
  private static final double STRIP = 0.12;

  /**
   * Strokes wider than this share of the picture's side come near the window of {@link
   * PaperEnvelope}, which would take them for shadow.
   */
  private static final double BOLD = 0.15;

  /** A second ink is at least what this share of the whole leaves. */
  private static final double LESS = 0.85;

  /** A picture must keep this many pixels a side. */
  private static final int LEAST_SIDE = 6;

  private final DigitNormalizer normalizer;
  private final GrayImage image;
  private final List<OtherLook> looks = new ArrayList<>();
  private final boolean mayBeShadow;
  private final NormalizedDigit usual;

  OtherLooks(
      DigitNormalizer normalizer, GrayImage image, NormalizedDigit usual, boolean mayBeShadow) {
    this.normalizer = normalizer;
    this.image = image;
    this.mayBeShadow = mayBeShadow;
    this.usual = usual;
  }

  List<OtherLook> all() {
    Box whole = new Box(0, 0, image.width(), image.height());
    DigitNormalizer.Look look = normalizer.look(image, whole, DigitNormalizer.Light.SMOOTH);
    if (mayBeShadow || !isBold()) {
      addPieces(normalizer.look(image, whole, DigitNormalizer.Light.PATCHY));
    }
    addPieces(look);
    addDarkerInk(look);
    addWithoutStrips(whole, look);
    return looks;
  }

  private boolean isBold() {
    double width = usual.ink().strokeWidth() * usual.box().longerSide();
    return width > BOLD * Math.max(image.width(), image.height());
  }

  private void addPieces(DigitNormalizer.Look look) {
    add(normalizer.normalize(look, look.digit()));
    add(
        normalizer.normalize(
            look, PieceSelection.mainPieceOf(look.picture(), normalizer.settings())));
  }

  private void addDarkerInk(DigitNormalizer.Look look) {
    look.picture().ofDarkerInk().ifPresent(darker -> addDarkerInk(look, darker));
  }

  private void addDarkerInk(DigitNormalizer.Look look, InkPicture darker) {
    PieceSelection digit = PieceSelection.of(darker, normalizer.settings());
    // Less would be the soft edge of the same strokes.
    if (digit.mask().area() < LESS * look.digit().mask().area()) {
      DigitNormalizer.Look withoutFainter = new DigitNormalizer.Look(darker, digit, look.several());
      add(normalizer.normalize(withoutFainter, digit), true);
    }
  }

  private void addWithoutStrips(Box whole, DigitNormalizer.Look look) {
    Plane plane = look.picture().darkness();
    Box box = look.digit().box();
    int across = (int) Math.ceil(STRIP * whole.width());
    int down = (int) Math.ceil(STRIP * whole.height());
    boolean inWhole = look.picture().region().equals(whole);
    if (!inWhole
        || box.isEmpty()
        || whole.width() < 2 * across + LEAST_SIDE
        || whole.height() < 2 * down + LEAST_SIDE) {
      return;
    }
    int left = box.x() == 0 ? across : 0;
    int right = box.right() == plane.width() ? across : 0;
    int top = box.y() == 0 ? down : 0;
    int bottom = box.bottom() == plane.height() ? down : 0;
    if (left > 0 && right > 0 && top > 0 && bottom > 0) {
      // A bold digit in a tight frame reaches every border by itself.
      return;
    }
    addPart(whole, left, 0, 0, 0);
    addPart(whole, 0, 0, right, 0);
    addPart(whole, left, 0, right, 0);
    addPart(whole, 0, top, 0, bottom);
    addPart(whole, left, top, right, bottom);
  }

  private void addPart(Box whole, int left, int top, int right, int bottom) {
    if (left + top + right + bottom > 0) {
      Box part = Box.between(left, top, whole.right() - right, whole.bottom() - bottom);
      DigitNormalizer.Look look = normalizer.look(image, part, DigitNormalizer.Light.SMOOTH);
      add(normalizer.normalize(look, look.digit()));
    }
  }

  private void add(NormalizedDigit digit) {
    add(digit, false);
  }

  private void add(NormalizedDigit digit, boolean overrules) {
    float[] pixels = digit.pixels();
    boolean known = Arrays.equals(pixels, usual.pixels());
    for (OtherLook other : looks) {
      known |= Arrays.equals(pixels, other.digit().pixels());
    }
    if (!known && !digit.box().isEmpty() && !digit.ink().looksBlank()) {
      looks.add(new OtherLook(digit, overrules));
    }
  }
}
