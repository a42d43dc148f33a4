package io.github.digitkit.web.load;

import java.util.Arrays;
import java.util.Locale;

/** Times to answers, for percentiles. Used by one thread. */
final class Latencies {
  private long[] nanos = new long[1 << 12];
  private int count;

  void add(long time) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = time;
  }

  int count() {
    return count;
  }

  /** The time in milliseconds that a share of all answers kept to, 1 for the slowest. */
  double millis(double share) {
    if (count == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(count - 1L, (long) (share * count))] / 1e6;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, max %.2f ms",
        millis(0.5),
        millis(0.9),
        millis(0.99),
        millis(0.999),
        millis(1));
  }
}
