package io.github.digitkit.recognizer.image;

/**
 * What the paper alone looks like.
 *
 * @param level its grey level at every pixel
 * @param noise spread of the paper around that level, in levels: 1.48 times the median absolute
 *     deviation, as of a normal distribution
 */
record Background(Plane level, float noise) {
  private static final double LIGHT_HALF_MEDIAN = 0.5;
  private static final double LIGHT_HALF_PAPER = 0.8;

  /** Above this share of the contrast, noise hides all ink: nothing would be found. */
  private static final double HIDES_INK = 0.25;

  /** Of noise alone, less of the variance lies between its light and its dark half. */
  private static final double TWO_LEVELS = 0.72;

  /**
   * Finds the background of a dark-on-light picture: a constant where the light part is even, as in
   * drawings and scans, even if ink fills most of the frame; else a fitted surface. Where so little
   * is paper, and that so patterned, that the surface runs through the ink, again a constant.
   *
   * @param grey grey levels 0..255. Not modified.
   */
  static Background of(Plane grey, NormalizationSettings settings) {
    Histogram histogram = Histogram.of(grey.values());
    double contrast = histogram.percentile(0.99) - histogram.percentile(0.01);
    int threshold = histogram.otsu();
    float paper = histogram.percentileAbove(threshold, LIGHT_HALF_PAPER);
    float median = histogram.percentileAbove(threshold, LIGHT_HALF_MEDIAN);
    if (paper - median < settings.evenSpread() * contrast) {
      return even(grey, paper, median, threshold, settings);
    }
    Background fitted = FittedSurface.fit(grey, settings);
    boolean hidesInk = fitted.noise > HIDES_INK * contrast;
    return hidesInk && histogram.separability(threshold) >= TWO_LEVELS
        ? even(grey, paper, median, threshold, settings)
        : fitted;
  }

  private static Background even(
      Plane grey, float paper, float median, int threshold, NormalizationSettings settings) {
    Histogram deviations = new Histogram();
    Plane level = Plane.zeros(grey.width(), grey.height());
    float[] values = grey.values();
    for (int i = 0; i < values.length; i++) {
      level.values()[i] = paper;
      if (values[i] > threshold) {
        deviations.add(FINENESS * Math.abs(values[i] - median));
      }
    }
    return new Background(level, noise(deviations, settings));
  }

  /** Deviations are counted in eighths of a level. */
  static final float FINENESS = 8;

  /** The noise for deviations that were counted {@link #FINENESS} times enlarged. */
  static float noise(Histogram deviations, NormalizationSettings settings) {
    float median = deviations.total() == 0 ? 0 : deviations.percentile(0.5) / FINENESS;
    return (float) Math.max(settings.leastNoise(), 1.48 * median);
  }

  /** How much darker than the background each pixel is, in levels; below 0 where it is lighter. */
  Plane darkness(Plane grey) {
    float[] darkness = new float[grey.values().length];
    for (int i = 0; i < darkness.length; i++) {
      darkness[i] = level.values()[i] - grey.values()[i];
    }
    return Plane.wrap(grey.width(), grey.height(), darkness);
  }
}
