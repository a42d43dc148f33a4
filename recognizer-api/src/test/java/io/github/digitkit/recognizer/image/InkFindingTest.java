package io.github.digitkit.recognizer.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class InkFindingTest {
  private static final NormalizationSettings SETTINGS = NormalizationSettings.defaults();

  @Test
  void histogramGivesPercentilesAndOtsusThreshold() {
    Histogram histogram = new Histogram();
    for (int i = 0; i < 100; i++) {
      histogram.add(i < 70 ? 40 : 200);
    }
    assertThat(histogram.percentile(0.35)).isCloseTo(40, within(0.5f));
    assertThat(histogram.percentile(0.85)).isCloseTo(200, within(0.5f));
    assertThat(histogram.otsu()).isBetween(100, 140);
    assertThat(histogram.mean()).isEqualTo(88);
  }

  @Test
  void polarityFollowsTheBorderEvenWhereInkIsBold() {
    Sketch dark = Sketch.paper(100, 100, 230).seven(0.2, 0.15, 0.8, 0.85, 22, 20);
    Sketch light = Sketch.paper(100, 100, 15).seven(0.2, 0.15, 0.8, 0.85, 22, 240);
    assertThat(Polarity.of(dark.plane(), SETTINGS.borderRing())).isEqualTo(Polarity.DARK_ON_LIGHT);
    assertThat(Polarity.of(light.plane(), SETTINGS.borderRing())).isEqualTo(Polarity.LIGHT_ON_DARK);
  }

  /** A digit on paper of middle grey, on which a lamp makes a white spot. */
  private static Plane inGlare(double ink) {
    Plane grey = Sketch.paper(112, 112, 140).seven(0.3, 0.2, 0.7, 0.8, 8, ink).plane();
    for (int y = 0; y < 112; y++) {
      for (int x = 0; x < 112; x++) {
        double light = 1 + Math.exp(-(Math.pow(x - 80, 2) + Math.pow(y - 30, 2)) / 900);
        int at = y * 112 + x;
        grey.values()[at] = (float) Math.min(255, light * grey.values()[at]);
      }
    }
    return grey;
  }

  @Test
  void polarityFollowsTheStrokesWhereTheBorderIsOfMiddleGrey() {
    assertThat(Polarity.of(inGlare(30), SETTINGS.borderRing())).isEqualTo(Polarity.DARK_ON_LIGHT);
    Plane negative = inGlare(30);
    for (int i = 0; i < negative.values().length; i++) {
      negative.values()[i] = 255 - negative.values()[i];
    }
    assertThat(Polarity.of(negative, SETTINGS.borderRing())).isEqualTo(Polarity.LIGHT_ON_DARK);
  }

  @Test
  void evenPaperIsAConstantEvenUnderMuchInk() {
    Plane grey = Sketch.paper(80, 80, 240).seven(0, 0.1, 1, 1, 30, 10).plane();
    Background background = Background.of(grey, SETTINGS);
    assertThat(background.level().get(40, 10)).isCloseTo(240, within(1f));
    assertThat(background.noise()).isEqualTo(1.5f);
  }

  @Test
  void shadedPaperIsFittedByASurfaceThatIgnoresTheInk() {
    Plane grey =
        Sketch.paper(112, 90, 220)
            .shaded(120)
            .textured(4, 11)
            .seven(0.3, 0.2, 0.7, 0.8, 8, 30)
            .plane();
    Background background = Background.of(grey, SETTINGS);
    assertThat(background.level().get(2, 2)).isCloseTo(218, within(6f));
    assertThat(background.level().get(109, 87)).isCloseTo(102, within(6f));
    assertThat(background.level().get(56, 18)).isCloseTo(220 - 120 * 0.35f, within(6f));
    assertThat(background.noise()).isCloseTo(4, within(1.5f));
  }

  @Test
  void surfaceLiesOnThePaperEvenWhereInkCoversMostOfIt() {
    Plane grey =
        Sketch.paper(60, 60, 200)
            .shaded(40)
            .textured(3, 5)
            .stroke(14, 60, 0.2, 0.2, 0.8, 0.2, 0.8, 0.8, 0.2, 0.8, 0.2, 0.2)
            .plane();
    Background background = FittedSurface.fit(grey, SETTINGS);
    assertThat(background.noise()).isLessThan(12);
    assertThat(background.level().get(30, 30)).isCloseTo(180, within(15f));
  }

  /** A bold ring that fills its frame, on paper with a coarse printed pattern. */
  private static Plane ringOnPatternedPaper() {
    Plane grey = Plane.zeros(56, 56);
    for (int y = 0; y < 56; y++) {
      for (int x = 0; x < 56; x++) {
        double paper = 185 + 30 * Math.sin(0.5 * x + 0.8 * y) * Math.cos(0.7 * x - 0.3 * y);
        double fromRing = Math.abs(Math.hypot(x - 28, y - 28) - 19);
        double ink = Math.max(0, Math.min(1, 1.5 - fromRing / 6));
        grey.values()[y * 56 + x] = (float) (paper - ink * (paper - 50));
      }
    }
    return grey;
  }

  @Test
  void patternedPaperUnderMuchInkDoesNotHideTheInk() {
    Plane grey = ringOnPatternedPaper();
    assertThat(FittedSurface.fit(grey, SETTINGS).noise()).isGreaterThan(35);
    Background background = Background.of(grey, SETTINGS);
    assertThat(background.noise()).isLessThan(35);
    Plane darkness = background.darkness(grey);
    InkThreshold threshold = InkThreshold.of(darkness, background.noise(), SETTINGS);
    Pieces pieces = Pieces.find(darkness, threshold);
    assertThat(pieces.all()).isNotEmpty();
    assertThat(pieces.all().stream().mapToInt(Piece::area).max().orElse(0)).isGreaterThan(600);
  }

  @Test
  void noiseAloneStaysNoise() {
    Plane grey = Sketch.paper(56, 56, 150).textured(30, 4).plane();
    Background background = Background.of(grey, SETTINGS);
    assertThat(background.noise()).isGreaterThan(20);
  }

  @Test
  void separabilityIsOneForTwoLevelsAndLessForNoise() {
    float[] levels = new float[200];
    java.util.Arrays.fill(levels, 0, 90, 30f);
    java.util.Arrays.fill(levels, 90, 200, 210f);
    Histogram clean = Histogram.of(levels);
    assertThat(clean.separability(clean.otsu())).isCloseTo(1, within(1e-9));
    Histogram noise = Histogram.of(Sketch.paper(100, 100, 128).textured(20, 1).plane().values());
    assertThat(noise.separability(noise.otsu())).isBetween(0.6, 0.68);
    assertThat(noise.separability(-1)).isZero();
  }

  @Test
  void envelopeIsTheClosingByDefinitionButForItsBias() {
    Plane grey = Sketch.paper(37, 23, 128).textured(40, 9).plane();
    for (int radius : new int[] {1, 4, 30}) {
      Plane level = PaperEnvelope.of(grey, radius, SETTINGS).level();
      Plane closing = extreme(extreme(SlightBlur.of(grey), radius, 1), radius, -1);
      float bias = closing.get(0, 0) - level.get(0, 0);
      for (int i = 0; i < closing.values().length; i++) {
        assertThat(closing.values()[i] - level.values()[i]).isCloseTo(bias, within(1e-4f));
      }
    }
  }

  /** The highest or lowest in the window around each pixel, one by one. */
  private static Plane extreme(Plane plane, int radius, int sign) {
    Plane result = Plane.zeros(plane.width(), plane.height());
    for (int i = 0; i < result.values().length; i++) {
      int column = i % plane.width();
      int row = i / plane.width();
      float most = Float.NEGATIVE_INFINITY;
      for (int y = Math.max(0, row - radius); y <= row + radius && y < plane.height(); y++) {
        for (int x = Math.max(0, column - radius); x <= column + radius && x < plane.width(); x++) {
          most = Math.max(most, sign * plane.get(x, y));
        }
      }
      result.values()[i] = sign * most;
    }
    return result;
  }

  @Test
  void envelopeFollowsTheEdgeOfAShadowAndFillsTheStrokes() {
    Plane grey = Sketch.paper(100, 100, 220).seven(0.3, 0.2, 0.7, 0.8, 8, 30).plane();
    for (int y = 0; y < 100; y++) {
      for (int x = 60; x < 100; x++) {
        grey.values()[y * 100 + x] *= 0.5f;
      }
    }
    Background background = PaperEnvelope.of(grey, 13, SETTINGS);
    assertThat(background.level().get(45, 20)).isCloseTo(220, within(3f));
    assertThat(background.level().get(55, 50)).isCloseTo(220, within(3f));
    assertThat(background.level().get(64, 50)).isCloseTo(110, within(3f));
  }

  @Test
  void surfaceCopesWithPicturesOfOneColumn() {
    Plane grey = Sketch.paper(1, 60, 150).textured(20, 2).plane();
    Background background = FittedSurface.fit(grey, SETTINGS);
    assertThat(background.level().get(0, 30)).isBetween(100f, 200f);
  }

  @Test
  void hysteresisFollowsAFadingStrokeAndLeavesSpecksOut() {
    Plane darkness = Plane.zeros(40, 20);
    for (int x = 5; x < 30; x++) {
      darkness.values()[10 * 40 + x] = x < 15 ? 100 : 60;
    }
    darkness.values()[3 * 40 + 35] = 60;
    Pieces pieces = Pieces.find(darkness, new InkThreshold(80, 50));
    assertThat(pieces.all()).hasSize(1);
    assertThat(pieces.all().get(0).box()).isEqualTo(new Box(5, 10, 25, 1));
    assertThat(pieces.all().get(0).area()).isEqualTo(25);
    assertThat(pieces.labels()[3 * 40 + 35]).isZero();
  }

  @Test
  void slightBlurSpreadsAPointWithoutLosingIt() {
    Plane point = Plane.zeros(5, 5);
    point.values()[12] = 100;
    Plane blurred = SlightBlur.of(point);
    float sum = 0;
    for (float value : blurred.values()) {
      sum += value;
    }
    assertThat(sum).isCloseTo(100, within(0.01f));
    assertThat(blurred.get(2, 2)).isLessThan(50).isGreaterThan(blurred.get(1, 2));
  }
}
