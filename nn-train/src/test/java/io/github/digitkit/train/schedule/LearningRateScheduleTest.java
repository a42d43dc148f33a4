package io.github.digitkit.train.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateScheduleTest {
  private static final double TINY = 1e-15;

  @Test
  void constantStays() {
    assertThat(new Constant(0.001).rate(0, 10)).isEqualTo(0.001);
    assertThat(new Constant(0.001).rate(9, 10)).isEqualTo(0.001);
  }

  @Test
  void exponentialFallsByTheSameFactorEveryStep() {
    LearningRateSchedule schedule = new Exponential(0.1, 0.001);
    assertThat(schedule.rate(0, 100)).isEqualTo(0.1);
    assertThat(schedule.rate(50, 100)).isCloseTo(0.01, within(TINY));
    for (int step = 0; step < 99; step++) {
      double factor = schedule.rate(step + 1, 100) / schedule.rate(step, 100);
      assertThat(factor).isCloseTo(Math.pow(0.01, 0.01), within(1e-12));
    }
  }

  @Test
  void cosineRisesLinearlyThenFollowsHalfACosine() {
    LearningRateSchedule schedule = new Cosine(0.002, 0.15);
    // 15 of 100 steps rise: step s has (s + 1) / 16 of the peak.
    assertThat(schedule.rate(0, 100)).isCloseTo(0.002 / 16, within(TINY));
    assertThat(schedule.rate(14, 100)).isCloseTo(0.002 * 15 / 16, within(TINY));
    assertThat(schedule.rate(15, 100)).isCloseTo(0.002, within(TINY));
    assertThat(schedule.rate(32, 100))
        .isCloseTo(0.001 * (1 + Math.cos(Math.PI * 17 / 85)), within(TINY));
    assertThat(schedule.rate(99, 100))
        .isCloseTo(0.001 * (1 + Math.cos(Math.PI * 84 / 85)), within(TINY));
  }

  @Test
  void cosineWithoutWarmUpStartsAtThePeak() {
    assertThat(new Cosine(0.002, 0).rate(0, 100)).isEqualTo(0.002);
  }

  @Test
  void oneCycleGoesUpAndDownByCosines() {
    LearningRateSchedule schedule = new OneCycle(0.01, 0.3);
    assertThat(schedule.rate(0, 100)).isCloseTo(0.01 / 25, within(TINY));
    assertThat(schedule.rate(15, 100)).isCloseTo((0.01 + 0.01 / 25) / 2, within(TINY));
    assertThat(schedule.rate(30, 100)).isCloseTo(0.01, within(TINY));
    assertThat(schedule.rate(65, 100)).isCloseTo((0.01 + 0.01 / 250_000) / 2, within(TINY));
    assertThat(schedule.rate(99, 100)).isLessThan(1e-5).isGreaterThan(0.01 / 250_000);
  }

  @Test
  void ratesArePositiveAndNeverAboveThePeak() {
    for (int total : new int[] {1, 2, 3, 7, 1000}) {
      for (LearningRateSchedule schedule :
          new LearningRateSchedule[] {new Cosine(0.002, 0.15), new OneCycle(0.002, 0.3)}) {
        for (int step = 0; step < total; step++) {
          assertThat(schedule.rate(step, total)).isPositive().isLessThanOrEqualTo(0.002);
        }
      }
    }
  }

  @Test
  void settingsOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new Constant(0)).hasMessage("learning rate must be above 0, got 0.0");
    assertThatThrownBy(() -> new Cosine(1, 1)).hasMessage("warm-up must be in [0, 1), got 1.0");
    assertThatThrownBy(() -> new Exponential(1, -1)).hasMessageContaining("last learning rate");
    assertThatThrownBy(() -> new OneCycle(1, -0.1)).hasMessageContaining("rise");
  }
}
