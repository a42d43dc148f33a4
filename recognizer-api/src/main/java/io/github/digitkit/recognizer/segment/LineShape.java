package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import java.util.List;

/**
 * Where the digits of a line lie, which may slope: their middle by column, their typical height and
 * slant.
 *
 * @param digitHeight in pixels of the ink picture
 * @param middle row of the digits' middle in column 0
 * @param slope rows that the middle falls a column
 * @param slant columns that strokes lean to the right a row upwards
 */
record LineShape(double digitHeight, double middle, double slope, double slant) {
  /** Parts at least this share of the typical height are digits, not marks. */
  private static final double DIGIT = 0.6;

  private static final double STEEPEST = 0.15;

  /**
   * Fits a straight line through the middles of the tall parts, and takes the median of slants.
   *
   * @param boxes of the parts of the line
   * @param slants of the same parts
   */
  static LineShape of(double digitHeight, List<Box> boxes, List<Double> slants) {
    double count = 0;
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumXy = 0;
    for (Box box : boxes) {
      if (box.height() >= DIGIT * digitHeight) {
        double x = box.x() + box.width() / 2.0;
        double y = box.y() + box.height() / 2.0;
        count++;
        sumX += x;
        sumY += y;
        sumXx += x * x;
        sumXy += x * y;
      }
    }
    if (count == 0) {
      return new LineShape(digitHeight, 0, 0, 0);
    }
    double spread = sumXx - sumX * sumX / count;
    // One pull towards level: two digits of unlike height make no slope.
    double level = 4 * digitHeight * digitHeight;
    double slope = (sumXy - sumX * sumY / count) / (spread + level);
    slope = Math.max(-STEEPEST, Math.min(STEEPEST, slope));
    return new LineShape(digitHeight, (sumY - slope * sumX) / count, slope, median(slants));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
  }

  /** The row of the digits' middle at the middle of a box. */
  double middleAt(Box box) {
    return middle + slope * (box.x() + box.width() / 2.0);
  }
}
