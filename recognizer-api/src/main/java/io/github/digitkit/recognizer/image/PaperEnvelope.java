package io.github.digitkit.recognizer.image;

/**
 * Paper under light that no smooth surface follows, as across the edge of a shadow: a grey closing,
 * which fills everything dark that is narrower than its window and leaves edges where they are.
 *
 * <p>Strokes wider than the window would be taken for shadow, so this is a second opinion, not the
 * first.
 */
final class PaperEnvelope {
  /** Half the window's side as a share of the picture's longer side. */
  private static final double RADIUS = 0.12;

  private PaperEnvelope() {}

  /**
   * Finds the background of a dark-on-light picture.
   *
   * @param grey grey levels 0..255. Not modified.
   */
  static Background of(Plane grey, NormalizationSettings settings) {
    int radius = Math.max(1, (int) Math.round(RADIUS * grey.longerSide()));
    Plane level = lowest(highest(SlightBlur.of(grey), radius), radius);
    // The highest of many grains lies above the paper: by as much as the typical pixel lies below.
    Histogram below = new Histogram();
    for (int i = 0; i < level.values().length; i++) {
      below.add(Background.FINENESS * (level.values()[i] - grey.values()[i]));
    }
    float bias = below.percentile(0.5) / Background.FINENESS;
    Histogram deviations = new Histogram();
    for (int i = 0; i < level.values().length; i++) {
      level.values()[i] -= bias;
      float lighter = grey.values()[i] - level.values()[i];
      if (lighter >= 0) {
        deviations.add(Background.FINENESS * lighter);
      }
    }
    return new Background(level, Background.noise(deviations, settings));
  }

  private static Plane highest(Plane plane, int radius) {
    return turned(rowMaxima(turned(rowMaxima(plane, radius, 1)), radius, 1));
  }

  private static Plane lowest(Plane plane, int radius) {
    return turned(rowMaxima(turned(rowMaxima(plane, radius, -1)), radius, -1));
  }

  /** For each pixel the largest of {@code sign} times its row within the radius. */
  private static Plane rowMaxima(Plane plane, int radius, int sign) {
    int width = plane.width();
    Plane result = Plane.zeros(width, plane.height());
    for (int y = 0; y < plane.height(); y++) {
      for (int x = 0; x < width; x++) {
        float most = Float.NEGATIVE_INFINITY;
        for (int k = Math.max(0, x - radius); k <= Math.min(width - 1, x + radius); k++) {
          most = Math.max(most, sign * plane.get(k, y));
        }
        result.values()[y * width + x] = sign * most;
      }
    }
    return result;
  }

  private static Plane turned(Plane plane) {
    int rows = plane.width();
    int columns = plane.height();
    float[] turned = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        turned[row * columns + column] = plane.get(row, column);
      }
    }
    return Plane.wrap(columns, rows, turned);
  }
}
