package io.github.digitkit.recognizer.image;

/**
 * What a picture's ink is like: enough to tell a digit from an empty piece of paper.
 *
 * @param level how much darker than the paper the ink is, in levels of 255; 0 without any ink
 * @param noise spread of the paper, in levels
 * @param coverage share of the picture's pixels that are the digit's ink
 * @param strokeWidth mean width of the strokes as a share of the digit's longer side
 */
public record InkStatistics(double level, double noise, double coverage, double strokeWidth) {
  private static final double FAINT = 20;
  private static final double FAINT_ON_TEXTURE = 40;
  private static final double TEXTURE = 2.2;
  private static final double SPECK = 0.015;

  /** Thin ink that covers less than this share must stand out from a texture. */
  private static final double SPARSE = 0.04;

  /** Ink that is this many times as dark as the paper's spread stands out. */
  private static final double CLEAR = 6;

  /** Ink nearly everywhere is a dark ground with nothing on it. */
  private static final double EVERYWHERE = 0.95;

  /** More spread than paper has: the light changes faster than was allowed for. */
  private static final double UNEVEN = 4;

  private static final double MUCH_MORE_EVEN = 3;

  /** Strokes wider than this may be a shadow's. */
  private static final double BLOT = 0.15;

  private static final double LARGER = 2.5;
  private static final double AS_DARK = 0.95;

  /** The statistics of a picture without ink. */
  static InkStatistics none(double noise) {
    return new InkStatistics(0, noise, 0, 0);
  }

  /**
   * Whether this is more likely paper than a digit: hardly any contrast, or only specks or shadows
   * on paper with a texture.
   */
  public boolean looksBlank() {
    return level < FAINT || coverage > EVERYWHERE || (noise > TEXTURE && looksLikeTexture());
  }

  private boolean looksLikeTexture() {
    boolean weak = coverage < SPARSE || level < FAINT_ON_TEXTURE;
    return coverage < SPECK || (weak && level < CLEAR * noise);
  }

  /** Whether what was taken for ink may be a shadow or the light's unevenness. */
  boolean mayBeLight() {
    return noise > UNEVEN || strokeWidth > BLOT;
  }

  /**
   * Whether this, the ink of the same picture in another light, makes that of the first a mistake:
   * the paper is much more even, or the pen's ink is as dark and far less than the shadow.
   */
  boolean isClearerThan(InkStatistics first) {
    boolean even = noise * MUCH_MORE_EVEN < first.noise;
    boolean pen = strokeWidth < BLOT && level > AS_DARK * first.level;
    boolean blot = first.strokeWidth > BLOT && first.coverage > LARGER * coverage;
    return !looksBlank() && (even || (pen && blot));
  }
}
