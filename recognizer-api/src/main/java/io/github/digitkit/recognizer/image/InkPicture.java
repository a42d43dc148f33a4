package io.github.digitkit.recognizer.image;

import java.util.Optional;

/**
 * A region of a picture at working size, taken apart into paper and ink.
 *
 * @param region the part of the source that it shows, in source pixels
 * @param darkness how much darker than the paper each pixel is, in levels
 * @param pieces the connected pieces of ink
 * @param threshold what counts as ink
 * @param noise spread of the paper, in levels
 * @param polarity of the source
 */
public record InkPicture(
    Box region,
    Plane darkness,
    Pieces pieces,
    InkThreshold threshold,
    float noise,
    Polarity polarity) {
  /** Printed lines may be fainter than ink, by this factor; but not lost in the noise. */
  private static final double FAINT_LINE = 0.7;

  private static final double LINE_NOISE = 2.2;

  /** Half the side of the window that bridges strokes, as a share of the picture's side. */
  private static final double ENVELOPE = 0.12;

  /** How much fainter than the split between two inks a stroke may become. */
  private static final double DARKER = 0.9;

  private static final double TWO_INKS = 0.82;

  private static final int TILES = 32;
  private static final int MIN_TILE = 16;

  /**
   * Finds the ink: background, threshold, ruling lines, pieces.
   *
   * @param region the part of the source that {@code grey} shows
   * @param grey grey levels, 0..255. Overwritten.
   * @param polarity of {@code grey}
   */
  static InkPicture of(Box region, Plane grey, Polarity polarity, NormalizationSettings settings) {
    polarity.makeDarkOnLight(grey);
    Background background = Background.of(grey, settings);
    return of(region, grey, polarity, background, RulingLines::erase, settings);
  }

  /** As {@link #of}, where several digits stand side by side. */
  static InkPicture ofNumber(
      Box region, Plane grey, Polarity polarity, NormalizationSettings settings) {
    polarity.makeDarkOnLight(grey);
    Background background = Background.of(grey, settings);
    return of(region, grey, polarity, background, RulingLines::eraseAroundNumber, settings);
  }

  /** As {@link #of}, under light that no smooth surface follows; see {@link PaperEnvelope}. */
  static InkPicture inPatchyLight(
      Box region, Plane grey, Polarity polarity, NormalizationSettings settings) {
    polarity.makeDarkOnLight(grey);
    Background background = PaperEnvelope.of(grey, radius(ENVELOPE * grey.longerSide()), settings);
    return of(region, grey, polarity, background, RulingLines::erase, settings);
  }

  /** As {@link #ofNumber}, under light that no smooth surface follows. */
  static InkPicture ofNumberInPatchyLight(
      Box region, Plane grey, Polarity polarity, NormalizationSettings settings) {
    polarity.makeDarkOnLight(grey);
    double shorterSide = Math.min(grey.width(), grey.height());
    Background background = PaperEnvelope.of(grey, radius(ENVELOPE * shorterSide), settings);
    return of(region, grey, polarity, background, RulingLines::eraseAroundNumber, settings);
  }

  private static int radius(double pixels) {
    return Math.max(1, (int) Math.round(pixels));
  }

  /** Sets the darkness of printed lines above a level to 0; says whether there were any. */
  @FunctionalInterface
  private interface LineErasure {
    boolean erase(Plane darkness, float level, NormalizationSettings settings);
  }

  private static final LineErasure NO_LINES = (darkness, level, settings) -> false;

  private static InkPicture of(
      Box region,
      Plane grey,
      Polarity polarity,
      Background background,
      LineErasure lines,
      NormalizationSettings settings) {
    float noise = background.noise();
    Plane darkness = background.darkness(grey);
    if (noise > settings.blurNoise()) {
      darkness = SlightBlur.of(darkness);
    }
    InkThreshold threshold = InkThreshold.of(darkness, noise, settings);
    if (lines.erase(darkness, lineLevel(threshold, noise), settings)) {
      // Black lines over grey ink had pulled the threshold up.
      threshold = InkThreshold.of(darkness, noise, settings);
    }
    Pieces pieces = Pieces.find(darkness, threshold);
    return new InkPicture(region, darkness, pieces, threshold, noise, polarity);
  }

  /** As {@link #of}, for a whole page: local light, and no line is erased. */
  static InkPicture ofPage(
      Box region, Plane grey, Polarity polarity, NormalizationSettings settings) {
    polarity.makeDarkOnLight(grey);
    Background background = TiledBackground.of(grey, tile(grey), settings);
    return of(region, grey, polarity, background, NO_LINES, settings);
  }

  /** As {@link #ofPage}, under light that no smooth surface follows. */
  static InkPicture ofPageInPatchyLight(
      Box region, Plane grey, Polarity polarity, NormalizationSettings settings) {
    polarity.makeDarkOnLight(grey);
    Background background = PaperEnvelope.of(grey, tile(grey) / 2, settings);
    return of(region, grey, polarity, background, NO_LINES, settings);
  }

  private static int tile(Plane page) {
    return Math.max(MIN_TILE, page.longerSide() / TILES);
  }

  /** A page's ink without the rulings of lined and squared paper. */
  InkPicture withoutRulings(NormalizationSettings settings) {
    Plane unruled = darkness.crop(new Box(0, 0, darkness.width(), darkness.height()));
    if (!RulingLines.eraseFromPage(unruled, lineLevel(threshold, noise), settings)) {
      return this;
    }
    InkThreshold ofInk = InkThreshold.of(unruled, noise, settings);
    return new InkPicture(region, unruled, Pieces.find(unruled, ofInk), ofInk, noise, polarity);
  }

  /**
   * The same picture without its fainter ink, as a stain, a ruling or show-through that the digit
   * crosses; what is fainter is told from the rest by Otsu's threshold within the ink.
   */
  Optional<InkPicture> ofDarkerInk() {
    Histogram ink = new Histogram();
    int[] labels = pieces.labels();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] > 0) {
        ink.add(darkness.values()[i]);
      }
    }
    int split = ink.otsu();
    if (ink.separability(split) < TWO_INKS) {
      return Optional.empty();
    }
    InkThreshold darker = new InkThreshold(split, (float) (DARKER * split));
    return Optional.of(
        new InkPicture(region, darkness, Pieces.find(darkness, darker), darker, noise, polarity));
  }

  /** The same picture where digits that are drawn as outlines are filled; see {@link Outline}. */
  InkPicture withFilledOutlines() {
    return Outline.filled(darkness, pieces)
        .map(
            filled ->
                new InkPicture(
                    region, filled, Pieces.find(filled, threshold), threshold, noise, polarity))
        .orElse(this);
  }

  /**
   * What is written in the paper's tone on a filled shape; see {@link Plate}.
   *
   * @param main the shape
   */
  Optional<InkPicture> onPlate(Piece main, NormalizationSettings settings) {
    return Plate.of(main, pieces)
        .map(plate -> plate.lightness(darkness))
        .map(
            light -> {
              InkThreshold ofLight = InkThreshold.of(light, noise, settings);
              Pieces written = Pieces.find(light, ofLight);
              return new InkPicture(region, light, written, ofLight, noise, polarity);
            });
  }

  /** The darkness above which a printed line counts. */
  private static float lineLevel(InkThreshold threshold, float noise) {
    double faint = Math.max(FAINT_LINE * threshold.grow(), LINE_NOISE * noise);
    return (float) Math.min(threshold.grow(), faint);
  }

  /** The same ink, cut along the borders between zones; see {@link Pieces#find}. */
  public InkPicture cutInto(int[] zones) {
    Pieces cut = Pieces.find(darkness, threshold, zones);
    return new InkPicture(region, darkness, cut, threshold, noise, polarity);
  }

  /** How many source pixels a pixel of this picture stands for, each way. */
  public double sourcePixelsPerPixel() {
    return (double) region.longerSide() / darkness.longerSide();
  }

  /** The column of the source in which the middle of a column of this picture lies. */
  double sourceX(int column) {
    return region.x() + (column + 0.5) * region.width() / darkness.width();
  }

  /** The row of the source in which the middle of a row of this picture lies. */
  double sourceY(int row) {
    return region.y() + (row + 0.5) * region.height() / darkness.height();
  }

  /** The label of the piece at a place of the source within the region; 0 for paper. */
  int labelAt(double sourceX, double sourceY) {
    int x = (int) ((sourceX - region.x()) * darkness.width() / region.width());
    int y = (int) ((sourceY - region.y()) * darkness.height() / region.height());
    return pieces.labels()[y * darkness.width() + x];
  }

  /** From pixels of this picture to pixels of the source. */
  public Box toSource(Box box) {
    double scaleX = (double) region.width() / darkness.width();
    double scaleY = (double) region.height() / darkness.height();
    int left = (int) Math.floor(region.x() + scaleX * box.x());
    int top = (int) Math.floor(region.y() + scaleY * box.y());
    int right = (int) Math.ceil(region.x() + scaleX * box.right());
    int bottom = (int) Math.ceil(region.y() + scaleY * box.bottom());
    return Box.between(
        left, top, Math.min(region.right(), right), Math.min(region.bottom(), bottom));
  }
}
