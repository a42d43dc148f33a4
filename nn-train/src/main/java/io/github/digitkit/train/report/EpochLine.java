package io.github.digitkit.train.report;

import io.github.digitkit.train.metric.EpochMetrics;
import io.github.digitkit.train.metric.Score;
import java.util.Locale;

/** An epoch's figures as Keras writes them. */
final class EpochLine {
  private EpochLine() {}

  static String figures(double loss, double accuracy) {
    return String.format(Locale.ROOT, "loss: %.4f - accuracy: %.4f", loss, accuracy);
  }

  static String figures(EpochMetrics epoch) {
    Score training = epoch.training();
    String validation =
        epoch
            .validation()
            .map(
                score ->
                    String.format(
                        Locale.ROOT,
                        " - val_loss: %.4f - val_accuracy: %.4f",
                        score.loss(),
                        score.accuracy()))
            .orElse("");
    return figures(training.loss(), training.accuracy()) + validation;
  }

  static String duration(double seconds, int steps) {
    return String.format(Locale.ROOT, "%.0fs %.0fms/step", seconds, 1000 * seconds / steps);
  }
}
