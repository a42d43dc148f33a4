package io.github.digitkit.train.report;

import io.github.digitkit.train.metric.ConfusionMatrix;
import java.util.Locale;

/** Draws a confusion matrix: right answers blue, mistakes red, darker where there are more. */
final class ConfusionSvg {
  private static final int CELL = 44;
  private static final int MARGIN = 40;

  private ConfusionSvg() {}

  static String of(ConfusionMatrix confusion) {
    int side = MARGIN + confusion.classes() * CELL;
    StringBuilder svg = new StringBuilder();
    svg.append(
        format(
            "<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\""
                + " aria-label=\"confusion matrix: rows are true classes, columns answers\">",
            side, side, side, side));
    for (int k = 0; k < confusion.classes(); k++) {
      int middle = MARGIN + k * CELL + CELL / 2;
      svg.append(text(middle, MARGIN - 12, k));
      svg.append(text(MARGIN - 14, middle + 4, k));
      for (int predicted = 0; predicted < confusion.classes(); predicted++) {
        svg.append(cell(confusion, k, predicted));
      }
    }
    return svg.append("</svg>\n").toString();
  }

  private static String cell(ConfusionMatrix confusion, int actual, int predicted) {
    long count = confusion.count(actual, predicted);
    // The square root lets single mistakes show beside hundreds of right answers.
    double share = count / (double) Math.max(1, confusion.support(actual));
    double strength = actual == predicted ? share : Math.min(1, 4 * Math.sqrt(share));
    int x = MARGIN + predicted * CELL;
    int y = MARGIN + actual * CELL;
    String colour = actual == predicted ? "31,111,180" : "200,40,20";
    String rectangle =
        format(
            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"rgb(%s)\""
                + " fill-opacity=\"%.3f\"><title>%d read as %d: %d</title></rect>",
            x, y, CELL - 1, CELL - 1, colour, 0.7 * strength, actual, predicted, count);
    return count == 0 ? rectangle : rectangle + text(x + CELL / 2, y + CELL / 2 + 4, count);
  }

  private static String text(int x, int y, long number) {
    return format("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%d</text>", x, y, number);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values) + "\n";
  }
}
