package io.github.digitkit.recognizer.image;

/** Measures how thick a pen wrote and thickens what is thinner than a network is used to. */
final class StrokeWidth {
  private static final float INK = 0.5f;
  private static final float DIAGONAL = 1.3537f;
  private static final float STRAIGHT = 0.9619f;

  private StrokeWidth() {}

  /**
   * The mean width of the strokes in pixels: 4 times the mean distance to the paper, less 1.
   *
   * @param ink 0 to 1. Not modified.
   */
  static double of(Plane ink) {
    float[] distance = distanceToPaper(ink);
    double sum = 0;
    int count = 0;
    for (float value : distance) {
      if (value > 0) {
        sum += value;
        count++;
      }
    }
    return count == 0 ? 0 : 4 * sum / count - 1;
  }

  /**
   * Two sweeps of the optimal 3x3 chamfer distance (Borgefors 1986); beyond the border is paper.
   */
  private static float[] distanceToPaper(Plane ink) {
    int width = ink.width() + 2;
    int height = ink.height() + 2;
    float[] distance = new float[width * height];
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        if (ink.get(x, y) >= INK) {
          int at = (y + 1) * width + x + 1;
          float above = Math.min(distance[at - width - 1], distance[at - width + 1]) + DIAGONAL;
          float beside = Math.min(distance[at - width], distance[at - 1]) + STRAIGHT;
          distance[at] = Math.min(above, beside);
        }
      }
    }
    for (int at = (height - 1) * width - 2; at > width; at--) {
      if (distance[at] > 0) {
        float below = Math.min(distance[at + width - 1], distance[at + width + 1]) + DIAGONAL;
        float beside = Math.min(distance[at + width], distance[at + 1]) + STRAIGHT;
        distance[at] = Math.min(distance[at], Math.min(below, beside));
      }
    }
    return distance;
  }

  /**
   * Spreads every pixel over a disc.
   *
   * @param ink 0 to 1. Not modified.
   * @param radius in pixels; its fraction fades the disc's rim
   * @return ink on a plane larger by {@link #margin} on every side
   */
  static Plane thicken(Plane ink, double radius) {
    int margin = margin(radius);
    float[] disc = disc(radius, margin);
    int size = 2 * margin + 1;
    Plane result = Plane.zeros(ink.width() + 2 * margin, ink.height() + 2 * margin);
    float[] out = result.values();
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        float value = ink.get(x, y);
        if (value > 0) {
          for (int row = 0; row < size; row++) {
            int at = (y + row) * result.width() + x;
            for (int column = 0; column < size; column++) {
              float spread = value * disc[row * size + column];
              out[at + column] = Math.max(out[at + column], spread);
            }
          }
        }
      }
    }
    return result;
  }

  /** How many pixels {@link #thicken} adds on every side. */
  static int margin(double radius) {
    return (int) Math.ceil(radius);
  }

  private static float[] disc(double radius, int margin) {
    int size = 2 * margin + 1;
    float[] disc = new float[size * size];
    for (int y = -margin; y <= margin; y++) {
      for (int x = -margin; x <= margin; x++) {
        double inside = radius + 1 - Math.hypot(x, y);
        disc[(y + margin) * size + x + margin] = (float) Math.max(0, Math.min(1, inside));
      }
    }
    return disc;
  }
}
