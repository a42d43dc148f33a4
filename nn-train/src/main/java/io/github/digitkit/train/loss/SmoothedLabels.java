package io.github.digitkit.train.loss;

import java.util.Arrays;

/**
 * The label's class gets {@code 1 - smoothing + smoothing / classes}, every other {@code smoothing
 * / classes}: Keras's label smoothing, after Szegedy et al., "Rethinking the Inception
 * Architecture", 2016. With 0 the targets are one-hot.
 *
 * @param smoothing 0 to 1
 */
public record SmoothedLabels(double smoothing) implements Targets {

  /** Checks the range. */
  public SmoothedLabels {
    if (!(smoothing >= 0 && smoothing < 1)) {
      throw new IllegalArgumentException("label smoothing must be in [0, 1), got " + smoothing);
    }
  }

  /** No smoothing. */
  public static SmoothedLabels oneHot() {
    return new SmoothedLabels(0);
  }

  @Override
  public void write(float[] images, int[] labels, int classes, int from, int to, float[] targets) {
    float others = (float) (smoothing / classes);
    Arrays.fill(targets, from * classes, to * classes, others);
    for (int sample = from; sample < to; sample++) {
      targets[sample * classes + labels[sample]] = (float) (1 - smoothing) + others;
    }
  }
}
