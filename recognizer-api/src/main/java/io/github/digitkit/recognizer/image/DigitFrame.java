package io.github.digitkit.recognizer.image;

/**
 * Puts ink where MNIST has it: the longer side 20 pixels, in a frame of 28x28, the centre of mass
 * in its middle.
 */
final class DigitFrame {
  static final int SIDE = 28;
  private static final int DIGIT = 20;
  private static final double MIDDLE = (SIDE - 1) / 2.0;
  private static final float VISIBLE = 0.05f;

  private DigitFrame() {}

  /**
   * Crops, shrinks, stretches the contrast and centres.
   *
   * @param ink 0 to 1, of one digit. Not modified.
   * @param gainPercentile percentile of the small picture's ink that becomes 1
   * @return 28x28 values in rows, 0 = paper to 1 = ink
   */
  static float[] of(Plane ink, double gainPercentile) {
    Box box = extent(ink);
    if (box.isEmpty()) {
      return new float[SIDE * SIDE];
    }
    double scale = (double) DIGIT / box.longerSide();
    int width = Math.max(1, (int) Math.round(scale * box.width()));
    int height = Math.max(1, (int) Math.round(scale * box.height()));
    Plane small = AreaMean.of(ink.crop(box), width, height);
    stretch(small, gainPercentile);
    return centred(small);
  }

  /** Where visible ink lies. */
  private static Box extent(Plane ink) {
    int left = ink.width();
    int right = 0;
    int top = ink.height();
    int bottom = 0;
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        if (ink.get(x, y) > VISIBLE) {
          left = Math.min(left, x);
          right = Math.max(right, x + 1);
          top = Math.min(top, y);
          bottom = y + 1;
        }
      }
    }
    return left < right ? Box.between(left, top, right, bottom) : Box.EMPTY;
  }

  private static void stretch(Plane small, double gainPercentile) {
    Histogram histogram = new Histogram();
    for (float value : small.values()) {
      if (value > VISIBLE) {
        histogram.add(255 * value);
      }
    }
    if (histogram.total() == 0) {
      return;
    }
    float full = Math.max(VISIBLE, histogram.percentile(gainPercentile) / 255);
    for (int i = 0; i < small.values().length; i++) {
      small.values()[i] = Math.min(1, small.values()[i] / full);
    }
  }

  private static float[] centred(Plane small) {
    double sum = 0;
    double sumX = 0;
    double sumY = 0;
    for (int y = 0; y < small.height(); y++) {
      for (int x = 0; x < small.width(); x++) {
        float value = small.get(x, y);
        sum += value;
        sumX += value * x;
        sumY += value * y;
      }
    }
    int left = offset(sumX / sum, small.width());
    int top = offset(sumY / sum, small.height());
    float[] frame = new float[SIDE * SIDE];
    for (int y = 0; y < small.height(); y++) {
      System.arraycopy(
          small.values(), y * small.width(), frame, (top + y) * SIDE + left, small.width());
    }
    return frame;
  }

  private static int offset(double centre, int length) {
    long shift = Math.round(MIDDLE - centre);
    return (int) Math.max(0, Math.min(SIDE - length, shift));
  }
}
