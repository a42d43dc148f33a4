package io.github.digitkit.train.metric;

/**
 * Temperature scaling: the one number by which logits are divided so that probabilities mean what
 * they say. After Guo et al., "On Calibration of Modern Neural Networks", 2017.
 */
public final class Temperature {
  private static final double LEAST = 0.05;
  private static final double MOST = 20;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final double TOLERANCE = 1e-5;

  private Temperature() {}

  /**
   * The temperature with the least log loss, 0.05 to 20. The loss is convex in its reciprocal, so
   * golden-section search over that finds the one minimum.
   *
   * @param logits {@code (samples, classes)}, of validation data. Not modified.
   * @param labels the true classes. Not modified.
   * @param classes columns of the logits
   */
  public static double fit(float[] logits, int[] labels, int classes) {
    if (labels.length == 0) {
      throw new IllegalArgumentException("a temperature cannot be fitted without samples");
    }
    double low = 1 / MOST;
    double high = 1 / LEAST;
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double leftLoss = logLoss(logits, labels, classes, 1 / left);
    double rightLoss = logLoss(logits, labels, classes, 1 / right);
    while (high - low > TOLERANCE) {
      if (leftLoss < rightLoss) {
        high = right;
        right = left;
        rightLoss = leftLoss;
        left = high - GOLDEN * (high - low);
        leftLoss = logLoss(logits, labels, classes, 1 / left);
      } else {
        low = left;
        left = right;
        leftLoss = rightLoss;
        right = low + GOLDEN * (high - low);
        rightLoss = logLoss(logits, labels, classes, 1 / right);
      }
    }
    return 2 / (low + high);
  }

  /**
   * Mean log loss of {@code softmax(logits / temperature)}.
   *
   * @param logits {@code (samples, classes)}. Not modified.
   * @param labels the true classes. Not modified.
   * @param classes columns of the logits
   * @param temperature above 0
   */
  public static double logLoss(float[] logits, int[] labels, int classes, double temperature) {
    double loss = 0;
    for (int i = 0; i < labels.length; i++) {
      double highest = logits[i * classes + Rows.highest(logits, i, classes)];
      double sum = 0;
      for (int k = 0; k < classes; k++) {
        sum += StrictMath.exp((logits[i * classes + k] - highest) / temperature);
      }
      loss += StrictMath.log(sum) - (logits[i * classes + labels[i]] - highest) / temperature;
    }
    return loss / labels.length;
  }
}
