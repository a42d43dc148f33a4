package io.github.digitkit.recognizer;

import io.github.digitkit.nn.Classifier;
import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.nn.Model;
import io.github.digitkit.nn.ModelFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One or several models as one reader of 28x28 pictures: their calibrated probabilities averaged,
 * also over several views of each picture. As a classifier, of pictures that surely show a digit.
 * Immutable; safe for use by many threads.
 */
final class DigitNetwork implements Classifier {
  /** The digits 0 to 9 and, last, "no digit". */
  static final int CLASSES = DigitNetworks.DIGITS + 1;

  static final int PIXELS = DigitNetworks.SIDE * DigitNetworks.SIDE;

  private final List<Member> members;
  private final Views views;

  DigitNetwork(List<Model> models, Views views) throws ModelFileException {
    List<Member> all = new ArrayList<>(models.size());
    for (Model model : models) {
      requireDigits(model);
      all.add(new Member(model, temperature(model.metadata())));
    }
    this.members = List.copyOf(all);
    this.views = views;
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
    return members.get(0).model().metadata();
  }

  @Override
  public int inputSize() {
    return PIXELS;
  }

  @Override
  public int classes() {
    return DigitNetworks.DIGITS;
  }

  @Override
  public void predict(float[] samples, int count, float[] probabilities) {
    requireLength("samples", samples, count * PIXELS);
    requireLength("probabilities", probabilities, count * DigitNetworks.DIGITS);
    Arrays.fill(probabilities, 0, count * DigitNetworks.DIGITS, 0);
    addMean(samples, count, DigitNetworks.DIGITS, probabilities);
  }

  private static void requireLength(String name, float[] array, int least) {
    if (array.length < least) {
      throw new IllegalArgumentException(
          "%s must have at least %d floats, but has %d".formatted(name, least, array.length));
    }
  }

  /**
   * @param pictures {@code count} pictures of 784 floats, ink 1. Not modified.
   * @param count the number of pictures
   * @return {@code (count, 11)} probabilities, each row with sum 1
   */
  float[] probabilities(float[] pictures, int count) {
    float[] sums = new float[count * CLASSES];
    addMean(pictures, count, CLASSES, sums);
    return sums;
  }

  /** Adds the mean over models and views to {@code (count, classes)} sums. */
  private void addMean(float[] pictures, int count, int classes, float[] sums) {
    float[] viewed = views.count() == 1 ? pictures : new float[count * PIXELS];
    float weight = 1f / (members.size() * views.count());
    for (int view = 0; view < views.count(); view++) {
      views.draw(view, pictures, viewed, count);
      for (Member member : members) {
        member.add(viewed, count, classes, weight, sums);
      }
    }
  }

  /** One model and what its logits are divided by. */
  private record Member(Model model, double temperature) {
    /** Adds weighted softmax over the classes that model and sums share. */
    void add(float[] pictures, int count, int classes, float weight, float[] sums) {
      int given = model.classes();
      float[] logits = new float[count * given];
      model.logits(pictures, count, logits);
      double[] row = new double[Math.min(given, classes)];
      for (int n = 0; n < count; n++) {
        softmax(logits, n * given, temperature, row);
        for (int k = 0; k < row.length; k++) {
          sums[n * classes + k] += weight * (float) row[k];
        }
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
