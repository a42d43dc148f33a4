package io.github.digitkit.cli;

import io.github.digitkit.nn.Classifier;
import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.nn.Model;

/**
 * A model as a classifier of the ten digits: its logits divided by the temperature that the model
 * file names, and softmax over the digits only, for the pictures of a test set all are digits.
 * Immutable; safe for use by many threads.
 */
final class CalibratedDigits implements Classifier {
  private final Model model;
  private final double temperature;

  private CalibratedDigits(Model model, double temperature) {
    this.model = model;
    this.temperature = temperature;
  }

  /** A classifier at the temperature in the model's metadata, or 1. */
  static CalibratedDigits of(Model model) {
    String temperature = model.metadata().getOrDefault(ModelCard.TEMPERATURE, "1");
    return new CalibratedDigits(model, Double.parseDouble(temperature));
  }

  @Override
  public int inputSize() {
    return model.inputSize();
  }

  @Override
  public int classes() {
    return Math.min(model.classes(), DigitNetworks.DIGITS);
  }

  @Override
  public void predict(float[] samples, int count, float[] probabilities) {
    float[] logits = new float[count * model.classes()];
    model.logits(samples, count, logits);
    for (int i = 0; i < count; i++) {
      softmax(logits, i * model.classes(), probabilities, i * classes());
    }
  }

  private void softmax(float[] logits, int from, float[] probabilities, int to) {
    int classes = classes();
    double highest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < classes; k++) {
      highest = Math.max(highest, logits[from + k]);
    }
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      double weight = Math.exp((logits[from + k] - highest) / temperature);
      probabilities[to + k] = (float) weight;
      sum += weight;
    }
    for (int k = 0; k < classes; k++) {
      probabilities[to + k] /= (float) sum;
    }
  }
}
