package io.github.digitkit.train.report;

import io.github.digitkit.train.data.Dataset;
import io.github.digitkit.train.metric.ConfusionMatrix;
import io.github.digitkit.train.metric.EpochMetrics;
import io.github.digitkit.train.metric.Evaluation;
import io.github.digitkit.train.metric.Interval;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A page about a training run that needs nothing but itself: figures, learning curves, the
 * confusion matrix as a picture, and a gallery of the misread pictures.
 */
public final class HtmlReport {
  private static final int MOST_MISREAD = 200;

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Training report</title>
      <style>
      body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem;
             padding: 0 1rem; color: #222; }
      svg text { font: 12px system-ui, sans-serif; fill: #444; }
      svg .grid { stroke: #ddd; }
      table { border-collapse: collapse; }
      td, th { padding: .2rem .6rem; border-bottom: 1px solid #e4e4e4; text-align: right; }
      td:first-child, th:first-child { text-align: left; }
      .gallery { display: flex; flex-wrap: wrap; gap: .7rem; }
      figure { margin: 0; text-align: center; font-size: 12px; }
      figure img { width: 84px; height: 84px; image-rendering: pixelated; display: block; }
      </style>
      </head>
      <body>
      <h1>Training report</h1>
      """;

  private final StringBuilder html = new StringBuilder(HEAD);

  private HtmlReport() {}

  /**
   * Writes the page.
   *
   * @param file overwritten
   * @param run what the result follows from, as name and text
   * @param history one entry for each epoch; may be empty
   * @param evaluation how the model did on {@code data}
   * @param data the pictures of the evaluation, in its order
   * @throws IOException if it cannot be written
   */
  public static void write(
      Path file,
      Map<String, String> run,
      List<EpochMetrics> history,
      Evaluation evaluation,
      Dataset data)
      throws IOException {
    HtmlReport report = new HtmlReport();
    report.figures(evaluation);
    if (!history.isEmpty()) {
      report.curves(history);
    }
    report.html.append("<h2>Confusion matrix</h2>\n");
    report.html.append(ConfusionSvg.of(evaluation.confusion()));
    report.classes(evaluation.confusion());
    report.gallery(evaluation, data);
    report.settings(run);
    report.html.append("</body>\n</html>\n");
    Files.writeString(file, report.html, StandardCharsets.UTF_8);
  }

  private void figures(Evaluation evaluation) {
    ConfusionMatrix confusion = evaluation.confusion();
    Interval interval = confusion.accuracyInterval();
    add(
        "<p>Accuracy <strong>%.2f&nbsp;%%</strong> (95&nbsp;%% interval %.2f to %.2f), %d of %d"
            + " right; log loss %.4f; expected calibration error %.2f&nbsp;%%.</p>",
        100 * confusion.accuracy(),
        100 * interval.low(),
        100 * interval.high(),
        confusion.correct(),
        confusion.total(),
        evaluation.logLoss(),
        100 * evaluation.calibrationError());
  }

  private void curves(List<EpochMetrics> history) {
    html.append("<h2>Learning curves</h2>\n");
    html.append(ChartSvg.of(Chart.accuracy(history)));
    html.append(ChartSvg.of(Chart.loss(history)));
  }

  private void classes(ConfusionMatrix confusion) {
    html.append("<h2>Classes</h2>\n<table><tr><th>class<th>samples<th>recall<th>specificity");
    html.append("<th>precision<th>F1</tr>\n");
    for (int k = 0; k < confusion.classes(); k++) {
      add(
          "<tr><td>%d<td>%d<td>%s<td>%s<td>%s<td>%s</tr>",
          k,
          confusion.support(k),
          EvaluationReport.share(confusion.recall(k)),
          EvaluationReport.share(confusion.specificity(k)),
          EvaluationReport.share(confusion.precision(k)),
          EvaluationReport.share(confusion.f1(k)));
    }
    html.append("</table>\n");
  }

  private void gallery(Evaluation evaluation, Dataset data) {
    long misread = evaluation.confusion().total() - evaluation.confusion().correct();
    add("<h2>Misread: %d</h2>", misread);
    if (misread > MOST_MISREAD) {
      add("<p>The first %d are shown.</p>", MOST_MISREAD);
    }
    html.append("<div class=\"gallery\">\n");
    int shown = 0;
    for (int i = 0; i < data.size() && shown < MOST_MISREAD; i++) {
      if (evaluation.answers()[i] != data.label(i)) {
        misreadPicture(evaluation, data, i);
        shown++;
      }
    }
    html.append("</div>\n");
  }

  private void misreadPicture(Evaluation evaluation, Dataset data, int index) {
    float[] picture = new float[data.height() * data.width()];
    data.copyImage(index, picture, 0);
    byte[] gray = new byte[picture.length];
    for (int i = 0; i < gray.length; i++) {
      gray[i] = (byte) (255 - Math.round(255 * picture[i]));
    }
    add(
        "<figure><img alt=\"picture %d\" src=\"%s\"><figcaption>#%d: %d read as %d<br>(%.1f"
            + "&nbsp;%%)</figcaption></figure>",
        index,
        Png.dataUri(Png.gray(gray, data.width())),
        index,
        data.label(index),
        evaluation.answers()[index],
        100 * evaluation.confidences()[index]);
  }

  private void settings(Map<String, String> run) {
    html.append("<h2>Settings</h2>\n<table>\n");
    run.forEach((name, value) -> add("<tr><td>%s<td>%s</tr>", escaped(name), escaped(value)));
    html.append("</table>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private void add(String format, Object... values) {
    html.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
