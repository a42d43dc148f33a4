package io.github.digitkit.benchmarks;

import java.util.Arrays;

/** Repeats an operation for a while and tells how long one takes. */
final class Stopwatch {
  private static final double MICROSECOND = 1e3;
  private static final long WARM_UP_NANOSECONDS = 3_000_000_000L;
  private static final long MEASURED_NANOSECONDS = 1_000_000_000L;
  private static final int MOST_SAMPLES = 200_000;

  private final double[] microseconds;

  private Stopwatch(double[] sorted) {
    this.microseconds = sorted;
  }

  /** Warms up, then times each of the following calls. */
  static Stopwatch time(Runnable operation) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < WARM_UP_NANOSECONDS) {
      operation.run();
    }
    double[] samples = new double[MOST_SAMPLES];
    int count = 0;
    start = System.nanoTime();
    while (count == 0
        || (count < MOST_SAMPLES && System.nanoTime() - start < MEASURED_NANOSECONDS)) {
      long before = System.nanoTime();
      operation.run();
      samples[count] = (System.nanoTime() - before) / MICROSECOND;
      count++;
    }
    double[] sorted = Arrays.copyOf(samples, count);
    Arrays.sort(sorted);
    return new Stopwatch(sorted);
  }

  /**
   * @param share 0 to 1
   * @return the microseconds within which that share of the calls ended
   */
  double quantile(double share) {
    return microseconds[(int) Math.min(microseconds.length - 1, share * microseconds.length)];
  }

  /** Returns the microseconds of the middle call. */
  double median() {
    return quantile(0.5);
  }
}
