package io.github.digitkit.recognizer.image;

import java.util.List;
import java.util.Optional;

/**
 * From a picture of one digit, whatever its size, light, paper and pen, to the 28x28 pixels that
 * the network reads.
 *
 * <p>The steps: {@link WorkingSize}, {@link Polarity}, {@link Background}, {@link InkThreshold},
 * {@link RulingLines}, {@link Pieces}, {@link Outline}, {@link PieceSelection}, {@link InkValue},
 * {@link StrokeWidth}, {@link DigitFrame}. A picture that is normalised already passes unchanged
 * ({@link MnistPicture}); a small digit in a large picture is found in a coarse view and then cut
 * out of the source at full resolution; one on a {@link Plate} is read from it.
 *
 * <p>Immutable and thread-safe. Memory does not grow with the picture's size.
 */
public final class DigitNormalizer {
  private static final int ZOOMS = 2;

  /**
   * A picture of a single digit usually has this many times the area of its longer side squared.
   */
  private static final double SURROUNDINGS = 2;

  private static final double ZOOM_MARGIN = 0.35;

  /** A zoom must show at least this much more detail. */
  private static final double LEAST_ZOOM = 1.4;

  /** Fainter ink is not worth a closer look: it would only enlarge the paper's texture. */
  private static final double ZOOM_LEVEL = 40;

  private final NormalizationSettings settings;
  private final WorkingSize workingSize;

  /** A normaliser with the given constants. */
  public DigitNormalizer(NormalizationSettings settings) {
    this.settings = settings;
    this.workingSize = new WorkingSize(settings);
  }

  /** A normaliser with {@link NormalizationSettings#defaults()}. */
  public DigitNormalizer() {
    this(NormalizationSettings.defaults());
  }

  public NormalizationSettings settings() {
    return settings;
  }

  /**
   * Normalises the main digit of a picture.
   *
   * @param image any size. Not modified.
   * @return the digit; all paper, with an empty box, if no ink was found
   */
  public NormalizedDigit normalize(GrayImage image) {
    if (MnistPicture.matches(image)) {
      return MnistPicture.read(image).digit();
    }
    return normalize(image, new Box(0, 0, image.width(), image.height()));
  }

  /**
   * Normalises the main digit of a part of a picture.
   *
   * @param image any size. Not modified.
   * @param region in pixels of {@code image}, not empty
   */
  public NormalizedDigit normalize(GrayImage image, Box region) {
    NormalizedDigit usual = normalize(image, region, Light.SMOOTH);
    if (!usual.ink().mayBeLight()) {
      return usual;
    }
    NormalizedDigit other = normalize(image, region, Light.PATCHY);
    return other.ink().isClearerThan(usual.ink()) ? other : usual;
  }

  private NormalizedDigit normalize(GrayImage image, Box region, Light light) {
    Look look = look(image, region, light);
    return normalize(look, look.digit());
  }

  /**
   * Other ways to see a picture whose first reading is in doubt: in patchy light, without the
   * detached pieces, without the fainter of two inks, and without the strip at each border that the
   * ink reaches. Which of them is right only the network can tell.
   *
   * @param image any size. Not modified.
   * @param usual what {@link #normalize(GrayImage)} made of it
   * @param mayBeShadow whether bold ink may be a shadow, as the first look shows hardly a digit
   * @return none to ten, each with ink, no two alike; none of a picture that is normalised already
   */
  public List<OtherLook> alternatives(GrayImage image, NormalizedDigit usual, boolean mayBeShadow) {
    return MnistPicture.matches(image)
        ? List.of()
        : new OtherLooks(this, image, usual, mayBeShadow).all();
  }

  /** How a picture's light may be. */
  enum Light {
    SMOOTH,
    PATCHY
  }

  /**
   * The ink of a picture and which of it is the digit.
   *
   * @param several whether several digits stood side by side before the digit was approached
   */
  record Look(InkPicture picture, PieceSelection digit, boolean several) {}

  /** Looks at a region, and closer where the digit is small in it. */
  Look look(GrayImage image, Box region, Light light) {
    Plane grey = workingSize.fit(image, region);
    Polarity polarity = Polarity.of(grey, settings.borderRing());
    InkPicture picture = inkOf(region, grey, polarity, light);
    PieceSelection digit = PieceSelection.of(picture, settings);
    boolean several = SideBySide.in(picture.pieces());
    for (int zoom = 0; zoom < ZOOMS && worthZooming(picture, digit); zoom++) {
      Box part = surroundings(region, picture, digit.box());
      InkPicture closer = inkOf(part, workingSize.fit(image, part), polarity, light);
      PieceSelection closerDigit = digit.inCloserLook(picture, closer);
      if (closerDigit.box().isEmpty()) {
        break;
      }
      picture = closer;
      digit = closerDigit;
    }
    Look look = new Look(picture, digit, several);
    return digit.largest().flatMap(main -> onPlate(look.picture(), main)).orElse(look);
  }

  private Optional<Look> onPlate(InkPicture picture, Piece main) {
    return picture
        .onPlate(main, settings)
        .map(
            written ->
                new Look(
                    written,
                    PieceSelection.of(written, settings),
                    SideBySide.in(written.pieces())));
  }

  private InkPicture inkOf(Box region, Plane grey, Polarity polarity, Light light) {
    InkPicture picture =
        light == Light.SMOOTH
            ? InkPicture.of(region, grey, polarity, settings)
            : InkPicture.inPatchyLight(region, grey, polarity, settings);
    return picture.withFilledOutlines();
  }

  /** Brings some of the pieces of a look into the frame. */
  NormalizedDigit normalize(Look look, PieceSelection digit) {
    int pixels = look.picture().darkness().values().length;
    return normalize(look.picture(), digit.mask(), look.several(), pixels);
  }

  /** The part of a picture that is written on: a {@link Panel}, or the whole. */
  public WrittenPart writtenPart(GrayImage image) {
    return Panel.in(image).orElse(WrittenPart.whole(image));
  }

  /**
   * The ink of a line of digits in a picture, at a size of the caller's choice.
   *
   * @param image Not modified.
   * @param region in pixels of {@code image}
   * @param scale pixels of the result for a pixel of the image
   */
  public InkPicture inkOfLine(GrayImage image, Box region, double scale) {
    Plane grey = WorkingSize.scaled(image, region, scale);
    return InkPicture.ofNumber(region, grey, Polarity.of(grey, settings.borderRing()), settings);
  }

  /** As {@link #inkOfLine}, under light that no smooth surface follows, as a hard shadow's edge. */
  public InkPicture inkOfLineInPatchyLight(GrayImage image, Box region, double scale) {
    Plane grey = WorkingSize.scaled(image, region, scale);
    Polarity polarity = Polarity.of(grey, settings.borderRing());
    return InkPicture.ofNumberInPatchyLight(region, grey, polarity, settings);
  }

  /**
   * The ink of a whole page, under light that may change over it; its lines are left in.
   *
   * @param longestSide to which larger pages are shrunk, in pixels
   */
  public InkPicture inkOfPage(GrayImage page, int longestSide) {
    Box region = new Box(0, 0, page.width(), page.height());
    Plane grey = fit(page, region, longestSide);
    return InkPicture.ofPage(region, grey, Polarity.of(grey, settings.borderRing()), settings);
  }

  /** As {@link #inkOfPage}, under light that no smooth surface follows, as a hard shadow's edge. */
  public InkPicture inkOfPageInPatchyLight(GrayImage page, int longestSide) {
    Box region = new Box(0, 0, page.width(), page.height());
    Plane grey = fit(page, region, longestSide);
    Polarity polarity = Polarity.of(grey, settings.borderRing());
    return InkPicture.ofPageInPatchyLight(region, grey, polarity, settings);
  }

  private static Plane fit(GrayImage page, Box region, int longestSide) {
    double scale = Math.min(1, (double) longestSide / region.longerSide());
    return WorkingSize.scaled(page, region, scale);
  }

  /** The ink of a page without the rulings of lined and squared paper. */
  public InkPicture withoutRulings(InkPicture page) {
    return page.withoutRulings(settings);
  }

  private boolean worthZooming(InkPicture picture, PieceSelection digit) {
    Box box = digit.box();
    return !box.isEmpty()
        && box.longerSide() < settings.zoomSide() * picture.darkness().longerSide()
        && picture.sourcePixelsPerPixel() >= LEAST_ZOOM
        && new InkValue(picture, settings).fullInk(digit.mask()) >= ZOOM_LEVEL;
  }

  private static Box surroundings(Box limits, InkPicture picture, Box digit) {
    Box box = picture.toSource(digit);
    int margin = (int) Math.ceil(ZOOM_MARGIN * box.longerSide());
    return box.grownWithin(limits, margin);
  }

  /**
   * Brings some of a picture's ink into the 28x28 frame.
   *
   * @param digit the ink, its box no larger than needed. Not modified.
   */
  public NormalizedDigit normalize(InkPicture picture, InkMask digit) {
    return normalize(picture, digit, false, 0);
  }

  /**
   * As the public one.
   *
   * @param surroundings pixels that the digit has to itself; 0 for about what a digit alone in a
   *     picture has
   */
  private NormalizedDigit normalize(
      InkPicture picture, InkMask digit, boolean several, int surroundings) {
    Box box = digit.box();
    if (box.isEmpty()) {
      float[] nothing = new float[DigitFrame.SIDE * DigitFrame.SIDE];
      return new NormalizedDigit(nothing, box, InkStatistics.none(picture.noise()), several);
    }
    InkValue value = new InkValue(picture, settings);
    float fullInk = value.fullInk(digit);
    Plane ink = value.within(digit, fullInk);
    double width = StrokeWidth.of(ink);
    double missing = settings.strokeWidth() * box.longerSide() - width;
    Plane stroke = missing > 0 ? StrokeWidth.thicken(ink, missing / 2) : ink;
    double usual = SURROUNDINGS * box.longerSide() * box.longerSide();
    double coverage = digit.area() / (surroundings > 0 ? surroundings : usual);
    return new NormalizedDigit(
        DigitFrame.of(stroke, settings.gainPercentile()),
        picture.toSource(box),
        new InkStatistics(fullInk, picture.noise(), coverage, width / box.longerSide()),
        several);
  }
}
