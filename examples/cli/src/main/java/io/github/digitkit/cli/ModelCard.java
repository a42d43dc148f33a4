package io.github.digitkit.cli;

import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.nn.Model;
import io.github.digitkit.train.TrainingRecipe;
import io.github.digitkit.train.calibration.Calibration;
import io.github.digitkit.train.data.ArrayDataset;
import io.github.digitkit.train.data.Dataset;
import io.github.digitkit.train.data.Epoch;
import io.github.digitkit.train.data.EpochSource;
import io.github.digitkit.train.data.augment.AugmentationContext;
import io.github.digitkit.train.data.augment.AugmentationSets;
import io.github.digitkit.train.metric.Evaluation;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes into a model's metadata what its users need to know: calibration and provenance. */
final class ModelCard {
  private final Map<String, String> entries = new LinkedHashMap<>();
  private final long seed;

  ModelCard(TrainingRecipe recipe, DigitSet data) {
    seed = recipe.settings().seed();
    entries.put("library_version", Version.text());
    entries.put("recipe", recipe.name());
    entries.put("augmentation", recipe.augmentation().name());
    entries.put("settings", recipe.settings().asText().toString());
    entries.put("seed", Long.toString(seed));
    entries.put("data", data.origin());
    entries.put("data_sha256", data.sha256());
    entries.put("input_normalisation", "ink 1 on 0, longer side 20, centre of mass in 28x28");
  }

  /** Returns the model with its provenance, calibrated on validation data if there are any. */
  Model complete(Model model, Optional<Dataset> validation) {
    entries.put("classes", classes(model.classes()));
    validation.ifPresent(
        data -> entries.putAll(Calibration.of(model, data, altered(data)).metadata()));
    return model.withMetadata(entries);
  }

  /** Returns the model with what came out on the test set, which nothing was chosen by. */
  static Model withTestAccuracy(Model model, Evaluation test) {
    Map<String, String> more = new LinkedHashMap<>(model.metadata());
    more.put("test_accuracy", String.format(Locale.ROOT, "%.4f", test.accuracy()));
    return model.withMetadata(more);
  }

  /** The same digits as pictures in the wild look. */
  private Dataset altered(Dataset validation) {
    EpochSource source =
        EpochSource.of(validation)
            .augmentation(AugmentationSets.defaults())
            .seed(seed)
            .inOrder()
            .build();
    Epoch epoch = source.epoch(0);
    AugmentationContext context = source.newContext();
    int area = validation.height() * validation.width();
    float[] pictures = new float[epoch.size() * area];
    int[] labels = new int[epoch.size()];
    for (int i = 0; i < labels.length; i++) {
      epoch.fillPicture(i, pictures, i * area, context);
      labels[i] = epoch.label(i);
    }
    return new ArrayDataset(
        pictures, labels, validation.height(), validation.width(), validation.classes());
  }

  private static String classes(int count) {
    StringBuilder names = new StringBuilder();
    for (int k = 0; k < count; k++) {
      names.append(k == 0 ? "" : ",").append(k == DigitNetworks.NO_DIGIT ? "no digit" : "" + k);
    }
    return names.toString();
  }
}
