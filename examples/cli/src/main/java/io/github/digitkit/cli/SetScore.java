package io.github.digitkit.cli;

import io.github.digitkit.recognizer.Recognition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts how a recogniser does on one set of pictures. */
final class SetScore {
  static final String HEADER =
      String.format(
              Locale.ROOT,
              "%-26s %6s %8s %8s %10s %10s %6s %6s",
              "set",
              "n",
              "right",
              "refused",
              "accepted",
              "wrongly",
              "ECE",
              "failed")
          + System.lineSeparator()
          + String.format(
              Locale.ROOT, "%-26s %6s %8s %8s %10s %10s", "", "", "", "", "right", "accepted");
  private static final int BINS = 15;

  private final String name;
  private final List<Judged> judged = new ArrayList<>();
  private int failed;

  SetScore(String name) {
    this.name = name;
  }

  /**
   * A picture and its answer.
   *
   * @param picture what it shows
   * @param answer what was read
   */
  record Judged(LabelledPicture picture, Recognition answer) {
    boolean isDigit() {
      return picture.label().isPresent();
    }

    /** Whether the best digit is the right one, refused or not. */
    boolean right() {
      return isDigit() && picture.label().getAsInt() == answer.digit();
    }

    /** A misread digit, or something else that was accepted as one. */
    boolean mistaken() {
      return isDigit() ? !right() : answer.accepted();
    }
  }

  void add(LabelledPicture picture, Recognition answer) {
    judged.add(new Judged(picture, answer));
  }

  void addFailure() {
    failed++;
  }

  boolean hasFailures() {
    return failed > 0;
  }

  List<Judged> mistakes() {
    return judged.stream().filter(Judged::mistaken).toList();
  }

  String name() {
    return name;
  }

  /** Of the digits, the share whose best digit is right. */
  double right() {
    long digits = judged.stream().filter(Judged::isDigit).count();
    return share(judged.stream().filter(Judged::right).count(), digits);
  }

  double refused() {
    return share(judged.stream().filter(j -> !j.answer().accepted()).count(), judged.size());
  }

  /** Of the accepted digits, the share that is right. */
  double acceptedRight() {
    List<Judged> accepted =
        judged.stream().filter(j -> j.isDigit() && j.answer().accepted()).toList();
    return share(accepted.stream().filter(Judged::right).count(), accepted.size());
  }

  /** Of all pictures, the share that was accepted with a wrong answer. */
  double wronglyAccepted() {
    return share(
        judged.stream().filter(j -> j.answer().accepted() && !j.right()).count(), judged.size());
  }

  /** The expected calibration error of the digits' confidences, over 15 bins. */
  double calibrationError() {
    double[] distances = new double[BINS];
    long digits = 0;
    for (Judged j : judged) {
      if (j.isDigit()) {
        int bin = Math.min(BINS - 1, (int) (j.answer().confidence() * BINS));
        distances[bin] += j.answer().confidence() - (j.right() ? 1 : 0);
        digits++;
      }
    }
    double sum = 0;
    for (double distance : distances) {
      sum += Math.abs(distance);
    }
    return digits == 0 ? Double.NaN : sum / digits;
  }

  JsonObject json() {
    return new JsonObject()
        .put("set", name)
        .put("count", judged.size())
        .put("right", right())
        .put("refused", refused())
        .put("acceptedRight", acceptedRight())
        .put("wronglyAccepted", wronglyAccepted())
        .put("ece", calibrationError())
        .put("failed", failed);
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "%-26s %6d %8s %8s %10s %10s %6s %6d",
        name,
        judged.size(),
        percent(right()),
        percent(refused()),
        percent(acceptedRight()),
        percent(wronglyAccepted()),
        percent(calibrationError()),
        failed);
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? Double.NaN : (double) part / whole;
  }
}
