package io.github.digitkit.cli.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How many errors remain when the least confident readings are refused. */
final class ErrorCurve {
  private final List<Reading> readings = new ArrayList<>();

  private record Reading(double confidence, boolean isRight) {}

  void add(double confidence, boolean isRight) {
    readings.add(new Reading(confidence, isRight));
  }

  /**
   * The share of errors among the most confident readings; readings of the same confidence keep the
   * order in which they came.
   *
   * @param share of all readings that is kept, 0 to 1
   * @return 0 to 1; not a number if nothing is kept
   */
  double whenKept(double share) {
    int kept = (int) Math.round(share * readings.size());
    long wrong =
        readings.stream()
            .sorted(Comparator.comparingDouble(Reading::confidence).reversed())
            .limit(kept)
            .filter(reading -> !reading.isRight)
            .count();
    return kept == 0 ? Double.NaN : (double) wrong / kept;
  }
}
