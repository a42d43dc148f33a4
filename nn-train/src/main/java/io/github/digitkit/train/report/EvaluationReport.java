package io.github.digitkit.train.report;

import io.github.digitkit.train.metric.ConfusionMatrix;
import io.github.digitkit.train.metric.Evaluation;
import io.github.digitkit.train.metric.Interval;
import java.util.Locale;
import java.util.StringJoiner;

/** An evaluation as text for people and as JSON for programs. */
public final class EvaluationReport {
  private EvaluationReport() {}

  /**
   * One JSON object without line breaks: {@code samples}, {@code correct}, {@code accuracy}, {@code
   * accuracy_95} (low, high), {@code loss}, {@code ece}, {@code confusion_matrix} (rows are true
   * classes), {@code classes} (for each class its support, recall, specificity, precision, f1; null
   * where a class never came).
   */
  public static String json(Evaluation evaluation) {
    ConfusionMatrix confusion = evaluation.confusion();
    Interval interval = confusion.accuracyInterval();
    return new JsonText()
        .number("samples", confusion.total())
        .number("correct", confusion.correct())
        .number("accuracy", confusion.accuracy())
        .raw("accuracy_95", "[" + interval.low() + "," + interval.high() + "]")
        .number("loss", evaluation.logLoss())
        .number("ece", evaluation.calibrationError())
        .raw("confusion_matrix", matrix(confusion))
        .raw("classes", classes(confusion))
        .toString();
  }

  private static String matrix(ConfusionMatrix confusion) {
    StringJoiner rows = new StringJoiner(",", "[", "]");
    for (int actual = 0; actual < confusion.classes(); actual++) {
      StringJoiner row = new StringJoiner(",", "[", "]");
      for (int predicted = 0; predicted < confusion.classes(); predicted++) {
        row.add(String.valueOf(confusion.count(actual, predicted)));
      }
      rows.add(row.toString());
    }
    return rows.toString();
  }

  private static String classes(ConfusionMatrix confusion) {
    StringJoiner all = new StringJoiner(",", "[", "]");
    for (int k = 0; k < confusion.classes(); k++) {
      all.add(
          new JsonText()
              .number("class", k)
              .number("support", confusion.support(k))
              .number("recall", confusion.recall(k))
              .number("specificity", confusion.specificity(k))
              .number("precision", confusion.precision(k))
              .number("f1", confusion.f1(k))
              .toString());
    }
    return all.toString();
  }

  /** Several lines: the figures, then the confusion matrix with a row of figures a class. */
  public static String text(Evaluation evaluation) {
    ConfusionMatrix confusion = evaluation.confusion();
    Interval interval = confusion.accuracyInterval();
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "accuracy %.2f %% (95 %%: %.2f to %.2f), %d of %d%nlog loss %.4f, calibration error"
                + " %.2f %%%n%n",
            100 * confusion.accuracy(),
            100 * interval.low(),
            100 * interval.high(),
            confusion.correct(),
            confusion.total(),
            evaluation.logLoss(),
            100 * evaluation.calibrationError()));
    text.append(headings(confusion));
    for (int k = 0; k < confusion.classes(); k++) {
      text.append(row(confusion, k));
    }
    return text.toString();
  }

  private static String headings(ConfusionMatrix confusion) {
    StringBuilder line = new StringBuilder("true\\read");
    for (int k = 0; k < confusion.classes(); k++) {
      line.append(String.format(Locale.ROOT, "%6d", k));
    }
    return line + String.format("%9s%12s%10s%8s%n", "recall", "specificity", "precision", "f1");
  }

  private static String row(ConfusionMatrix confusion, int actual) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%9d", actual));
    for (int predicted = 0; predicted < confusion.classes(); predicted++) {
      line.append(String.format(Locale.ROOT, "%6d", confusion.count(actual, predicted)));
    }
    return line
        + String.format(
            Locale.ROOT,
            "%9s%12s%10s%8s%n",
            share(confusion.recall(actual)),
            share(confusion.specificity(actual)),
            share(confusion.precision(actual)),
            share(confusion.f1(actual)));
  }

  static String share(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
  }
}
