package io.github.digitkit.train.report;

import io.github.digitkit.train.TrainingListener;
import io.github.digitkit.train.TrainingPlan;
import io.github.digitkit.train.metric.EpochMetrics;
import java.io.PrintStream;
import java.util.Locale;

/** One line an epoch: for logs and pipes. */
public final class PlainProgress implements TrainingListener {
  private final PrintStream out;
  private int epochs;
  private int steps;

  /**
   * Writes to a stream.
   *
   * @param out where to; not closed
   */
  public PlainProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  public void started(TrainingPlan plan) {
    epochs = plan.settings().epochs();
    steps = plan.stepsPerEpoch();
    out.printf(
        Locale.ROOT,
        "Training on %d samples: %d epochs of %d steps, %d threads%n",
        plan.samples(),
        epochs,
        steps,
        plan.threads());
    if (!plan.done().isEmpty()) {
      out.printf(Locale.ROOT, "Continuing after epoch %d%n", plan.done().size());
    }
  }

  @Override
  public void epochDone(EpochMetrics epoch) {
    out.printf(
        Locale.ROOT,
        "Epoch %d/%d - %s - %s%n",
        epoch.epoch(),
        epochs,
        EpochLine.duration(epoch.seconds(), steps),
        EpochLine.figures(epoch));
  }
}
