package io.github.digitkit.train.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.digitkit.train.random.CounterRandom;
import org.junit.jupiter.api.Test;

class StrokeTemplatesTest {

  @Test
  void everyDigitHasSeveralForms() {
    StrokeTemplates all = StrokeTemplates.load("digits.strokes");
    for (int digit = 0; digit < 10; digit++) {
      assertThat(all.of(Integer.toString(digit)).all()).hasSizeGreaterThan(4);
    }
  }

  @Test
  void signsAreNotThoseThatLookLikeDigits() {
    assertThat(StrokeTemplates.load("signs.strokes").all())
        .extracting(StrokeTemplate::label)
        .hasSizeGreaterThan(44)
        .doesNotContain("O", "o", "D", "Q", "I", "i", "l", "Z", "z", "S", "s", "B", "b", "g", "q");
  }

  @Test
  void strokesAndCornersAreRead() {
    StrokeTemplate seven =
        StrokeTemplates.parse("test", "# crossed\n\n7 2 0,0 1,0! .4,1 / 0.2,0.5 0.8,0.5\n")
            .all()
            .get(0);
    assertThat(seven.label()).isEqualTo("7");
    assertThat(seven.strokes()).hasSize(2);
    assertThat(seven.strokes().get(0).corner()).containsExactly(false, true, false);
    assertThat(seven.strokes().get(0).x()).containsExactly(0, 1, 0.4f);
  }

  @Test
  void formsComeByTheirWeights() {
    StrokeTemplates two = StrokeTemplates.parse("test", "a 3 0,0 1,1\nb 1 0,0 1,1");
    CounterRandom random = new CounterRandom(1);
    int first = 0;
    for (int i = 0; i < 4000; i++) {
      first += two.draw(random).label().equals("a") ? 1 : 0;
    }
    assertThat(first).isBetween(2880, 3120);
  }

  @Test
  void mistakesAreNamedWithTheirLine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StrokeTemplates.parse("test", "0 1 0,0 1,1\n7 1 0,0 x,1"))
        .withMessage("test line 2: expected 'label weight x,y x,y ...', got '7 1 0,0 x,1'");
  }
}
