package io.github.digitkit.train.metric;

/**
 * Loss and accuracy over some data.
 *
 * @param loss mean loss of a sample
 * @param accuracy share of right answers, 0 to 1
 */
public record Score(double loss, double accuracy) {

  /** Whether this is better: more right answers, or as many with less loss. */
  public boolean betterThan(Score other) {
    return accuracy > other.accuracy || (accuracy == other.accuracy && loss < other.loss);
  }
}
