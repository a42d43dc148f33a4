package io.github.digitkit.train.report;

import io.github.digitkit.train.metric.EpochMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Loss and accuracy over the epochs as a PNG picture. */
public final class LearningCurve {
  private static final int WIDTH = 640;
  private static final int CHART_HEIGHT = 300;
  private static final int LEFT = 80;
  private static final int RIGHT = 20;
  private static final int TOP = 40;
  private static final int BOTTOM = 40;
  private static final int GRID = 0xdddddd;
  private static final int TEXT = 0x444444;

  private LearningCurve() {}

  /**
   * Writes the picture.
   *
   * @param file overwritten
   * @param history at least one epoch
   * @throws IOException if it cannot be written
   */
  public static void write(Path file, List<EpochMetrics> history) throws IOException {
    Files.write(file, png(history));
  }

  /** Returns the picture's PNG file. */
  public static byte[] png(List<EpochMetrics> history) {
    Raster raster = new Raster(WIDTH, 2 * CHART_HEIGHT);
    draw(raster, Chart.accuracy(history), 0);
    draw(raster, Chart.loss(history), CHART_HEIGHT);
    return raster.png();
  }

  private static void draw(Raster raster, Chart chart, int top) {
    for (int i = 0; i <= chart.marks(); i++) {
      double y = y(chart, chart.mark(i), top);
      raster.line(LEFT, y, WIDTH - RIGHT, y, 1, GRID);
      String text = chart.markText(i);
      raster.text(LEFT - 8 - Raster.textWidth(text), (int) y - 5, text, TEXT);
    }
    int every = Math.max(1, (chart.epochs() + 9) / 10);
    for (int epoch = 1; epoch <= chart.epochs(); epoch += every) {
      raster.text((int) x(chart, epoch) - 4, top + CHART_HEIGHT - BOTTOM + 10, "" + epoch, TEXT);
    }
    int legend = LEFT;
    for (Chart.Curve curve : chart.curves()) {
      drawCurve(raster, chart, curve, top);
      String text = curve.name() + " " + chart.title();
      raster.text(legend, top + 12, text, curve.rgb());
      legend += Raster.textWidth(text) + 30;
    }
  }

  private static void drawCurve(Raster raster, Chart chart, Chart.Curve curve, int top) {
    List<Double> values = curve.values();
    for (int i = 0; i < values.size(); i++) {
      int before = Math.max(0, i - 1);
      raster.line(
          x(chart, before + 1),
          y(chart, values.get(before), top),
          x(chart, i + 1),
          y(chart, values.get(i), top),
          2,
          curve.rgb());
    }
  }

  private static double x(Chart chart, int epoch) {
    int span = Math.max(1, chart.epochs() - 1);
    return LEFT + (double) (WIDTH - LEFT - RIGHT) * (epoch - 1) / span;
  }

  private static double y(Chart chart, double value, int top) {
    double share = (value - chart.axisStart()) / (chart.axisEnd() - chart.axisStart());
    return top + CHART_HEIGHT - BOTTOM - share * (CHART_HEIGHT - TOP - BOTTOM);
  }
}
