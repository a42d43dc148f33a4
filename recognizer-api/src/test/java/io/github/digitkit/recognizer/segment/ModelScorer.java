package io.github.digitkit.recognizer.segment;

import io.github.digitkit.nn.Model;
import java.util.List;

/** Scores with a network of eleven classes, its probabilities calibrated by a temperature. */
final class ModelScorer implements DigitScorer {
  private final Model model;
  private final double temperature;

  ModelScorer(Model model, double temperature) {
    this.model = model;
    this.temperature = temperature;
  }

  @Override
  public float[][] scores(List<float[]> images) {
    int pixels = model.inputSize();
    float[] pictures = new float[images.size() * pixels];
    for (int i = 0; i < images.size(); i++) {
      System.arraycopy(images.get(i), 0, pictures, i * pixels, pixels);
    }
    int classes = model.classes();
    float[] all = new float[images.size() * classes];
    model.predict(pictures, images.size(), all);
    float[][] scores = new float[images.size()][classes];
    for (int i = 0; i < scores.length; i++) {
      double sum = 0;
      for (int k = 0; k < classes; k++) {
        scores[i][k] = (float) Math.pow(all[i * classes + k], 1 / temperature);
        sum += scores[i][k];
      }
      for (int k = 0; k < classes; k++) {
        scores[i][k] /= (float) sum;
      }
    }
    return scores;
  }
}
