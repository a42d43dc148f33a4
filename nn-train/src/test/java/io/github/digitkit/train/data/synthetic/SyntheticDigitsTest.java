package io.github.digitkit.train.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import io.github.digitkit.train.data.Dataset;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class SyntheticDigitsTest {
  private static final Dataset DIGITS = SyntheticDigits.balanced(3000, 1);

  @Test
  void picturesAreTheSameOnEveryMachineAndJdk() {
    assertThat(Pictures.sha256(SyntheticDigits.balanced(500, 42)))
        .isEqualTo("6dcf69aa56238729beb08c396c682f1f11fc49f2b72101b7c83dc7170f212aa8");
  }

  @Test
  void aLargerSetBeginsWithTheSmallerOne() {
    Dataset few = SyntheticDigits.balanced(300, 1);
    assertThat(Pictures.sha256(DIGITS.range(0, 300))).isEqualTo(Pictures.sha256(few));
  }

  @Test
  void threadsDoNotMatter() {
    String expected = Pictures.sha256(DIGITS.range(0, 700));
    for (int threads : new int[] {1, 3}) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      try {
        Dataset again = pool.submit(() -> SyntheticDigits.balanced(700, 1)).join();
        assertThat(Pictures.sha256(again)).isEqualTo(expected);
      } finally {
        pool.shutdownNow();
      }
    }
  }

  @Test
  void seedsShareNoPicture() {
    assertThat(Pictures.distinct(DIGITS)).isEqualTo(3000);
    Dataset other = SyntheticDigits.balanced(3000, 2);
    assertThat(Pictures.distinct(DIGITS, other)).isEqualTo(6000);
  }

  @Test
  void picturesAreNormalisedLikeMnist() {
    for (int i = 0; i < DIGITS.size(); i++) {
      Pictures.Measure measure = Pictures.measure(DIGITS, i);
      assertThat(measure.longerSide()).as("longer side of %d", i).isBetween(19, 20);
      assertThat(measure.centreX()).as("centre of %d", i).isEqualTo(13.5, offset(0.6));
      assertThat(measure.centreY()).as("centre of %d", i).isEqualTo(13.5, offset(0.6));
    }
  }

  @Test
  void thickAndThinPensOccurAndInkIsAboutThatOfMnist() {
    double mean = 0;
    int thin = 0;
    int thick = 0;
    for (int i = 0; i < DIGITS.size(); i++) {
      double ink = Pictures.measure(DIGITS, i).mass() / 784;
      mean += ink / DIGITS.size();
      thin += ink < 0.06 ? 1 : 0;
      thick += ink > 0.18 ? 1 : 0;
    }
    assertThat(mean).isBetween(0.08, 0.14);
    assertThat(thin).isGreaterThan(100);
    assertThat(thick).isGreaterThan(50);
  }

  @Test
  void sharesAreKept() {
    int[] counts = Pictures.counts(DIGITS);
    for (int digit = 0; digit < 10; digit++) {
      assertThat(counts[digit]).isBetween(240, 360);
    }
    int[] foreign = Pictures.counts(SyntheticDigits.foreign(3000, 1));
    assertThat(foreign[1]).isBetween(760, 910);
    assertThat(foreign[8]).isBetween(110, 190);
    double[] onlySevens = new double[10];
    onlySevens[7] = 1;
    assertThat(Pictures.counts(SyntheticDigits.withShares(50, 1, onlySevens))[7]).isEqualTo(50);
  }

  @Test
  void nearestMeansTellTheDigitsApart() {
    // A classifier that cannot do much finds most digits: labels and pictures belong together.
    double[][] means = Pictures.means(DIGITS);
    Dataset unseen = SyntheticDigits.balanced(1000, 3);
    int right = 0;
    for (int i = 0; i < unseen.size(); i++) {
      right += Pictures.nearest(means, unseen, i) == unseen.label(i) ? 1 : 0;
    }
    assertThat(right).isBetween(700, 990);
  }

  @Test
  void impossibleArgumentsAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SyntheticDigits.balanced(0, 1))
        .withMessage("size must be at least 1, got 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SyntheticDigits.withShares(1, 1, new double[9]))
        .withMessage("expected 10 shares, got 9");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SyntheticDigits.withShares(1, 1, new double[10]))
        .withMessage("shares must sum to 1, got 0.0");
  }
}
