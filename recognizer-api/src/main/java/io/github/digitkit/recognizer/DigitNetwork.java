package io.github.digitkit.recognizer;

import io.github.digitkit.nn.Classifier;
import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.nn.Model;
import io.github.digitkit.nn.ModelFileException;
import java.util.ArrayList;
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

  /** A class of this probability is beyond doubt. */
  private static final float CLEAR = 0.9f;

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
    float[] rows = probabilities(samples, count, DigitNetworks.DIGITS);
    System.arraycopy(rows, 0, probabilities, 0, rows.length);
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
    return probabilities(pictures, count, CLASSES);
  }

  private float[] probabilities(float[] pictures, int count, int classes) {
    float[] rows = mean(pictures, count, classes, views.always());
    if (views.inDoubt() > views.always()) {
      lookCloser(pictures, count, classes, rows);
    }
    return rows;
  }

  /** Replaces the rows that are in doubt by the mean of more views. */
  private void lookCloser(float[] pictures, int count, int classes, float[] rows) {
    int[] doubtful = new int[count];
    int found = 0;
    for (int n = 0; n < count; n++) {
      if (isDoubtful(rows, n * classes, classes)) {
        doubtful[found++] = n;
      }
    }
    if (found == 0) {
      return;
    }
    float[] closer = new float[found * PIXELS];
    for (int i = 0; i < found; i++) {
      System.arraycopy(pictures, doubtful[i] * PIXELS, closer, i * PIXELS, PIXELS);
    }
    float[] means = mean(closer, found, classes, views.inDoubt());
    for (int i = 0; i < found; i++) {
      System.arraycopy(means, i * classes, rows, doubtful[i] * classes, classes);
    }
  }

  private static boolean isDoubtful(float[] rows, int from, int classes) {
    for (int k = from; k < from + classes; k++) {
      if (rows[k] >= CLEAR) {
        return false;
      }
    }
    return true;
  }

  /** The mean over all models and the first views, {@code (count, classes)}. */
  private float[] mean(float[] pictures, int count, int classes, int viewCount) {
    float[] means = new float[count * classes];
    float[] viewed = viewCount == 1 ? pictures : new float[count * PIXELS];
    float weight = 1f / (members.size() * viewCount);
    for (int view = 0; view < viewCount; view++) {
      Views.draw(view, pictures, viewed, count);
      float[] sums = new float[means.length];
      for (Member member : members) {
        member.add(viewed, count, classes, sums);
      }
      for (int i = 0; i < sums.length; i++) {
        means[i] += weight * sums[i];
      }
    }
    return means;
  }

  /** One model and what its logits are divided by. */
  private record Member(Model model, double temperature) {
    /** Adds softmax over the classes that model and sums share. */
    void add(float[] pictures, int count, int classes, float[] sums) {
      int given = model.classes();
      float[] logits = new float[count * given];
      model.logits(pictures, count, logits);
      double[] row = new double[Math.min(given, classes)];
      for (int n = 0; n < count; n++) {
        softmax(logits, n * given, temperature, row);
        for (int k = 0; k < row.length; k++) {
          sums[n * classes + k] += (float) row[k];
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
