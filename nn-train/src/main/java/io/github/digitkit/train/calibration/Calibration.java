package io.github.digitkit.train.calibration;

import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.nn.Model;
import io.github.digitkit.train.data.Dataset;
import io.github.digitkit.train.metric.Temperature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a model file needs beside the weights, so that its answers can be relied on: the temperature
 * by which logits are divided, and the thresholds of refusal with the curve that says what they
 * cost. Immutable.
 *
 * @param temperature fitted on validation digits as they are
 * @param confidence answers below this confidence are refused
 * @param noDigit answers with a higher probability of showing no digit are refused
 * @param curve what other thresholds of confidence would cost, rising
 */
public record Calibration(
    double temperature, double confidence, double noDigit, List<RejectPoint> curve) {

  /** Chosen on handwriting of other people than MNIST's; the README has what they cost. */
  private static final double CONFIDENCE = 0.5;

  private static final double NO_DIGIT = 0.04;

  private static final double[] THRESHOLDS = {
    0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 0.995, 0.998,
    0.999, 0.9995, 0.9999
  };

  /** Copies the curve. */
  public Calibration {
    curve = List.copyOf(curve);
  }

  /**
   * Calibrates a model that reads digits.
   *
   * @param model gives ten or eleven classes
   * @param validation digits that it did not train on, as they are: fits the temperature
   * @param altered the same digits as pictures in the wild look, for example augmented: measures
   *     the curve
   * @return the calibration
   */
  public static Calibration of(Model model, Dataset validation, Dataset altered) {
    double temperature =
        Temperature.fit(logits(model, validation), labels(validation), model.classes());
    List<Answer> answers = answers(model, altered, temperature);
    List<RejectPoint> curve = new ArrayList<>();
    for (double threshold : THRESHOLDS) {
      curve.add(point(threshold, answers));
    }
    return new Calibration(temperature, CONFIDENCE, NO_DIGIT, curve);
  }

  /** Returns the entries of the model file. */
  public Map<String, String> metadata() {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("temperature", number("%.4f", temperature));
    entries.put("reject_threshold", Double.toString(confidence));
    entries.put("no_digit_threshold", Double.toString(noDigit));
    entries.put(
        "reject_curve", curve.stream().map(RejectPoint::text).collect(Collectors.joining(" ")));
    return entries;
  }

  static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private record Answer(double confidence, boolean right) {}

  private static RejectPoint point(double threshold, List<Answer> answers) {
    long accepted = answers.stream().filter(answer -> answer.confidence() >= threshold).count();
    long wrong =
        answers.stream()
            .filter(answer -> answer.confidence() >= threshold && !answer.right())
            .count();
    return new RejectPoint(
        threshold,
        accepted == 0 ? 0 : (double) wrong / accepted,
        1 - (double) accepted / answers.size());
  }

  private static List<Answer> answers(Model model, Dataset data, double temperature) {
    float[] logits = logits(model, data);
    int classes = model.classes();
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      int best = 0;
      for (int k = 1; k < DigitNetworks.DIGITS; k++) {
        best = logits[i * classes + k] > logits[i * classes + best] ? k : best;
      }
      double sum = 0;
      for (int k = 0; k < classes; k++) {
        sum += StrictMath.exp((logits[i * classes + k] - logits[i * classes + best]) / temperature);
      }
      answers.add(new Answer(1 / sum, best == data.label(i)));
    }
    return answers;
  }

  private static float[] logits(Model model, Dataset data) {
    float[] pictures = new float[Math.multiplyExact(data.size(), model.inputSize())];
    for (int i = 0; i < data.size(); i++) {
      data.copyImage(i, pictures, i * model.inputSize());
    }
    float[] logits = new float[data.size() * model.classes()];
    model.logitsInParallel(pictures, data.size(), logits);
    return logits;
  }

  private static int[] labels(Dataset data) {
    int[] labels = new int[data.size()];
    java.util.Arrays.setAll(labels, data::label);
    return labels;
  }
}
