package io.github.digitkit.recognizer.image;

/**
 * Paper under light that no smooth surface follows, as across the edge of a shadow: a grey closing,
 * which fills everything dark that is narrower than its window and leaves edges where they are.
 *
 * <p>Strokes wider than the window would be taken for shadow, so this is a second opinion, not the
 * first.
 */
final class PaperEnvelope {
  private PaperEnvelope() {}

  /**
   * Finds the background of a dark-on-light picture.
   *
   * @param grey grey levels 0..255. Not modified.
   * @param radius half the window's side in pixels, at least 1: more than half a stroke's width
   */
  static Background of(Plane grey, int radius, NormalizationSettings settings) {
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
    return turned(rowExtremes(turned(rowExtremes(plane, radius, 1)), radius, 1));
  }

  private static Plane lowest(Plane plane, int radius) {
    return turned(rowExtremes(turned(rowExtremes(plane, radius, -1)), radius, -1));
  }

  /** For each pixel the largest in its row within the radius, or for a sign of -1 the smallest. */
  private static Plane rowExtremes(Plane plane, int radius, int sign) {
    int width = plane.width();
    Plane result = Plane.zeros(width, plane.height());
    int[] candidates = new int[width];
    for (int y = 0; y < plane.height(); y++) {
      int first = 0;
      int end = 0;
      for (int next = 0; next < width + radius; next++) {
        // Candidates fall from left to right: what a larger one follows can be no maximum any more.
        while (next < width && end > first && larger(plane, sign, next, candidates[end - 1], y)) {
          end--;
        }
        if (next < width) {
          candidates[end++] = next;
        }
        int x = next - radius;
        if (x >= 0) {
          first += candidates[first] < x - radius ? 1 : 0;
          result.values()[y * width + x] = plane.get(candidates[first], y);
        }
      }
    }
    return result;
  }

  private static boolean larger(Plane plane, int sign, int one, int other, int y) {
    return sign * plane.get(one, y) >= sign * plane.get(other, y);
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
