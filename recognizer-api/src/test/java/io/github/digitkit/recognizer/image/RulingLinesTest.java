package io.github.digitkit.recognizer.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RulingLinesTest {
  private static final NormalizationSettings SETTINGS = NormalizationSettings.defaults();

  @Test
  void frameOfACellGoesAndTheDigitStays() {
    Plane darkness =
        Sketch.paper(112, 112, 0)
            .stroke(4, 150, 0, 0.98, 1, 0.96)
            .stroke(4, 150, 0.97, 0, 0.96, 1)
            .seven(0.3, 0.2, 0.7, 0.8, 6, 100)
            .plane();
    float seven = darkness.get(50, 22);
    assertThat(RulingLines.erase(darkness, 40, SETTINGS)).isTrue();
    assertThat(darkness.get(20, 109)).isLessThan(40);
    assertThat(darkness.get(108, 30)).isLessThan(40);
    assertThat(darkness.get(50, 22)).isEqualTo(seven);
  }

  @Test
  void rulingsOfLinedPaperGoButTheStrokeThatCrossesThemStaysWhole() {
    Sketch paper = Sketch.paper(112, 112, 0);
    for (double y = 0.2; y < 0.9; y += 0.2) {
      paper.stroke(2, 80, 0, y, 1, y + 0.01);
    }
    Plane darkness = paper.stroke(8, 150, 0.5, 0.1, 0.45, 0.9).plane();
    assertThat(RulingLines.erase(darkness, 30, SETTINGS)).isTrue();
    Pieces pieces = Pieces.find(darkness, new InkThreshold(60, 30));
    assertThat(pieces.all()).hasSize(1);
    assertThat(pieces.all().get(0).box().height()).isGreaterThan(90);
    assertThat(pieces.all().get(0).box().width()).isLessThan(24);
  }

  @Test
  void barOfATightlyCroppedSevenIsNoRuling() {
    Plane darkness = Sketch.paper(70, 112, 0).seven(0.04, 0.03, 0.96, 1, 5, 150).plane();
    assertThat(RulingLines.erase(darkness, 40, SETTINGS)).isFalse();
  }

  @Test
  void aLongOneIsNoRuling() {
    Plane darkness = Sketch.paper(112, 112, 0).stroke(4, 150, 0.5, 0.01, 0.49, 0.99).plane();
    assertThat(RulingLines.erase(darkness, 40, SETTINGS)).isFalse();
  }

  @Test
  void onesOfATightlyCroppedNumberAreNoLines() {
    Plane darkness =
        Sketch.paper(240, 60, 0)
            .stroke(5, 150, 0.02, 0, 0.02, 1)
            .stroke(5, 150, 0.5, 0, 0.49, 1)
            .seven(0.6, 0.05, 0.75, 1, 5, 150)
            .plane();
    assertThat(RulingLines.eraseAroundNumber(darkness, 40, SETTINGS)).isFalse();
  }

  @Test
  void uprightLinesGoWhereHorizontalOnesCrossThem() {
    Sketch paper = Sketch.paper(240, 80, 0).stroke(2, 80, 0, 0.1, 1, 0.1);
    for (double x = 0.03; x < 1; x += 0.2) {
      paper.stroke(2, 80, x, 0, x, 1);
    }
    Plane darkness = paper.seven(0.3, 0.3, 0.36, 0.8, 5, 150).plane();
    assertThat(RulingLines.eraseAroundNumber(darkness, 40, SETTINGS)).isTrue();
    assertThat(Pieces.find(darkness, new InkThreshold(60, 40)).all()).hasSize(1);
  }
}
