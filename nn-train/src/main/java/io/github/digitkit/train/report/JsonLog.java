package io.github.digitkit.train.report;

import io.github.digitkit.train.metric.EpochMetrics;
import io.github.digitkit.train.metric.Score;
import java.nio.file.Path;
import java.util.List;

/** A file with one JSON object a line, one line an epoch, under the names of {@link CsvLog}. */
public final class JsonLog extends LineLog {

  /**
   * Logs to a file.
   *
   * @param file overwritten when training starts; its directory is made
   */
  public JsonLog(Path file) {
    super(file);
  }

  @Override
  List<String> header() {
    return List.of();
  }

  @Override
  String line(EpochMetrics epoch) {
    return json(epoch);
  }

  /** One epoch as a JSON object without line breaks. */
  public static String json(EpochMetrics epoch) {
    Score training = epoch.training();
    JsonText json =
        new JsonText()
            .number("epoch", epoch.epoch())
            .number("loss", training.loss())
            .number("accuracy", training.accuracy());
    if (epoch.validation().isPresent()) {
      Score validation = epoch.validation().get();
      json.number("val_loss", validation.loss()).number("val_accuracy", validation.accuracy());
    }
    return json.number("learning_rate", epoch.learningRate())
        .number("seconds", epoch.seconds())
        .toString();
  }
}
