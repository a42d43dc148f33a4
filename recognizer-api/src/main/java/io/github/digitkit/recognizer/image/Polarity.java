package io.github.digitkit.recognizer.image;

/** Whether ink is darker or lighter than what it is written on. */
public enum Polarity {
  DARK_ON_LIGHT,
  LIGHT_ON_DARK;

  /** A border nearer than this to the middle of the range, as a share of it, is of no colour. */
  private static final double UNDECIDED = 0.2;

  /** Strokes are narrower than this share of the picture's longer side. */
  private static final double STROKE = 0.12;

  /**
   * Judges by the border, where paper is likelier than ink: light on dark if the border's median is
   * below the middle of the picture's range, and the mean agrees. A border of middle levels, as
   * around the glare of a lamp, does not tell; there the strokes do, which are darker or lighter
   * than what is around them.
   *
   * @param grey grey levels 0..255. Not modified.
   */
  static Polarity of(Plane grey, double borderRing) {
    Histogram all = Histogram.of(grey.values());
    float darkest = all.percentile(0.01);
    float range = all.percentile(0.99) - darkest;
    double middle = darkest + range / 2;
    float paper = border(grey, borderRing).percentile(0.5);
    if (Math.abs(paper - middle) < UNDECIDED * range) {
      return ofStrokes(grey);
    }
    return paper < middle && all.mean() < middle + 0.15 * range ? LIGHT_ON_DARK : DARK_ON_LIGHT;
  }

  /** By the skewness of the levels around their local means. */
  private static Polarity ofStrokes(Plane grey) {
    int width = grey.width();
    int height = grey.height();
    int reach = Math.max(1, (int) Math.round(STROKE * grey.longerSide()));
    double[] sums = sums(grey);
    double skewness = 0;
    for (int y = 0; y < height; y++) {
      int top = Math.max(0, y - reach);
      int bottom = Math.min(height, y + reach + 1);
      for (int x = 0; x < width; x++) {
        int left = Math.max(0, x - reach);
        int right = Math.min(width, x + reach + 1);
        double sum =
            sums[bottom * (width + 1) + right]
                - sums[top * (width + 1) + right]
                - sums[bottom * (width + 1) + left]
                + sums[top * (width + 1) + left];
        double off = grey.get(x, y) - sum / ((bottom - top) * (right - left));
        skewness += off * off * off;
      }
    }
    return skewness > 0 ? LIGHT_ON_DARK : DARK_ON_LIGHT;
  }

  /** Sums over all rectangles from the upper left corner, one wider and higher than the plane. */
  private static double[] sums(Plane grey) {
    int stride = grey.width() + 1;
    double[] sums = new double[stride * (grey.height() + 1)];
    for (int y = 0; y < grey.height(); y++) {
      double row = 0;
      for (int x = 0; x < grey.width(); x++) {
        row += grey.get(x, y);
        sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
      }
    }
    return sums;
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
