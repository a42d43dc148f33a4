package io.github.digitkit.train.report;

import java.util.Locale;
import java.util.StringJoiner;

/** Draws a chart as an SVG element to put into a page. */
final class ChartSvg {
  private static final int WIDTH = 520;
  private static final int HEIGHT = 280;
  private static final int LEFT = 60;
  private static final int RIGHT = 15;
  private static final int TOP = 30;
  private static final int BOTTOM = 35;

  private final Chart chart;
  private final StringBuilder svg = new StringBuilder();

  private ChartSvg(Chart chart) {
    this.chart = chart;
  }

  static String of(Chart chart) {
    return new ChartSvg(chart).draw();
  }

  private String draw() {
    add(
        "<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\">",
        WIDTH, HEIGHT, WIDTH, HEIGHT, chart.title());
    for (int i = 0; i <= chart.marks(); i++) {
      double y = y(chart.mark(i));
      add(
          "<line class=\"grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>",
          LEFT, y, WIDTH - RIGHT, y);
      add(
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
          LEFT - 6, y + 4, chart.markText(i));
    }
    int every = Math.max(1, (chart.epochs() + 9) / 10);
    for (int epoch = 1; epoch <= chart.epochs(); epoch += every) {
      add(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>",
          x(epoch), HEIGHT - BOTTOM + 18, epoch);
    }
    drawCurves();
    return svg.append("</svg>\n").toString();
  }

  private void drawCurves() {
    int legend = LEFT;
    for (Chart.Curve curve : chart.curves()) {
      StringJoiner points = new StringJoiner(" ");
      for (int i = 0; i < curve.values().size(); i++) {
        points.add(String.format(Locale.ROOT, "%.1f,%.1f", x(i + 1), y(curve.values().get(i))));
      }
      add(
          "<polyline fill=\"none\" stroke=\"#%06x\" stroke-width=\"2\" points=\"%s\"/>",
          curve.rgb(), points);
      add(
          "<text x=\"%d\" y=\"18\" fill=\"#%06x\">%s %s</text>",
          legend, curve.rgb(), curve.name(), chart.title());
      legend += 180;
    }
  }

  private double x(int epoch) {
    int span = Math.max(1, chart.epochs() - 1);
    return LEFT + (double) (WIDTH - LEFT - RIGHT) * (epoch - 1) / span;
  }

  private double y(double value) {
    double share = (value - chart.axisStart()) / (chart.axisEnd() - chart.axisStart());
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
