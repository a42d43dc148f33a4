package io.github.digitkit.recognizer.image;

/** Counts of levels from 0 to 255: percentiles and Otsu's threshold without sorting. */
final class Histogram {
  private static final int BINS = 256;

  private final int[] counts = new int[BINS];
  private int total;

  /** Counts every value of the array, clamped to 0..255. */
  static Histogram of(float[] levels) {
    Histogram histogram = new Histogram();
    for (float level : levels) {
      histogram.add(level);
    }
    return histogram;
  }

  /** Counts one level, clamped to 0..255. */
  void add(float level) {
    int bin = (int) (level + 0.5f);
    counts[bin < 0 ? 0 : Math.min(bin, BINS - 1)]++;
    total++;
  }

  int total() {
    return total;
  }

  /** The level below which the given share of all counts lies, interpolated inside its bin. */
  float percentile(double share) {
    return percentileAbove(-1, share);
  }

  /** As {@link #percentile}, of the counts above {@code threshold} only. */
  float percentileAbove(int threshold, double share) {
    int first = Math.max(0, threshold + 1);
    long wanted = 0;
    for (int bin = first; bin < BINS; bin++) {
      wanted += counts[bin];
    }
    double rank = share * wanted;
    long seen = 0;
    for (int bin = first; bin < BINS; bin++) {
      if (seen + counts[bin] >= rank && counts[bin] > 0) {
        return (float) (bin - 0.5 + (rank - seen) / counts[bin]);
      }
      seen += counts[bin];
    }
    return BINS - 1;
  }

  /** The mean level. */
  double mean() {
    double sum = 0;
    for (int bin = 0; bin < BINS; bin++) {
      sum += (double) bin * counts[bin];
    }
    return total == 0 ? 0 : sum / total;
  }

  /**
   * Otsu's threshold: the level that splits the counts into two classes of the largest variance
   * between them (Otsu 1979). Levels above it are the upper class.
   */
  int otsu() {
    double all = mean() * total;
    double lowerSum = 0;
    long lower = 0;
    double best = -1;
    int first = 0;
    int last = 0;
    for (int bin = 0; bin < BINS - 1; bin++) {
      lower += counts[bin];
      lowerSum += (double) bin * counts[bin];
      long upper = total - lower;
      if (lower == 0 || upper == 0) {
        continue;
      }
      double difference = lowerSum / lower - (all - lowerSum) / upper;
      double between = difference * difference * lower * upper;
      if (between > best * (1 + 1e-12)) {
        best = between;
        first = bin;
        last = bin;
      } else if (between >= best * (1 - 1e-12)) {
        last = bin;
      }
    }
    // Empty bins between two clean levels all split alike: take their middle.
    return (first + last) / 2;
  }

  /**
   * The share of the variance that lies between the two sides of a threshold, 0 to 1: .64 for noise
   * around one level split in its middle, 1 for two clean levels (Otsu's goodness of a threshold).
   */
  double separability(int threshold) {
    double mean = mean();
    long lower = 0;
    double lowerSum = 0;
    double variance = 0;
    for (int bin = 0; bin < BINS; bin++) {
      variance += counts[bin] * (bin - mean) * (bin - mean);
      lower += bin <= threshold ? counts[bin] : 0;
      lowerSum += bin <= threshold ? (double) bin * counts[bin] : 0;
    }
    long upper = total - lower;
    if (lower == 0 || upper == 0) {
      return 0;
    }
    double difference = lowerSum / lower - (mean * total - lowerSum) / upper;
    return difference * difference * lower * upper / total / variance;
  }
}
