package io.github.digitkit.recognizer.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.DigitNormalizer;
import io.github.digitkit.recognizer.image.GrayImage;
import io.github.digitkit.recognizer.image.Sketch;
import org.junit.jupiter.api.Test;

class LineInkTest {
  private static final DigitNormalizer NORMALIZER = new DigitNormalizer();

  private static Sketch line() {
    Sketch line = Sketch.paper(240, 60, 240);
    line.seven(0.05, 0.2, 0.16, 0.8, 4, 10).brokenFive(0.3, 0.2, 0.41, 0.8, 4, 10);
    return line.seven(0.55, 0.2, 0.66, 0.8, 4, 10);
  }

  private static LineInk smooth(GrayImage image) {
    return LineInk.of(image, new Box(0, 0, image.width(), image.height()), NORMALIZER);
  }

  private static LineInk patchy(GrayImage image) {
    return LineInk.inPatchyLight(image, new Box(0, 0, image.width(), image.height()), NORMALIZER);
  }

  @Test
  void whatSeesThroughAShadowShowsFarLessInk() {
    GrayImage shadowed = line().shadowedAbove(0.9, 0.1).image();
    assertThat(patchy(shadowed).isFarLessThan(smooth(shadowed))).isTrue();
    assertThat(smooth(shadowed).isFarLessThan(patchy(shadowed))).isFalse();
  }

  @Test
  void inEvenLightBothLooksShowTheSame() {
    GrayImage even = line().image();
    assertThat(patchy(even).isLike(smooth(even))).isTrue();
    assertThat(patchy(even).isFarLessThan(smooth(even))).isFalse();
  }
}
