package io.github.digitkit.cli;

import io.github.digitkit.recognizer.RejectPolicy;
import java.util.List;
import java.util.Locale;

/** The reject curve as a drawing: errors down to a hundredth of a percent on a logarithmic axis. */
final class RejectCurveSvg {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 400;
  private static final int LEFT = 80;
  private static final int TOP = 24;
  private static final int PLOT_WIDTH = 520;
  private static final int PLOT_HEIGHT = 310;
  private static final double LEAST_ERRORS = 1e-4;
  private static final double[] ERROR_TICKS = {1e-4, 1e-3, 1e-2, 1e-1};
  private static final int REFUSED_TICKS = 4;

  /** Points nearer to the last labelled one stay without a label. */
  private static final int LABEL_WIDTH = 26;

  private final double mostErrors;
  private final double mostRefused;
  private final StringBuilder svg = new StringBuilder();
  private double lastLabel;

  private RejectCurveSvg(List<RejectPolicy.Point> curve) {
    mostErrors = curve.stream().mapToDouble(RejectPolicy.Point::errors).max().orElse(1) * 1.3;
    mostRefused = curve.stream().mapToDouble(RejectPolicy.Point::refused).max().orElse(1) * 1.05;
  }

  static String of(List<RejectPolicy.Point> curve) {
    return new RejectCurveSvg(curve).draw(curve);
  }

  private String draw(List<RejectPolicy.Point> curve) {
    add(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                + " font-family=\"sans-serif\" font-size=\"13\">",
            WIDTH,
            HEIGHT));
    add(
        String.format(
            Locale.ROOT, "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>", WIDTH, HEIGHT));
    drawAxes();
    StringBuilder path = new StringBuilder();
    for (RejectPolicy.Point point : curve) {
      path.append(
          String.format(
              Locale.ROOT,
              "%.1f,%.1f ",
              x(point.refused()),
              y(Math.max(LEAST_ERRORS, point.errors()))));
    }
    add(
        String.format(
            Locale.ROOT,
            "<polyline points=\"%s\" fill=\"none\" stroke=\"#1f5fbf\" stroke-width=\"2\"/>",
            path));
    curve.forEach(this::drawPoint);
    add("</svg>");
    return svg.toString();
  }

  private void drawAxes() {
    for (double errors : ERROR_TICKS) {
      if (errors <= mostErrors) {
        drawLine(LEFT, y(errors), LEFT + PLOT_WIDTH, y(errors));
        add(
            String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s %%</text>",
                LEFT - 8,
                y(errors) + 4,
                Double.toString(100 * errors)));
      }
    }
    for (int tick = 0; tick <= REFUSED_TICKS; tick++) {
      double refused = mostRefused * tick / REFUSED_TICKS;
      drawLine(x(refused), TOP, x(refused), TOP + PLOT_HEIGHT);
      add(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.1f %%</text>",
              x(refused),
              TOP + PLOT_HEIGHT + 18,
              100 * refused));
    }
    add(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">answers refused</text>",
            LEFT + PLOT_WIDTH / 2,
            HEIGHT - 14));
    add(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\">wrong among the accepted; numbers: confidence</text>",
            LEFT,
            TOP - 8));
  }

  private void drawLine(double fromX, double fromY, double toX, double toY) {
    add(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>",
            fromX,
            fromY,
            toX,
            toY));
  }

  private void drawPoint(RejectPolicy.Point point) {
    double x = x(point.refused());
    double y = y(Math.max(LEAST_ERRORS, point.errors()));
    add(
        String.format(
            Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"#1f5fbf\"/>", x, y));
    if (x >= lastLabel + LABEL_WIDTH) {
      add(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%.1f\" font-size=\"10\">%s</text>",
              x + 5,
              y - 5,
              point.threshold()));
      lastLabel = x;
    }
  }

  private double x(double refused) {
    return LEFT + PLOT_WIDTH * refused / mostRefused;
  }

  private double y(double errors) {
    double share = Math.log(errors / LEAST_ERRORS) / Math.log(mostErrors / LEAST_ERRORS);
    return TOP + PLOT_HEIGHT * (1 - share);
  }

  private void add(String line) {
    svg.append(line).append('\n');
  }
}
