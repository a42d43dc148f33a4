package io.github.digitkit.recognizer.image;

/**
 * Enlarges with the cubic of Keys (1981), a = -0.5, which keeps straight edges sharper than a
 * linear one; beyond the border the border's pixels repeat. Results are clamped to 0..255.
 */
final class BicubicEnlargement {
  private static final int TAPS = 4;

  private BicubicEnlargement() {}

  /** The plane of grey levels at the given, larger size. */
  static Plane of(Plane source, int width, int height) {
    Plane wide = Plane.zeros(width, source.height());
    alongRows(source, wide, new Taps(source.width(), width));
    Plane result = Plane.zeros(width, height);
    acrossRows(wide, result, new Taps(source.height(), height));
    return result;
  }

  private static void alongRows(Plane source, Plane target, Taps taps) {
    float[] in = source.values();
    float[] out = target.values();
    for (int y = 0; y < source.height(); y++) {
      int row = y * source.width();
      for (int x = 0; x < target.width(); x++) {
        float sum = 0;
        for (int k = x * TAPS; k < (x + 1) * TAPS; k++) {
          sum += taps.weight[k] * in[row + taps.index[k]];
        }
        out[y * target.width() + x] = sum;
      }
    }
  }

  private static void acrossRows(Plane source, Plane target, Taps taps) {
    float[] in = source.values();
    float[] out = target.values();
    int width = source.width();
    for (int y = 0; y < target.height(); y++) {
      int k = y * TAPS;
      int row0 = taps.index[k] * width;
      int row1 = taps.index[k + 1] * width;
      int row2 = taps.index[k + 2] * width;
      int row3 = taps.index[k + 3] * width;
      for (int x = 0; x < width; x++) {
        float sum =
            taps.weight[k] * in[row0 + x]
                + taps.weight[k + 1] * in[row1 + x]
                + taps.weight[k + 2] * in[row2 + x]
                + taps.weight[k + 3] * in[row3 + x];
        out[y * width + x] = Math.max(0, Math.min(255, sum));
      }
    }
  }

  /** Four source positions and weights for each target position. */
  private static final class Taps {
    private final int[] index;
    private final float[] weight;

    Taps(int source, int target) {
      index = new int[TAPS * target];
      weight = new float[TAPS * target];
      double factor = (double) source / target;
      for (int t = 0; t < target; t++) {
        double position = (t + 0.5) * factor - 0.5;
        int before = (int) Math.floor(position);
        for (int k = 0; k < TAPS; k++) {
          int at = before - 1 + k;
          index[t * TAPS + k] = Math.max(0, Math.min(source - 1, at));
          weight[t * TAPS + k] = (float) cubic(Math.abs(position - at));
        }
      }
    }

    private static double cubic(double distance) {
      if (distance < 1) {
        return (1.5 * distance - 2.5) * distance * distance + 1;
      }
      return distance < 2 ? ((-0.5 * distance + 2.5) * distance - 4) * distance + 2 : 0;
    }
  }
}
