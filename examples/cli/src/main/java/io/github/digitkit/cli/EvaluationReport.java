package io.github.digitkit.cli;

import io.github.digitkit.train.metric.ConfusionMatrix;
import io.github.digitkit.train.metric.Evaluation;
import io.github.digitkit.train.metric.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The figures of an evaluation, as text and as JSON.
 *
 * @param evaluation the figures
 * @param data the collection's name
 * @param split which part of it
 * @param seconds how long it took
 */
record EvaluationReport(Evaluation evaluation, String data, String split, double seconds) {

  JsonObject json() {
    ConfusionMatrix confusion = evaluation.confusion();
    Interval interval = confusion.accuracyInterval();
    List<JsonObject> classes = new ArrayList<>();
    List<long[]> rows = new ArrayList<>();
    for (int k = 0; k < confusion.classes(); k++) {
      classes.add(ofClass(k));
      rows.add(row(k));
    }
    return new JsonObject()
        .put("data", data)
        .put("split", split)
        .put("count", confusion.total())
        .put("correct", confusion.correct())
        .put("accuracy", evaluation.accuracy())
        .put("accuracyInterval95", new double[] {interval.low(), interval.high()})
        .put("loss", evaluation.logLoss())
        .put("expectedCalibrationError", evaluation.calibrationError())
        .put("confusion", rows)
        .put("classes", classes)
        .put("seconds", seconds);
  }

  private long[] row(int actual) {
    long[] row = new long[evaluation.confusion().classes()];
    for (int predicted = 0; predicted < row.length; predicted++) {
      row[predicted] = evaluation.confusion().count(actual, predicted);
    }
    return row;
  }

  private JsonObject ofClass(int k) {
    ConfusionMatrix confusion = evaluation.confusion();
    return new JsonObject()
        .put("class", k)
        .put("support", confusion.support(k))
        .put("recall", confusion.recall(k))
        .put("specificity", confusion.specificity(k))
        .put("precision", confusion.precision(k))
        .put("f1", confusion.f1(k));
  }

  String text() {
    ConfusionMatrix confusion = evaluation.confusion();
    Interval interval = confusion.accuracyInterval();
    StringBuilder text = new StringBuilder(2048);
    line(text, "%s, %s: %,d pictures in %.1f s", data, split, confusion.total(), seconds);
    line(
        text,
        "accuracy           %.2f %%  (95 %% interval %.2f to %.2f, %d wrong)",
        100 * evaluation.accuracy(),
        100 * interval.low(),
        100 * interval.high(),
        confusion.total() - confusion.correct());
    line(text, "loss               %.5f", evaluation.logLoss());
    line(text, "calibration error  %.3f %%", 100 * evaluation.calibrationError());
    appendConfusion(text);
    appendClasses(text);
    return text.toString();
  }

  private void appendConfusion(StringBuilder text) {
    line(text, "");
    line(text, "confusion: a row is what the picture shows, a column what was read");
    StringBuilder header = new StringBuilder("     ");
    int classes = evaluation.confusion().classes();
    for (int k = 0; k < classes; k++) {
      header.append(String.format(Locale.ROOT, "%6d", k));
    }
    line(text, "%s", header);
    for (int actual = 0; actual < classes; actual++) {
      StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%5d", actual));
      for (long count : row(actual)) {
        row.append(String.format(Locale.ROOT, "%6d", count));
      }
      line(text, "%s", row);
    }
  }

  private void appendClasses(StringBuilder text) {
    ConfusionMatrix confusion = evaluation.confusion();
    line(text, "");
    line(text, "class  count   recall  specificity  precision       f1");
    for (int k = 0; k < confusion.classes(); k++) {
      line(
          text,
          "%5d %6d %8.4f %12.4f %10.4f %8.4f",
          k,
          confusion.support(k),
          confusion.recall(k),
          confusion.specificity(k),
          confusion.precision(k),
          confusion.f1(k));
    }
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
