package io.github.digitkit.train.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.github.digitkit.train.data.Dataset;
import io.github.digitkit.train.data.Epoch;
import io.github.digitkit.train.data.EpochSource;
import io.github.digitkit.train.random.CounterRandom;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyntheticNonDigitsTest {
  private static final Dataset OTHERS = SyntheticNonDigits.of(2000, 1);

  @Test
  void picturesAreTheSameOnEveryMachineAndJdk() {
    assertThat(Pictures.sha256(SyntheticNonDigits.of(500, 42)))
        .isEqualTo("a4b5ceb8b5a30abdff4cd87fb063d9ce8986f546442a402513de3c07ae7d7c67");
  }

  @Test
  void allAreOfTheEleventhClassAndNormalisedLikeDigits() {
    assertThat(OTHERS.classes()).isEqualTo(11);
    for (int i = 0; i < OTHERS.size(); i++) {
      assertThat(OTHERS.label(i)).isEqualTo(10);
      Pictures.Measure measure = Pictures.measure(OTHERS, i);
      assertThat(measure.mass()).as("ink of %d", i).isGreaterThan(3);
      // Faint rims may be cut where a lopsided picture is moved to its centre.
      assertThat(measure.longerSide()).as("longer side of %d", i).isBetween(12, 20);
    }
    assertThat(Pictures.distinct(OTHERS)).isEqualTo(2000);
  }

  @Test
  void kindsComeByTheirShares() {
    Map<NonDigitKind, Integer> counts = new EnumMap<>(NonDigitKind.class);
    CounterRandom random = new CounterRandom(5);
    for (int i = 0; i < 20_000; i++) {
      counts.merge(NonDigitKind.draw(random), 1, Integer::sum);
    }
    int total = 0;
    for (NonDigitKind kind : NonDigitKind.values()) {
      total += kind.percent();
      assertThat(counts.get(kind) / 200.0).as("%s", kind).isEqualTo(kind.percent(), offset(1.2));
    }
    assertThat(total).isEqualTo(100);
  }

  @ParameterizedTest
  @EnumSource
  void everyKindDrawsManyDifferentPictures(NonDigitKind kind) {
    Dataset pictures =
        PictureMaker.make(
            100,
            11,
            1,
            2,
            (canvas, scribe, random) -> {
              kind.paint(canvas, scribe, random);
              return 10;
            });
    assertThat(Pictures.distinct(pictures)).isGreaterThan(95);
  }

  @Test
  void mixtureHoldsTheSharesOfTheRecipe() {
    EpochSource source = RecipeMixture.of(SyntheticDigits.balanced(1000, 9), 3).build();
    assertThat(source.epochSize()).isEqualTo(1370);
    assertThat(source.classes()).isEqualTo(11);
    Epoch epoch = source.epoch(0);
    int none = 0;
    for (int i = 0; i < epoch.size(); i++) {
      none += epoch.label(i) == SyntheticNonDigits.LABEL ? 1 : 0;
    }
    assertThat(none).isEqualTo(220);
  }
}
