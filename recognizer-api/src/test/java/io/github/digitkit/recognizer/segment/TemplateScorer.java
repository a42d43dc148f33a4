package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.DigitNormalizer;
import io.github.digitkit.recognizer.image.Sketch;
import java.util.List;
import java.util.Map;

/** Knows the sketched 5, 7 and 1 by correlation; whatever is like none of them is no digit. */
final class TemplateScorer implements DigitScorer {
  private static final double UNLIKE = 0.75;
  private static final double SHARPNESS = 25;

  private final Map<Integer, float[]> templates =
      Map.of(
          7, normalized(paper().seven(0.25, 0.15, 0.75, 0.85, 7, 0)),
          5, normalized(paper().brokenFive(0.25, 0.15, 0.75, 0.85, 7, 0)),
          1, normalized(paper().stroke(7, 0, 0.5, 0.15, 0.5, 0.85)));

  private static Sketch paper() {
    return Sketch.paper(112, 112, 255);
  }

  private static float[] normalized(Sketch sketch) {
    return new DigitNormalizer().normalize(sketch.image()).pixels();
  }

  @Override
  public float[][] scores(List<float[]> images) {
    return images.stream().map(this::score).toArray(float[][]::new);
  }

  private float[] score(float[] image) {
    float[] scores = new float[NO_DIGIT + 1];
    scores[NO_DIGIT] = (float) Math.exp(SHARPNESS * UNLIKE);
    float sum = scores[NO_DIGIT];
    for (Map.Entry<Integer, float[]> entry : templates.entrySet()) {
      float value = (float) Math.exp(SHARPNESS * likeness(image, entry.getValue()));
      scores[entry.getKey()] = value;
      sum += value;
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= sum;
    }
    return scores;
  }

  /** The best correlation over shifts by a pixel. */
  private static double likeness(float[] image, float[] template) {
    double best = 0;
    for (int shift : new int[] {-28, -1, 0, 1, 28}) {
      double product = 0;
      double own = 1e-9;
      double other = 0;
      for (int i = 28; i < image.length - 28; i++) {
        product += image[i + shift] * template[i];
        own += image[i + shift] * image[i + shift];
        other += template[i] * template[i];
      }
      best = Math.max(best, product / Math.sqrt(own * other));
    }
    return best;
  }
}
