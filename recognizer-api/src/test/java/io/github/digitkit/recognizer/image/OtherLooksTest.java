package io.github.digitkit.recognizer.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherLooksTest {
  private static final DigitNormalizer NORMALIZER = new DigitNormalizer();

  @Test
  void aNeighboursStrokeThatHangsOnTheDigitIsCutOff() {
    GrayImage image =
        Sketch.paper(100, 100, 230)
            .seven(0.2, 0.2, 0.6, 0.85, 7, 20)
            .stroke(7, 20, 0.6, 0.2, 1, 0.3)
            .image();
    assertThat(NORMALIZER.normalize(image).box().right()).isEqualTo(100);
    assertThat(alternatives(image, true)).anyMatch(look -> look.box().right() < 90);
  }

  @Test
  void theMainPieceIsOfferedAlone() {
    GrayImage image =
        Sketch.paper(100, 100, 230)
            .seven(0.3, 0.2, 0.65, 0.8, 7, 20)
            .stroke(7, 20, 0.75, 0.75, 0.8, 0.8)
            .image();
    assertThat(NORMALIZER.normalize(image).box().right()).isGreaterThan(80);
    assertThat(alternatives(image, true)).anyMatch(look -> look.box().right() < 72);
  }

  @Test
  void aFainterStrokeAcrossTheDigitIsLeftOutOnce() {
    GrayImage image =
        Sketch.paper(100, 100, 230)
            .stroke(6, 130, 0.15, 0.6, 0.85, 0.5)
            .seven(0.35, 0.2, 0.6, 0.8, 7, 20)
            .image();
    assertThat(NORMALIZER.normalize(image).box().x()).isLessThan(20);
    assertThat(looks(image, false))
        .filteredOn(OtherLook::overrules)
        .singleElement()
        .satisfies(look -> assertThat(look.digit().box().x()).isGreaterThan(28));
  }

  @Test
  void noTwoLooksAreAlikeAndNoneIsTheUsualOne() {
    GrayImage image =
        Sketch.paper(80, 80, 230)
            .seven(0.3, 0.2, 0.7, 0.8, 7, 20)
            .stroke(7, 20, 0.7, 0.2, 1, 0.3)
            .image();
    List<List<Float>> looks = new ArrayList<>();
    alternatives(image, true).forEach(look -> looks.add(pixels(look)));
    assertThat(looks).isNotEmpty().doesNotHaveDuplicates();
    assertThat(looks).doesNotContain(pixels(NORMALIZER.normalize(image)));
  }

  @Test
  void aBoldPenIsNoShadowWhereADigitIsSeen() {
    GrayImage image = Sketch.paper(100, 100, 230).seven(0.15, 0.15, 0.85, 0.85, 26, 20).image();
    assertThat(alternatives(image, false)).isEmpty();
    assertThat(alternatives(image, true)).isNotEmpty();
  }

  @Test
  void blankPaperAndWhatIsNormalisedHaveNoOtherLooks() {
    assertThat(alternatives(Sketch.paper(50, 50, 220).image(), true)).isEmpty();
    GrayImage image = Sketch.paper(80, 80, 230).seven(0.3, 0.2, 0.7, 0.8, 7, 20).image();
    GrayImage seen = NORMALIZER.normalize(image).seen();
    assertThat(alternatives(seen, true)).isEmpty();
  }

  private static List<NormalizedDigit> alternatives(GrayImage image, boolean mayBeShadow) {
    return looks(image, mayBeShadow).stream().map(OtherLook::digit).toList();
  }

  private static List<OtherLook> looks(GrayImage image, boolean mayBeShadow) {
    return NORMALIZER.alternatives(image, NORMALIZER.normalize(image), mayBeShadow);
  }

  private static List<Float> pixels(NormalizedDigit digit) {
    List<Float> pixels = new ArrayList<>();
    for (float pixel : digit.pixels()) {
      pixels.add(pixel);
    }
    return pixels;
  }
}
