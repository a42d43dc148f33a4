package io.github.digitkit.train.report;

import io.github.digitkit.train.metric.EpochMetrics;
import io.github.digitkit.train.metric.Score;
import java.nio.file.Path;
import java.util.List;

/**
 * A CSV file with Keras's columns: epoch, loss, accuracy, val_loss, val_accuracy (empty without
 * validation), learning_rate, seconds.
 */
public final class CsvLog extends LineLog {

  /**
   * Logs to a file.
   *
   * @param file overwritten when training starts; its directory is made
   */
  public CsvLog(Path file) {
    super(file);
  }

  @Override
  List<String> header() {
    return List.of("epoch,loss,accuracy,val_loss,val_accuracy,learning_rate,seconds");
  }

  @Override
  String line(EpochMetrics epoch) {
    Score training = epoch.training();
    String validation =
        epoch.validation().map(score -> score.loss() + "," + score.accuracy()).orElse(",");
    return String.join(
        ",",
        String.valueOf(epoch.epoch()),
        String.valueOf(training.loss()),
        String.valueOf(training.accuracy()),
        validation,
        String.valueOf(epoch.learningRate()),
        String.valueOf(epoch.seconds()));
  }
}
