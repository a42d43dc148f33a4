package io.github.digitkit.train.report;

import io.github.digitkit.train.TrainingListener;
import io.github.digitkit.train.TrainingPlan;
import io.github.digitkit.train.metric.EpochMetrics;
import java.io.PrintStream;
import java.util.Locale;

/** A bar that fills as Keras's does: for terminals, where a line can be written over. */
public final class ProgressBar implements TrainingListener {
  private static final int WIDTH = 30;
  private static final long REDRAW_NANOS = 100_000_000;

  private final PrintStream out;
  private int epochs;
  private int steps;
  private long epochStart;
  private long lastDrawn;
  private int lineLength;

  /**
   * Writes to a stream.
   *
   * @param out a terminal; not closed
   */
  public ProgressBar(PrintStream out) {
    this.out = out;
  }

  @Override
  public void started(TrainingPlan plan) {
    epochs = plan.settings().epochs();
    steps = plan.stepsPerEpoch();
  }

  @Override
  public void stepDone(int epoch, int step, double loss, double accuracy) {
    long now = System.nanoTime();
    if (step == 1) {
      out.printf(Locale.ROOT, "Epoch %d/%d%n", epoch, epochs);
      epochStart = now;
    }
    if (step < steps && now - lastDrawn < REDRAW_NANOS) {
      return;
    }
    lastDrawn = now;
    double secondsLeft = (now - epochStart) / 1e9 / step * (steps - step);
    draw(
        String.format(
            Locale.ROOT,
            "%s - ETA: %.0fs - %s",
            bar(step),
            secondsLeft,
            EpochLine.figures(loss, accuracy)));
  }

  @Override
  public void epochDone(EpochMetrics epoch) {
    draw(
        bar(steps)
            + " - "
            + EpochLine.duration(epoch.seconds(), steps)
            + " - "
            + EpochLine.figures(epoch));
    out.println();
    lineLength = 0;
  }

  private String bar(int step) {
    int filled = (int) ((long) WIDTH * step / steps);
    String head = filled < WIDTH ? ">" : "";
    int rest = WIDTH - filled - head.length();
    int digits = String.valueOf(steps).length();
    return String.format(Locale.ROOT, "%" + digits + "d/%d", step, steps)
        + " ["
        + "=".repeat(filled)
        + head
        + ".".repeat(rest)
        + "]";
  }

  /** Writes over the line as it stands, blanking what it is longer by. */
  private void draw(String line) {
    out.print("\r" + line + " ".repeat(Math.max(0, lineLength - line.length())));
    out.flush();
    lineLength = line.length();
  }
}
