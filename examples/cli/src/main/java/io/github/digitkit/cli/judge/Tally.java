package io.github.digitkit.cli.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the readings of one set. */
final class Tally {
  private static final int BINS = 15;

  private final String name;
  private final List<SetResult.Mistake> mistakes = new ArrayList<>();
  private final double[] confidences = new double[BINS];
  private final int[] rights = new int[BINS];
  private final int[] counts = new int[BINS];
  private final ErrorCurve errors = new ErrorCurve();
  private final Map<String, List<Boolean>> writers = new TreeMap<>();
  private int pictures;
  private int right;
  private int refused;
  private int acceptedRight;
  private int wronglyAccepted;

  Tally(String name) {
    this.name = name;
  }

  /** A reading that should be {@code expected}. */
  void add(String file, String expected, String read, double confidence, boolean accepted) {
    boolean isRight = expected.equals(read);
    count(file, expected, read, confidence, accepted, isRight);
    int bin = Math.min(BINS - 1, (int) (confidence * BINS));
    confidences[bin] += confidence;
    rights[bin] += isRight ? 1 : 0;
    counts[bin]++;
    errors.add(confidence, isRight);
  }

  /** The reading just added is one of this writer's. */
  void addToWriter(String writer, boolean isRight) {
    writers.computeIfAbsent(writer, first -> new ArrayList<>()).add(isRight);
  }

  /** A reading of a picture that shows no digit: right if it was refused. */
  void addNonDigit(String file, String read, double confidence, boolean accepted) {
    count(file, "none", read, confidence, accepted, !accepted);
  }

  private void count(
      String file,
      String expected,
      String read,
      double confidence,
      boolean accepted,
      boolean isRight) {
    pictures++;
    right += isRight ? 1 : 0;
    refused += accepted ? 0 : 1;
    acceptedRight += accepted && isRight ? 1 : 0;
    wronglyAccepted += accepted && !isRight ? 1 : 0;
    if (!isRight) {
      mistakes.add(new SetResult.Mistake(file, expected, read, confidence, accepted));
    }
  }

  private double rightByWriter() {
    return writers.values().stream()
        .mapToDouble(all -> all.stream().mapToInt(right -> right ? 1 : 0).average().orElseThrow())
        .average()
        .orElse(Double.NaN);
  }

  SetResult result() {
    double error = 0;
    int all = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(confidences[bin] - rights[bin]);
      all += counts[bin];
    }
    double calibration = all == 0 ? Double.NaN : error / all;
    return new SetResult(
        name,
        pictures,
        right,
        refused,
        acceptedRight,
        wronglyAccepted,
        calibration,
        errors.whenKept(SetResult.MOST),
        errors.whenKept(SetResult.MANY),
        rightByWriter(),
        mistakes);
  }
}
