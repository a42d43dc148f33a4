package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.InkMask;

/** How far ink leans, by its moments. */
final class Slant {
  private Slant() {}

  /** Columns to the right for a row upwards; 0 for a dot. */
  static double of(InkMask mask) {
    int width = mask.box().width();
    double count = 0;
    double sumX = 0;
    double sumY = 0;
    double sumXy = 0;
    double sumYy = 0;
    for (int at = 0; at < mask.inside().length; at++) {
      if (mask.inside()[at]) {
        int x = at % width;
        int y = at / width;
        count++;
        sumX += x;
        sumY += y;
        sumXy += (double) x * y;
        sumYy += (double) y * y;
      }
    }
    double spread = sumYy - sumY * sumY / count;
    return count == 0 || spread < 1 ? 0 : -(sumXy - sumX * sumY / count) / spread;
  }
}
