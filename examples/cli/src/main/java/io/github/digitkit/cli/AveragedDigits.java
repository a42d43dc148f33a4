package io.github.digitkit.cli;

import io.github.digitkit.nn.Classifier;
import io.github.digitkit.nn.Model;
import java.util.Arrays;
import java.util.List;

/**
 * Several models as one classifier of the ten digits: the mean of their calibrated probabilities,
 * see {@link CalibratedDigits}. One model alone gives the same bits as without. Immutable; safe for
 * use by many threads.
 */
final class AveragedDigits implements Classifier {
  private final List<CalibratedDigits> members;

  private AveragedDigits(List<CalibratedDigits> members) {
    this.members = members;
  }

  /**
   * @throws IllegalArgumentException if there is no model, or they take other inputs or give other
   *     digits; names both
   */
  static AveragedDigits of(List<Model> models) {
    if (models.isEmpty()) {
      throw new IllegalArgumentException("there is no model to average over");
    }
    List<CalibratedDigits> members = models.stream().map(CalibratedDigits::of).toList();
    members.forEach(member -> requireAlike(members.get(0), member));
    return new AveragedDigits(members);
  }

  private static void requireAlike(Classifier first, Classifier other) {
    if (other.inputSize() != first.inputSize() || other.classes() != first.classes()) {
      throw new IllegalArgumentException(
          "models are averaged over the same pixels and digits, but got %d to %d and %d to %d"
              .formatted(first.inputSize(), first.classes(), other.inputSize(), other.classes()));
    }
  }

  @Override
  public int inputSize() {
    return members.get(0).inputSize();
  }

  @Override
  public int classes() {
    return members.get(0).classes();
  }

  @Override
  public void predict(float[] samples, int count, float[] probabilities) {
    int size = count * classes();
    Arrays.fill(probabilities, 0, size, 0);
    float[] ofMember = new float[size];
    for (CalibratedDigits member : members) {
      member.predict(samples, count, ofMember);
      for (int i = 0; i < size; i++) {
        probabilities[i] += ofMember[i];
      }
    }
    for (int i = 0; i < size; i++) {
      probabilities[i] /= members.size();
    }
  }
}
