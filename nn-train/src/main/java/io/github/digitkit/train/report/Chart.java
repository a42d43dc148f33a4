package io.github.digitkit.train.report;

import io.github.digitkit.train.metric.EpochMetrics;
import io.github.digitkit.train.metric.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Curves over epochs, and the range and marks of the axis that they need.
 *
 * @param title what is drawn
 * @param curves at least one
 */
record Chart(String title, List<Curve> curves) {
  private static final int TRAINING_COLOUR = 0x1f6fb4;
  private static final int VALIDATION_COLOUR = 0xd9580d;
  private static final int MARKS = 5;

  /**
   * One line.
   *
   * @param values one for each epoch
   * @param rgb its colour
   */
  record Curve(String name, List<Double> values, int rgb) {}

  static Chart loss(List<EpochMetrics> history) {
    return of("loss", history, Score::loss);
  }

  static Chart accuracy(List<EpochMetrics> history) {
    return of("accuracy", history, Score::accuracy);
  }

  private static Chart of(
      String title, List<EpochMetrics> history, ToDoubleFunction<Score> figure) {
    List<Curve> curves = new ArrayList<>();
    List<Double> training =
        history.stream().map(epoch -> figure.applyAsDouble(epoch.training())).toList();
    curves.add(new Curve("training", training, TRAINING_COLOUR));
    List<Double> validation =
        history.stream()
            .flatMap(epoch -> epoch.validation().stream())
            .map(figure::applyAsDouble)
            .toList();
    if (!validation.isEmpty()) {
      curves.add(new Curve("validation", validation, VALIDATION_COLOUR));
    }
    return new Chart(title, curves);
  }

  int epochs() {
    return curves.stream().mapToInt(curve -> curve.values().size()).max().orElse(0);
  }

  /** The distance of marks on the axis: 1, 2 or 5 times a power of ten. */
  double markDistance() {
    double raw = Math.max(highest() - lowest(), 1e-6) / MARKS;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double digit = raw / power;
    return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
  }

  double axisStart() {
    return Math.floor(lowest() / markDistance() + 1e-9) * markDistance();
  }

  double axisEnd() {
    double end = Math.ceil(highest() / markDistance() - 1e-9) * markDistance();
    return end > axisStart() ? end : axisStart() + markDistance();
  }

  int marks() {
    return (int) Math.round((axisEnd() - axisStart()) / markDistance());
  }

  double mark(int index) {
    return axisStart() + index * markDistance();
  }

  /** A mark's text with the decimals that its distance needs. */
  String markText(int index) {
    int decimals = Math.max(0, (int) -Math.floor(Math.log10(markDistance()) + 1e-9));
    return String.format(java.util.Locale.ROOT, "%." + decimals + "f", mark(index));
  }

  private double lowest() {
    return values().min().orElse(0);
  }

  private double highest() {
    return values().max().orElse(1);
  }

  private java.util.stream.DoubleStream values() {
    return curves.stream()
        .flatMap(curve -> curve.values().stream())
        .mapToDouble(Double::doubleValue);
  }
}
