package io.github.digitkit.train.metric;

/**
 * How well a classifier did on labelled pictures.
 *
 * @param confusion the counts, over the classifier's classes
 * @param logLoss mean of {@code -log p(label)}, with p at least 1e-7 as in Keras
 * @param calibrationError see {@link CalibrationError}
 * @param answers the answer for each picture, in the order of the data; not to be modified
 * @param confidences the probability of each answer; not to be modified
 */
@SuppressWarnings("ArrayRecordComponent") // tens of thousands of answers
public record Evaluation(
    ConfusionMatrix confusion,
    double logLoss,
    double calibrationError,
    int[] answers,
    float[] confidences) {
  private static final double LEAST_PROBABILITY = 1e-7;

  /**
   * Judges probabilities.
   *
   * @param probabilities {@code (samples, classes)}. Not modified.
   * @param labels the true classes. Not modified.
   * @param classes columns of the probabilities
   */
  public static Evaluation of(float[] probabilities, int[] labels, int classes) {
    int[] answers = new int[labels.length];
    float[] confidences = new float[labels.length];
    double loss = 0;
    for (int i = 0; i < labels.length; i++) {
      answers[i] = Rows.highest(probabilities, i, classes);
      confidences[i] = probabilities[i * classes + answers[i]];
      loss -= StrictMath.log(Math.max(LEAST_PROBABILITY, probabilities[i * classes + labels[i]]));
    }
    return new Evaluation(
        ConfusionMatrix.of(labels, answers, classes),
        loss / labels.length,
        CalibrationError.of(probabilities, labels, classes),
        answers,
        confidences);
  }

  /** Returns the share of right answers. */
  public double accuracy() {
    return confusion.accuracy();
  }

  /** Returns loss and accuracy alone. */
  public Score score() {
    return new Score(logLoss, accuracy());
  }
}
