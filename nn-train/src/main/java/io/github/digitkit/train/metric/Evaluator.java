package io.github.digitkit.train.metric;

import io.github.digitkit.nn.Classifier;
import io.github.digitkit.train.data.Dataset;
import io.github.digitkit.train.parallel.WorkerTeam;
import java.util.concurrent.atomic.AtomicInteger;

/** Evaluates classifiers on a team of workers, picture by picture: the same bits on any number. */
public final class Evaluator {
  private static final int CHUNK = 64;

  private final WorkerTeam team;

  /**
   * Creates an evaluator.
   *
   * @param team the workers; borrowed, not closed
   */
  public Evaluator(WorkerTeam team) {
    this.team = team;
  }

  /**
   * Evaluates with threads of its own, which end with it.
   *
   * @param classifier answers
   * @param data pictures of the classifier's size; labels among its classes
   * @param threads at least 1
   * @throws IllegalArgumentException if picture sizes or classes do not fit; names both
   */
  public static Evaluation evaluate(Classifier classifier, Dataset data, int threads) {
    try (WorkerTeam team = new WorkerTeam(threads)) {
      return new Evaluator(team).evaluate(classifier, data);
    }
  }

  /**
   * Evaluates a classifier.
   *
   * @param classifier answers
   * @param data pictures of the classifier's size; labels among its classes
   * @throws IllegalArgumentException if picture sizes or classes do not fit; names both
   */
  public Evaluation evaluate(Classifier classifier, Dataset data) {
    return Evaluation.of(probabilities(classifier, data), labels(data), classifier.classes());
  }

  /**
   * All probabilities, {@code (pictures, classes)}.
   *
   * @param classifier answers
   * @param data pictures of the classifier's size; labels among its classes
   * @throws IllegalArgumentException if picture sizes or classes do not fit; names both
   */
  public float[] probabilities(Classifier classifier, Dataset data) {
    requireFitting(classifier, data);
    float[] all = new float[Math.multiplyExact(data.size(), classifier.classes())];
    AtomicInteger next = new AtomicInteger();
    team.run(worker -> predictChunks(classifier, data, next, all));
    return all;
  }

  /** The labels of a data set, in order. */
  public static int[] labels(Dataset data) {
    int[] labels = new int[data.size()];
    java.util.Arrays.setAll(labels, data::label);
    return labels;
  }

  private static void predictChunks(
      Classifier classifier, Dataset data, AtomicInteger next, float[] all) {
    int size = classifier.inputSize();
    int classes = classifier.classes();
    float[] images = new float[CHUNK * size];
    float[] probabilities = new float[CHUNK * classes];
    for (int from = next.getAndAdd(CHUNK); from < data.size(); from = next.getAndAdd(CHUNK)) {
      int count = Math.min(CHUNK, data.size() - from);
      for (int i = 0; i < count; i++) {
        data.copyImage(from + i, images, i * size);
      }
      classifier.predict(images, count, probabilities);
      System.arraycopy(probabilities, 0, all, from * classes, count * classes);
    }
  }

  private static void requireFitting(Classifier classifier, Dataset data) {
    if (data.height() * data.width() != classifier.inputSize()) {
      throw new IllegalArgumentException(
          "the model takes %d pixels, but the pictures have %dx%d"
              .formatted(classifier.inputSize(), data.height(), data.width()));
    }
    if (data.classes() > classifier.classes()) {
      throw new IllegalArgumentException(
          "the data has %d classes, but the model only %d"
              .formatted(data.classes(), classifier.classes()));
    }
    if (data.size() == 0) {
      throw new IllegalArgumentException("there are no pictures to evaluate on");
    }
  }
}
