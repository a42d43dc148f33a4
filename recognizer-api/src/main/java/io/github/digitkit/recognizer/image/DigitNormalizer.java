package io.github.digitkit.recognizer.image;

/**
 * From a picture of one digit, whatever its size, light, paper and pen, to the 28x28 pixels that
 * the network reads.
 *
 * <p>The steps: {@link WorkingSize}, {@link Polarity}, {@link Background}, {@link InkThreshold},
 * {@link RulingLines}, {@link Pieces}, {@link PieceSelection}, {@link InkValue}, {@link
 * StrokeWidth}, {@link DigitFrame}. A picture that is normalised already passes unchanged ({@link
 * MnistPicture}); a small digit in a large picture is found in a coarse view and then cut out of
 * the source at full resolution.
 *
 * <p>Immutable and thread-safe. Memory does not grow with the picture's size.
 */
public final class DigitNormalizer {
  private static final int ZOOMS = 2;
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
    if (MnistPicture.hasSize(image)) {
      MnistPicture picture = MnistPicture.read(image);
      if (picture.isNormalized()) {
        return picture.digit();
      }
    }
    View view = look(image);
    boolean several = SideBySide.in(view.picture.pieces());
    for (int zoom = 0; zoom < ZOOMS && worthZooming(view); zoom++) {
      View closer = closer(image, view);
      if (closer.selection.box().isEmpty()) {
        break;
      }
      view = closer;
    }
    return view.digit(settings, several);
  }

  private View look(GrayImage image) {
    Box region = new Box(0, 0, image.width(), image.height());
    Plane grey = workingSize.fit(image, region);
    Polarity polarity = Polarity.of(grey, settings.borderRing());
    return view(region, grey, polarity);
  }

  private View view(Box region, Plane grey, Polarity polarity) {
    InkPicture picture = InkPicture.of(grey, polarity, settings);
    return new View(region, picture, PieceSelection.of(picture, settings));
  }

  private boolean worthZooming(View view) {
    Box box = view.selection.box();
    return !box.isEmpty()
        && box.longerSide() < settings.zoomSide() * view.picture.darkness().longerSide()
        && view.sourcePixelsPerPixel() >= LEAST_ZOOM
        && view.fullInk(settings) >= ZOOM_LEVEL;
  }

  private View closer(GrayImage image, View view) {
    Box box = view.sourceBox();
    int margin = (int) Math.ceil(ZOOM_MARGIN * box.longerSide());
    Box region = box.grown(margin, image.width(), image.height());
    return view(region, workingSize.fit(image, region), view.picture.polarity());
  }

  /** A region of the source, taken apart. */
  private record View(Box region, InkPicture picture, PieceSelection selection) {

    double sourcePixelsPerPixel() {
      return (double) region.longerSide() / picture.darkness().longerSide();
    }

    float fullInk(NormalizationSettings settings) {
      return new InkValue(picture, settings).fullInk(selection.chosen(), selection.box());
    }

    /** The selection's box in pixels of the source. */
    Box sourceBox() {
      double scaleX = (double) region.width() / picture.darkness().width();
      double scaleY = (double) region.height() / picture.darkness().height();
      Box box = selection.box();
      int left = (int) Math.floor(region.x() + scaleX * box.x());
      int top = (int) Math.floor(region.y() + scaleY * box.y());
      int right = (int) Math.ceil(region.x() + scaleX * box.right());
      int bottom = (int) Math.ceil(region.y() + scaleY * box.bottom());
      return Box.between(
          left, top, Math.min(region.right(), right), Math.min(region.bottom(), bottom));
    }

    NormalizedDigit digit(NormalizationSettings settings, boolean several) {
      if (selection.box().isEmpty()) {
        InkStatistics none = InkStatistics.none(picture.noise());
        return new NormalizedDigit(
            new float[DigitFrame.SIDE * DigitFrame.SIDE], Box.EMPTY, none, several);
      }
      Plane darkness = picture.darkness();
      Box box = selection.box().grown(1, darkness.width(), darkness.height());
      float fullInk = fullInk(settings);
      Plane ink = new InkValue(picture, settings).within(selection.chosen(), box, fullInk);
      double side = selection.box().longerSide();
      double width = StrokeWidth.of(ink);
      double missing = settings.strokeWidth() * side - width;
      Plane stroke = missing > 0 ? StrokeWidth.thicken(ink, missing / 2) : ink;
      double coverage = (double) selection.area() / darkness.values().length;
      return new NormalizedDigit(
          DigitFrame.of(stroke, settings.gainPercentile()),
          sourceBox(),
          new InkStatistics(fullInk, picture.noise(), coverage, width / side),
          several);
    }
  }
}
