package io.github.digitkit.cli;

import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.nn.Model;
import io.github.digitkit.train.data.Dataset;
import io.github.digitkit.train.metric.Evaluation;
import io.github.digitkit.train.metric.Evaluator;
import io.github.digitkit.train.metric.Temperature;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes into a model's metadata what its users need to know: calibration and provenance. */
final class ModelCard {
  static final String TEMPERATURE = "temperature";

  private final Map<String, String> entries = new LinkedHashMap<>();

  ModelCard(String recipe, long seed, DigitSet training) {
    entries.put("library_version", Version.text());
    entries.put("recipe", recipe);
    entries.put("seed", Long.toString(seed));
    entries.put("data", training.origin());
    entries.put("data_sha256", training.sha256());
    entries.put("input_normalisation", "ink 1 on 0, longer side 20, centre of mass in 28x28");
  }

  /** Returns the model with its provenance, calibrated on validation data if there are any. */
  Model complete(Model model, Optional<Dataset> validation, int threads) {
    entries.put("classes", classes(model.classes()));
    validation.ifPresent(data -> calibrate(model, data, threads));
    return model.withMetadata(entries);
  }

  /** Returns the model with what came out on the test set, which nothing was chosen by. */
  static Model withTestAccuracy(Model model, Evaluation test) {
    Map<String, String> more = new LinkedHashMap<>(model.metadata());
    more.put("test_accuracy", decimals(test.accuracy()));
    return model.withMetadata(more);
  }

  private static String classes(int count) {
    StringBuilder names = new StringBuilder();
    for (int k = 0; k < count; k++) {
      names.append(k == 0 ? "" : ",").append(k == DigitNetworks.NO_DIGIT ? "no digit" : "" + k);
    }
    return names.toString();
  }

  private void calibrate(Model model, Dataset validation, int threads) {
    int[] labels = Evaluator.labels(validation);
    float[] images = new float[validation.size() * model.inputSize()];
    for (int i = 0; i < labels.length; i++) {
      validation.copyImage(i, images, i * model.inputSize());
    }
    float[] logits = new float[labels.length * model.classes()];
    model.logits(images, labels.length, logits);
    double temperature = Temperature.fit(logits, labels, model.classes());
    entries.put(TEMPERATURE, decimals(temperature));
    CalibratedDigits calibrated = CalibratedDigits.of(model.withMetadata(entries));
    Evaluation evaluation = Evaluator.evaluate(calibrated, validation, threads);
    entries.put("validation_accuracy", decimals(evaluation.accuracy()));
    entries.put("reject_curve", RejectCurve.of(evaluation, labels));
  }

  private static String decimals(double value) {
    return String.format(Locale.ROOT, "%.5f", value);
  }
}
