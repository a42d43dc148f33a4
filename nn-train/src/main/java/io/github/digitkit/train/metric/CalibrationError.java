package io.github.digitkit.train.metric;

/**
 * Expected calibration error: the mean distance between confidence (the highest probability) and
 * accuracy over bins of equal width, weighted by their size. After Guo et al., "On Calibration of
 * Modern Neural Networks", 2017.
 */
public final class CalibrationError {
  /** Bins as in the paper. */
  public static final int BINS = 15;

  private CalibrationError() {}

  /**
   * Returns the error, 0 (perfect) to 1; NaN without samples.
   *
   * @param probabilities {@code (samples, classes)}. Not modified.
   * @param labels the true classes. Not modified.
   * @param classes columns of the probabilities
   */
  public static double of(float[] probabilities, int[] labels, int classes) {
    double[] confidence = new double[BINS];
    long[] hits = new long[BINS];
    for (int i = 0; i < labels.length; i++) {
      int answer = Rows.highest(probabilities, i, classes);
      float highest = probabilities[i * classes + answer];
      int bin = Math.min(BINS - 1, (int) (highest * BINS));
      confidence[bin] += highest;
      hits[bin] += answer == labels[i] ? 1 : 0;
    }
    double distance = 0;
    for (int bin = 0; bin < BINS; bin++) {
      distance += Math.abs(confidence[bin] - hits[bin]);
    }
    return distance / labels.length;
  }
}
