package io.github.digitkit.recognizer;

import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.nn.Model;
import io.github.digitkit.nn.ModelFileException;
import java.util.List;
import java.util.Map;

/**
 * One or several models as one reader of 28x28 pictures: their calibrated probabilities averaged,
 * also over several views of each picture. Immutable; safe for use by many threads.
 */
final class DigitNetwork {
  /** The digits 0 to 9 and, last, "no digit". */
  static final int CLASSES = DigitNetworks.DIGITS + 1;

  static final int PIXELS = DigitNetworks.SIDE * DigitNetworks.SIDE;

  private final List<Model> models;
  private final double[] temperatures;
  private final Views views;

  DigitNetwork(List<Model> models, Views views) throws ModelFileException {
    this.models = List.copyOf(models);
    this.views = views;
    this.temperatures = new double[models.size()];
    for (int i = 0; i < temperatures.length; i++) {
      requireDigits(models.get(i));
      temperatures[i] = temperature(models.get(i).metadata());
    }
  }

  private static void requireDigits(Model model) throws ModelFileException {
    boolean digits =
        model.inputSize() == PIXELS
            && (model.classes() == DigitNetworks.DIGITS || model.classes() == CLASSES);
    if (!digits) {
      throw new ModelFileException(
          "model",
          "expected a network from (28, 28, 1) to 10 or 11 classes, but got "
              + model.network().inputShape()
              + " to "
              + model.network().outputShape());
    }
  }

  private static double temperature(Map<String, String> metadata) throws ModelFileException {
    String text = metadata.getOrDefault("temperature", "1");
    try {
      double temperature = Double.parseDouble(text);
      if (temperature > 0 && temperature < 100) {
        return temperature;
      }
    } catch (NumberFormatException e) {
      // The message below says it.
    }
    throw new ModelFileException("model", "temperature must be above 0, but got " + text);
  }

  /** Returns the first model's provenance. */
  Map<String, String> metadata() {
    return models.get(0).metadata();
  }

  /**
   * @param pictures {@code count} pictures of 784 floats, ink 1. Not modified.
   * @param count the number of pictures
   * @return {@code (count, 11)} probabilities, each row with sum 1
   */
  float[] probabilities(float[] pictures, int count) {
    float[] sums = new float[count * CLASSES];
    float[] viewed = views.count() == 1 ? pictures : new float[count * PIXELS];
    float weight = 1f / (models.size() * views.count());
    for (int view = 0; view < views.count(); view++) {
      views.draw(view, pictures, viewed, count);
      for (int m = 0; m < models.size(); m++) {
        add(models.get(m), temperatures[m], viewed, count, weight, sums);
      }
    }
    return sums;
  }

  private static void add(
      Model model, double temperature, float[] pictures, int count, float weight, float[] sums) {
    int classes = model.classes();
    float[] logits = new float[count * classes];
    model.logits(pictures, count, logits);
    double[] row = new double[classes];
    for (int n = 0; n < count; n++) {
      softmax(logits, n * classes, temperature, row);
      for (int k = 0; k < classes; k++) {
        sums[n * CLASSES + k] += weight * (float) row[k];
      }
    }
  }

  private static void softmax(float[] logits, int offset, double temperature, double[] row) {
    double max = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < row.length; k++) {
      max = Math.max(max, logits[offset + k]);
    }
    double sum = 0;
    for (int k = 0; k < row.length; k++) {
      row[k] = StrictMath.exp((logits[offset + k] - max) / temperature);
      sum += row[k];
    }
    for (int k = 0; k < row.length; k++) {
      row[k] /= sum;
    }
  }
}
