package io.github.digitkit.cli;

import io.github.digitkit.train.TrainingResult;
import io.github.digitkit.train.metric.EpochMetrics;
import io.github.digitkit.train.metric.Evaluation;
import io.github.digitkit.train.metric.Interval;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What a training came to, for its end.
 *
 * @param file the weights file
 * @param result the training's result
 * @param test how the weights do on the test set, if there is one
 */
record TrainingReport(Path file, TrainingResult result, Optional<Evaluation> test) {

  JsonObject json() {
    JsonObject json =
        new JsonObject()
            .put("model", file)
            .put("epochs", result.history().size())
            .put("modelEpoch", result.modelEpoch())
            .put("seconds", seconds());
    result
        .modelMetrics()
        .validation()
        .ifPresent(
            score ->
                json.put("validationAccuracy", score.accuracy())
                    .put("validationLoss", score.loss()));
    test.ifPresent(
        evaluation -> {
          Interval interval = evaluation.confusion().accuracyInterval();
          json.put("testAccuracy", evaluation.accuracy())
              .put("testAccuracyInterval95", new double[] {interval.low(), interval.high()})
              .put("testLoss", evaluation.logLoss())
              .put("testCalibrationError", evaluation.calibrationError());
        });
    return json;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s: weights of epoch %d of %d, %.0f s",
            file,
            result.modelEpoch(),
            result.history().size(),
            seconds()));
    result
        .modelMetrics()
        .validation()
        .ifPresent(score -> text.append(percent(", validation %.2f %%", score.accuracy())));
    test.ifPresent(evaluation -> text.append(percent(", test %.2f %%", evaluation.accuracy())));
    return text.toString();
  }

  private double seconds() {
    return result.history().stream().mapToDouble(EpochMetrics::seconds).sum();
  }

  private static String percent(String format, double share) {
    return String.format(Locale.ROOT, format, 100 * share);
  }
}
