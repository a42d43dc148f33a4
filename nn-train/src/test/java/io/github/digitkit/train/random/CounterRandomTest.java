package io.github.digitkit.train.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CounterRandomTest {
  private static final int DRAWS = 200_000;

  @Test
  void sameKeySameNumbers() {
    CounterRandom one = new CounterRandom(1, 2, 3);
    CounterRandom two = new CounterRandom(99);
    two.nextGaussian();
    two.rekey(1, 2, 3);
    for (int i = 0; i < 100; i++) {
      assertThat(two.nextLong()).isEqualTo(one.nextLong());
    }
  }

  @Test
  void neighbouringKeysGiveUnrelatedStreams() {
    Set<Long> firsts = new HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      for (int epoch = 0; epoch < 20; epoch++) {
        for (int index = 0; index < 50; index++) {
          CounterRandom random = new CounterRandom(seed, epoch, index);
          firsts.add(random.nextLong());
          firsts.add(random.nextLong());
        }
      }
    }
    assertThat(firsts).hasSize(20 * 20 * 50 * 2);
  }

  @Test
  void firstNumbersOfConsecutiveStreamsAreUniform() {
    double sum = 0;
    int[] tenths = new int[10];
    CounterRandom random = new CounterRandom(0);
    for (int i = 0; i < DRAWS; i++) {
      random.rekey(7, 3, i);
      float value = random.nextFloat();
      sum += value;
      tenths[(int) (value * 10)]++;
    }
    assertThat(sum / DRAWS).isEqualTo(0.5, within(0.003));
    assertThat(Arrays.stream(tenths))
        .allSatisfy(count -> assertThat(count).isCloseTo(DRAWS / 10, within(600)));
  }

  @Test
  void gaussiansHaveTheMomentsOfTheNormalDistribution() {
    CounterRandom random = new CounterRandom(11);
    double[] moments = new double[5];
    int beyondTwo = 0;
    for (int i = 0; i < DRAWS; i++) {
      double x = random.nextGaussian();
      for (int m = 1; m <= 4; m++) {
        moments[m] += Math.pow(x, m) / DRAWS;
      }
      beyondTwo += Math.abs(x) > 2 ? 1 : 0;
    }
    assertThat(moments[1]).isEqualTo(0, within(0.01));
    assertThat(moments[2]).isEqualTo(1, within(0.01));
    assertThat(moments[3]).isEqualTo(0, within(0.03));
    assertThat(moments[4]).isEqualTo(3, within(0.08));
    assertThat(beyondTwo / (double) DRAWS).isEqualTo(0.0455, within(0.002));
  }

  @Test
  void addedGaussiansHaveTheAskedDeviation() {
    CounterRandom random = new CounterRandom(12);
    float[] values = new float[DRAWS + 3];
    random.addGaussians(values, values.length, 0.5f);
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      sum += value;
      squares += value * value;
    }
    assertThat(sum / values.length).isEqualTo(0, within(0.005));
    assertThat(squares / values.length).isEqualTo(0.25, within(0.005));
  }

  @Test
  void intsStayBelowTheirBoundAndReachIt() {
    CounterRandom random = new CounterRandom(13);
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) {
      counts[random.nextInt(7)]++;
    }
    assertThat(Arrays.stream(counts))
        .allSatisfy(count -> assertThat(count).isCloseTo(10_000, within(500)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> random.nextInt(0))
        .withMessage("bound must be at least 1, got 0");
  }

  @Test
  void shuffleIsAPermutationAndEveryPlaceIsAsLikely() {
    CounterRandom random = new CounterRandom(14);
    int[] firstPlace = new int[5];
    for (int round = 0; round < 50_000; round++) {
      int[] values = {0, 1, 2, 3, 4};
      random.shuffle(values, 5);
      assertThat(values[0] + values[1] + values[2] + values[3] + values[4]).isEqualTo(10);
      firstPlace[values[0]]++;
    }
    assertThat(Arrays.stream(firstPlace))
        .allSatisfy(count -> assertThat(count).isCloseTo(10_000, within(500)));
  }

  @Test
  void chanceZeroIsNeverAndOneAlways() {
    CounterRandom random = new CounterRandom(15);
    for (int i = 0; i < 1000; i++) {
      assertThat(random.chance(0)).isFalse();
      assertThat(random.chance(1)).isTrue();
    }
  }

  @Test
  void numbersAreTheSameOnEveryMachineAndJdk() {
    CounterRandom random = new CounterRandom(1, 2, 3);
    assertThat(random.nextLong()).isEqualTo(-1141429679888909003L);
    assertThat(random.nextGaussian()).isEqualTo(-0.1378048f);
  }
}
