package io.github.digitkit.cli;

import io.github.digitkit.train.metric.Evaluation;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * What a threshold of confidence costs and brings, measured on validation data: for each threshold
 * the share of wrong answers among the accepted, and the share refused.
 */
final class RejectCurve {
  private static final double[] THRESHOLDS = {
    0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 0.993, 0.995, 0.997, 0.998,
    0.999, 0.9995, 0.9998, 0.9999
  };

  private RejectCurve() {}

  /** The points as {@code threshold:errors:refused}, separated by blanks. */
  static String of(Evaluation evaluation, int[] labels) {
    StringJoiner points = new StringJoiner(" ");
    for (double threshold : THRESHOLDS) {
      points.add(point(evaluation, labels, threshold));
    }
    return points.toString();
  }

  private static String point(Evaluation evaluation, int[] labels, double threshold) {
    int accepted = 0;
    int wrong = 0;
    for (int i = 0; i < labels.length; i++) {
      if (evaluation.confidences()[i] >= threshold) {
        accepted++;
        wrong += evaluation.answers()[i] == labels[i] ? 0 : 1;
      }
    }
    double errors = accepted == 0 ? 0 : (double) wrong / accepted;
    double refused = 1 - (double) accepted / labels.length;
    return String.format(Locale.ROOT, "%s:%.6f:%.6f", threshold, errors, refused);
  }
}
