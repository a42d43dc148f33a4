package io.github.digitkit.train.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CategoricalCrossEntropyTest {
  private static final int CLASSES = 10;
  private static final int BATCH = 6;
  private static final long SEED = 20261123;

  private final CategoricalCrossEntropy loss = new CategoricalCrossEntropy();

  private static double definition(double[] logits, float[] targets) {
    double sum = 0;
    for (double logit : logits) {
      sum += Math.exp(logit);
    }
    double value = 0;
    for (int i = 0; i < logits.length; i++) {
      value -= targets[i] * Math.log(Math.exp(logits[i]) / sum);
    }
    return value;
  }

  private static double[] row(float[] matrix, int row) {
    double[] values = new double[CLASSES];
    for (int i = 0; i < CLASSES; i++) {
      values[i] = matrix[row * CLASSES + i];
    }
    return values;
  }

  private static float[] targetRow(float[] targets, int row) {
    return java.util.Arrays.copyOfRange(targets, row * CLASSES, (row + 1) * CLASSES);
  }

  @Test
  void valueAndGradientFollowTheDefinition() {
    SplittableRandom random = new SplittableRandom(SEED);
    float[] logits = new float[BATCH * CLASSES];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) (random.nextDouble() * 8 - 4);
    }
    float[] targets = new float[logits.length];
    int[] labels = {0, 3, 9, 5, 5, 1};
    new SmoothedLabels(0.1).write(new float[0], labels, CLASSES, 0, BATCH, targets);
    float[] gradient = new float[logits.length];
    double value = loss.evaluate(logits, targets, CLASSES, 0, BATCH, 1f / BATCH, gradient);

    double expected = 0;
    double h = 1e-5;
    for (int sample = 0; sample < BATCH; sample++) {
      expected += definition(row(logits, sample), targetRow(targets, sample));
      for (int k = 0; k < CLASSES; k++) {
        double[] up = row(logits, sample);
        double[] down = row(logits, sample);
        up[k] += h;
        down[k] -= h;
        double difference =
            definition(up, targetRow(targets, sample))
                - definition(down, targetRow(targets, sample));
        assertThat((double) gradient[sample * CLASSES + k])
            .as("seed %d, sample %d, class %d", SEED, sample, k)
            .isCloseTo(difference / (2 * h) / BATCH, within(1e-7));
      }
    }
    assertThat(value).isCloseTo(expected, within(1e-6));
  }

  @Test
  void hugeLogitsStayFinite() {
    float[] logits = {1e30f, -1e30f, 0};
    float[] gradient = new float[3];
    double value = loss.evaluate(logits, new float[] {0, 0, 1}, 3, 0, 1, 1, gradient);
    assertThat(value).isCloseTo(1e30, within(1e24));
    assertThat(gradient).containsExactly(1, 0, -1);
  }

  @Test
  void onlyTheRangeIsWrittenAndCounted() {
    float[] logits = new float[3 * CLASSES];
    float[] targets = new float[3 * CLASSES];
    SmoothedLabels.oneHot().write(new float[0], new int[] {1, 2, 3}, CLASSES, 1, 2, targets);
    float[] gradient = new float[3 * CLASSES];
    double value = loss.evaluate(logits, targets, CLASSES, 1, 2, 1, gradient);
    assertThat(value).isCloseTo(Math.log(CLASSES), within(1e-12));
    assertThat(targetRow(gradient, 0)).containsOnly(0f);
    assertThat(targetRow(gradient, 2)).containsOnly(0f);
    assertThat(targetRow(targets, 0)).containsOnly(0f);
  }

  @Test
  void smoothingSharesOutWhatTheLabelLoses() {
    float[] targets = new float[CLASSES];
    new SmoothedLabels(0.2).write(new float[0], new int[] {4}, CLASSES, 0, 1, targets);
    for (int k = 0; k < CLASSES; k++) {
      assertThat((double) targets[k]).isCloseTo(k == 4 ? 0.82 : 0.02, within(1e-7));
    }
    assertThatThrownBy(() -> new SmoothedLabels(1)).hasMessageContaining("[0, 1), got 1.0");
  }
}
