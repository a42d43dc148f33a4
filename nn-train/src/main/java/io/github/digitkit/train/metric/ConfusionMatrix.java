package io.github.digitkit.train.metric;

/**
 * How often each class was taken for which: the counts behind accuracy and the per-class figures.
 * Immutable. A share of nothing, for example the recall of a class that never came, is NaN.
 */
public final class ConfusionMatrix {
  private final int classes;
  private final long[] counts;

  private ConfusionMatrix(int classes, long[] counts) {
    this.classes = classes;
    this.counts = counts;
  }

  /**
   * Counts answers.
   *
   * @param actual the true classes. Not modified.
   * @param predicted the answers, one for each true class. Not modified.
   * @param classes the number of classes, at least 1
   * @throws IllegalArgumentException if lengths differ or a class is out of range
   */
  public static ConfusionMatrix of(int[] actual, int[] predicted, int classes) {
    if (actual.length != predicted.length) {
      throw new IllegalArgumentException(
          actual.length + " true classes, but " + predicted.length + " answers");
    }
    long[] counts = new long[classes * classes];
    for (int i = 0; i < actual.length; i++) {
      counts[requireClass(actual[i], classes) * classes + requireClass(predicted[i], classes)]++;
    }
    return new ConfusionMatrix(classes, counts);
  }

  private static int requireClass(int value, int classes) {
    if (value < 0 || value >= classes) {
      throw new IllegalArgumentException("class must be 0.." + (classes - 1) + ", got " + value);
    }
    return value;
  }

  /** Returns the number of classes. */
  public int classes() {
    return classes;
  }

  /** Returns how often {@code actual} was taken for {@code predicted}. */
  public long count(int actual, int predicted) {
    return counts[requireClass(actual, classes) * classes + requireClass(predicted, classes)];
  }

  /** Returns the number of answers. */
  public long total() {
    long total = 0;
    for (long count : counts) {
      total += count;
    }
    return total;
  }

  /** Returns the number of right answers. */
  public long correct() {
    long correct = 0;
    for (int k = 0; k < classes; k++) {
      correct += count(k, k);
    }
    return correct;
  }

  /** Returns how often a class came. */
  public long support(int k) {
    long sum = 0;
    for (int predicted = 0; predicted < classes; predicted++) {
      sum += count(k, predicted);
    }
    return sum;
  }

  /** Returns how often a class was answered. */
  public long predicted(int k) {
    long sum = 0;
    for (int actual = 0; actual < classes; actual++) {
      sum += count(actual, k);
    }
    return sum;
  }

  /** Returns the share of right answers. */
  public double accuracy() {
    return share(correct(), total());
  }

  /** Returns the accuracy's 95 % interval. */
  public Interval accuracyInterval() {
    return Interval.wilson(correct(), total());
  }

  /** Returns a class's sensitivity: of the times it came, the share that was answered so. */
  public double recall(int k) {
    return share(count(k, k), support(k));
  }

  /** Returns a class's specificity: of the times another came, the share not answered so. */
  public double specificity(int k) {
    long others = total() - support(k);
    long falsePositives = predicted(k) - count(k, k);
    return share(others - falsePositives, others);
  }

  /** Returns a class's precision: of the times it was answered, the share that was right. */
  public double precision(int k) {
    return share(count(k, k), predicted(k));
  }

  /** Returns the harmonic mean of precision and recall. */
  public double f1(int k) {
    return share(2 * count(k, k), support(k) + predicted(k));
  }

  private static double share(long part, long whole) {
    return whole == 0 ? Double.NaN : (double) part / whole;
  }
}
