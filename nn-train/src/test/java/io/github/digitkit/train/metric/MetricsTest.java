package io.github.digitkit.train.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final int[] ACTUAL = {0, 0, 0, 1, 1, 2, 2, 2, 2, 2};
  private static final int[] ANSWERS = {0, 0, 1, 1, 1, 2, 2, 2, 0, 1};

  private final ConfusionMatrix matrix = ConfusionMatrix.of(ACTUAL, ANSWERS, 4);

  @Test
  void countsAreByActualThenPredicted() {
    assertThat(matrix.count(0, 1)).isEqualTo(1);
    assertThat(matrix.count(1, 0)).isEqualTo(0);
    assertThat(matrix.count(2, 2)).isEqualTo(3);
    assertThat(matrix.total()).isEqualTo(10);
    assertThat(matrix.accuracy()).isEqualTo(0.7);
  }

  @Test
  void perClassFiguresFollowTheirDefinitions() {
    assertThat(matrix.recall(0)).isEqualTo(2.0 / 3);
    assertThat(matrix.precision(0)).isEqualTo(2.0 / 3);
    assertThat(matrix.specificity(0)).isEqualTo(6.0 / 7);
    assertThat(matrix.f1(2)).isCloseTo(2 * 1 * 0.6 / (1 + 0.6), within(1e-15));
    assertThat(matrix.precision(1)).isEqualTo(0.5);
    assertThat(matrix.specificity(2)).isEqualTo(1);
  }

  @Test
  void figuresOfAClassThatNeverCameAreNoNumbers() {
    assertThat(matrix.recall(3)).isNaN();
    assertThat(matrix.precision(3)).isNaN();
    assertThat(matrix.f1(3)).isNaN();
    assertThat(matrix.specificity(3)).isEqualTo(1);
  }

  @Test
  void impossibleInputIsNamed() {
    assertThatThrownBy(() -> ConfusionMatrix.of(new int[] {4}, new int[] {0}, 4))
        .hasMessage("class must be 0..3, got 4");
    assertThatThrownBy(() -> ConfusionMatrix.of(new int[2], new int[1], 4))
        .hasMessageContaining("2 true classes, but 1 answers");
  }

  /** Reference values from Wilson's formula, computed by hand for 9,960 of 10,000. */
  @Test
  void wilsonsIntervalIsNotSymmetricNearOne() {
    Interval interval = Interval.wilson(9960, 10_000);
    assertThat(interval.low()).isCloseTo(0.994558, within(1e-6));
    assertThat(interval.high()).isCloseTo(0.997061, within(1e-6));
    assertThat(Interval.wilson(10, 10).high()).isCloseTo(1, within(1e-12));
    assertThat(Interval.wilson(10, 10).low()).isCloseTo(0.722467, within(1e-6));
    assertThat(Interval.wilson(0, 0)).isEqualTo(new Interval(0, 1));
  }

  @Test
  void calibrationErrorIsTheDistanceOfConfidenceFromAccuracy() {
    // Two answers at .75, one right: .25 apart. Two at .9, both right: .1 apart.
    float[] probabilities = {.75f, .25f, .75f, .25f, .9f, .1f, .1f, .9f};
    int[] labels = {0, 1, 0, 1};
    assertThat(CalibrationError.of(probabilities, labels, 2)).isCloseTo(0.175, within(1e-7));
    assertThat(CalibrationError.of(new float[] {1, 0}, new int[] {0}, 2)).isZero();
  }

  @Test
  void logLossIsClippedAsInKeras() {
    Evaluation evaluation = Evaluation.of(new float[] {.5f, .5f, 1, 0}, new int[] {0, 1}, 2);
    assertThat(evaluation.logLoss()).isCloseTo((Math.log(2) - Math.log(1e-7)) / 2, within(1e-12));
    assertThat(evaluation.answers()).containsExactly(0, 0);
    assertThat(evaluation.confidences()).containsExactly(.5f, 1);
  }

  @Test
  void theFittedTemperatureUndoesOverconfidence() {
    long seed = 5;
    SplittableRandom random = new SplittableRandom(seed);
    int samples = 20_000;
    float[] logits = new float[samples * 3];
    int[] labels = new int[samples];
    for (int i = 0; i < samples; i++) {
      double[] honest = {random.nextDouble() * 4, random.nextDouble() * 4, 0};
      labels[i] = draw(honest, random.nextDouble());
      for (int k = 0; k < 3; k++) {
        logits[i * 3 + k] = (float) (2.5 * honest[k]);
      }
    }
    assertThat(Temperature.fit(logits, labels, 3)).as("seed %d", seed).isCloseTo(2.5, within(0.1));
  }

  private static int draw(double[] logits, double uniform) {
    double sum = Math.exp(logits[0]) + Math.exp(logits[1]) + Math.exp(logits[2]);
    double first = Math.exp(logits[0]) / sum;
    double second = first + Math.exp(logits[1]) / sum;
    return uniform < first ? 0 : uniform < second ? 1 : 2;
  }

  @Test
  void aScoreIsBetterByAccuracyThenByLoss() {
    assertThat(new Score(1, .9).betterThan(new Score(.1, .8))).isTrue();
    assertThat(new Score(.1, .9).betterThan(new Score(.2, .9))).isTrue();
    assertThat(new Score(.2, .9).betterThan(new Score(.2, .9))).isFalse();
  }
}
