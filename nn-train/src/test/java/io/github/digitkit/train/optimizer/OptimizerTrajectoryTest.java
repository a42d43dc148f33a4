package io.github.digitkit.train.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Every rule against its formula, written down again in double precision. */
class OptimizerTrajectoryTest {
  private static final int STEPS = 50;
  private static final double RATE = 0.05;

  /** The gradient of a bowl that is steeper one way than the other. */
  private static double gradient(int index, double weight) {
    return (index + 1) * (weight - 0.3 * index);
  }

  private static float[] run(Optimizer optimizer) {
    float[] weights = {1, -2, 0.5f};
    float[][] state = new float[optimizer.stateArrays()][weights.length];
    for (int step = 1; step <= STEPS; step++) {
      float[] gradients = new float[weights.length];
      for (int i = 0; i < weights.length; i++) {
        gradients[i] = (float) gradient(i, weights[i]);
      }
      optimizer.update(weights, gradients, state, 0, weights.length, step, RATE);
    }
    return weights;
  }

  private static void assertFollows(Optimizer optimizer, ToDoubleFunction<Integer> formula) {
    float[] weights = run(optimizer);
    for (int i = 0; i < weights.length; i++) {
      assertThat((double) weights[i]).isCloseTo(formula.applyAsDouble(i), within(2e-6));
    }
  }

  private static double start(int i) {
    return new double[] {1, -2, 0.5}[i];
  }

  private static double adam(int i, double decay, double epsilon) {
    double w = start(i);
    double m = 0;
    double v = 0;
    for (int t = 1; t <= STEPS; t++) {
      double g = gradient(i, w);
      w -= RATE * decay * w;
      m = 0.9 * m + 0.1 * g;
      v = 0.999 * v + 0.001 * g * g;
      double rate = RATE * Math.sqrt(1 - Math.pow(0.999, t)) / (1 - Math.pow(0.9, t));
      w -= rate * m / (Math.sqrt(v) + epsilon);
    }
    return w;
  }

  @Test
  void adamFollowsItsFormula() {
    assertFollows(Adam.defaults(), i -> adam(i, 0, 1e-7));
  }

  @Test
  void adamsFirstStepIsTheLearningRateWhateverTheGradient() {
    float[] weights = {0, 0};
    Adam.defaults().update(weights, new float[] {1e-3f, -40}, new float[2][2], 0, 2, 1, RATE);
    assertThat((double) weights[0]).isCloseTo(-RATE, within(2e-4));
    assertThat((double) weights[1]).isCloseTo(RATE, within(1e-6));
  }

  @Test
  void adamWDecaysApartFromTheGradient() {
    assertFollows(new AdamW(new Adam(0.9, 0.999, 1e-8), 0.1), i -> adam(i, 0.1, 1e-8));
  }

  @Test
  void adamWWithoutDecayIsAdamBitForBit() {
    assertThat(run(new AdamW(Adam.defaults(), 0))).isEqualTo(run(Adam.defaults()));
  }

  @Test
  void plainDescentFollowsItsFormula() {
    assertFollows(
        Sgd.plain(),
        i -> {
          double w = start(i);
          for (int t = 0; t < STEPS; t++) {
            w -= RATE * gradient(i, w);
          }
          return w;
        });
  }

  @Test
  void momentumFollowsItsFormula() {
    assertFollows(
        Sgd.withMomentum(0.8),
        i -> {
          double w = start(i);
          double velocity = 0;
          for (int t = 0; t < STEPS; t++) {
            velocity = 0.8 * velocity - RATE * gradient(i, w);
            w += velocity;
          }
          return w;
        });
  }

  @Test
  void nesterovFollowsItsFormula() {
    assertFollows(
        Sgd.nesterov(0.8),
        i -> {
          double w = start(i);
          double velocity = 0;
          for (int t = 0; t < STEPS; t++) {
            double g = gradient(i, w);
            velocity = 0.8 * velocity - RATE * g;
            w += 0.8 * velocity - RATE * g;
          }
          return w;
        });
  }

  @Test
  void onlyTheRangeIsChanged() {
    for (Optimizer optimizer : new Optimizer[] {AdamW.defaults(), Sgd.nesterov(0.9)}) {
      float[] weights = {1, 1, 1, 1};
      float[][] state = new float[optimizer.stateArrays()][4];
      optimizer.update(weights, new float[] {1, 1, 1, 1}, state, 1, 3, 1, RATE);
      assertThat(weights[0]).isEqualTo(1f);
      assertThat(weights[1]).isNotEqualTo(1f).isEqualTo(weights[2]);
      assertThat(weights[3]).isEqualTo(1f);
    }
  }

  @Test
  void settingsOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new Adam(1, 0.999, 1e-7))
        .hasMessage("beta1 must be in [0, 1), got 1.0");
    assertThatThrownBy(() -> new Adam(0.9, 0.999, 0)).hasMessageContaining("epsilon");
    assertThatThrownBy(() -> new AdamW(Adam.defaults(), -1)).hasMessageContaining("weight decay");
    assertThatThrownBy(() -> Sgd.withMomentum(Double.NaN)).hasMessageContaining("momentum");
  }
}
