package io.github.digitkit.cli;

import io.github.digitkit.train.TrainingListener;
import io.github.digitkit.train.metric.EpochMetrics;
import java.io.PrintWriter;
import java.util.Locale;

/** Tells on standard error how each epoch went. */
final class EpochLines implements TrainingListener {
  private final PrintWriter err;

  EpochLines(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void epochDone(EpochMetrics epoch) {
    err.printf(
        Locale.ROOT,
        "epoch %d: %.1f s, loss %.4f, accuracy %.4f%s%n",
        epoch.epoch(),
        epoch.seconds(),
        epoch.training().loss(),
        epoch.training().accuracy(),
        epoch
            .validation()
            .map(
                score ->
                    String.format(
                        Locale.ROOT,
                        ", validation loss %.4f, accuracy %.4f",
                        score.loss(),
                        score.accuracy()))
            .orElse(""));
    err.flush();
  }
}
