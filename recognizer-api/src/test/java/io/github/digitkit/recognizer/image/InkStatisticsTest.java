package io.github.digitkit.recognizer.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InkStatisticsTest {
  private static final double PEN = 0.08;

  private static InkStatistics ink(double level, double noise, double coverage) {
    return new InkStatistics(level, noise, coverage, PEN);
  }

  @Test
  void hardlyAnyContrastLooksBlank() {
    assertThat(ink(19, 1.5, 0.1).looksBlank()).isTrue();
    assertThat(ink(21, 1.5, 0.1).looksBlank()).isFalse();
  }

  @Test
  void onTexturedPaperInkMustStandOut() {
    assertThat(ink(30, 5.5, 0.1).looksBlank()).isTrue();
    assertThat(ink(30, 4.5, 0.1).looksBlank()).isFalse();
    assertThat(ink(60, 11, 0.03).looksBlank()).isTrue();
    assertThat(ink(60, 11, 0.1).looksBlank()).isFalse();
  }

  @Test
  void thinInkThatStandsOutOfATextureIsNotBlankButASpeckIs() {
    assertThat(ink(127, 2.8, 0.03).looksBlank()).isFalse();
    assertThat(ink(127, 2.8, 0.01).looksBlank()).isTrue();
  }

  @Test
  void aBlotIsALightsShadowIfMuchLessInkIsAPens() {
    InkStatistics blot = new InkStatistics(95, 1.5, 0.4, 0.3);
    assertThat(blot.mayBeLight()).isTrue();
    assertThat(ink(180, 1.5, 0.06).isClearerThan(blot)).isTrue();
    assertThat(ink(85, 1.5, 0.06).isClearerThan(blot)).as("fainter").isFalse();
    assertThat(ink(180, 1.5, 0.2).isClearerThan(blot)).as("no less").isFalse();
    assertThat(new InkStatistics(180, 1.5, 0.06, 0.2).isClearerThan(blot)).as("bold").isFalse();
  }

  @Test
  void unevenLightIsAMistakeIfThePaperIsMuchMoreEvenOtherwise() {
    InkStatistics uneven = ink(110, 12, 0.1);
    assertThat(uneven.mayBeLight()).isTrue();
    assertThat(ink(110, 1.5, 0.06).isClearerThan(uneven)).isTrue();
    assertThat(ink(110, 5, 0.06).isClearerThan(uneven)).isFalse();
    assertThat(ink(15, 1.5, 0.06).isClearerThan(uneven)).as("blank").isFalse();
    assertThat(ink(110, 1.5, 0.06).mayBeLight()).isFalse();
  }
}
