package io.github.digitkit.recognizer.image;

/** Whether ink is darker or lighter than what it is written on. */
public enum Polarity {
  DARK_ON_LIGHT,
  LIGHT_ON_DARK;

  /**
   * Judges by the border, where paper is likelier than ink: light on dark if the border's median is
   * below the middle of the picture's range, and the mean agrees.
   *
   * @param grey grey levels 0..255. Not modified.
   */
  static Polarity of(Plane grey, double borderRing) {
    Histogram all = Histogram.of(grey.values());
    float darkest = all.percentile(0.01);
    float range = all.percentile(0.99) - darkest;
    double middle = darkest + range / 2;
    boolean darkBorder = border(grey, borderRing).percentile(0.5) < middle;
    return darkBorder && all.mean() < middle + 0.15 * range ? LIGHT_ON_DARK : DARK_ON_LIGHT;
  }

  /** Turns light on dark into dark on light. {@code grey} is overwritten. */
  void makeDarkOnLight(Plane grey) {
    if (this == LIGHT_ON_DARK) {
      float[] values = grey.values();
      for (int i = 0; i < values.length; i++) {
        values[i] = 255 - values[i];
      }
    }
  }

  private static Histogram border(Plane grey, double share) {
    int ring = Math.max(1, (int) Math.round(share * grey.longerSide()));
    Histogram histogram = new Histogram();
    for (int y = 0; y < grey.height(); y++) {
      boolean wholeRow = y < ring || y >= grey.height() - ring;
      for (int x = 0; x < grey.width(); x++) {
        if (!wholeRow && x == ring) {
          x = Math.max(x, grey.width() - ring);
        }
        histogram.add(grey.get(x, y));
      }
    }
    return histogram;
  }
}
