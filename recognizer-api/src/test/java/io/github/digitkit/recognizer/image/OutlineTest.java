package io.github.digitkit.recognizer.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutlineTest {
  private static final NormalizationSettings SETTINGS = NormalizationSettings.defaults();
  private static final int SIDE = 112;
  private static final int PAPER = 255;
  private static final int INK = 0;

  @Test
  void theStrokeBetweenTwoLinesBecomesInk() {
    Sketch seven = paper().seven(0.25, 0.2, 0.75, 0.85, 22, INK);
    InkPicture solid = inkOf(seven);
    InkPicture outlined = inkOf(seven.seven(0.25, 0.2, 0.75, 0.85, 14, PAPER));
    assertThat(area(outlined)).isLessThan(area(solid) / 2);
    assertThat(area(outlined.withFilledOutlines())).isBetween(area(solid) - 10, area(solid) + 10);
  }

  @Test
  void theHoleOfAnOutlinedZeroStaysPaper() {
    Sketch zero = paper().ellipse(18, INK, 0.5, 0.5, 0.33, 0.33);
    InkPicture solid = inkOf(zero);
    InkPicture outlined = inkOf(zero.ellipse(10, PAPER, 0.5, 0.5, 0.33, 0.33));
    assertThat(area(outlined.withFilledOutlines())).isBetween(area(solid) - 20, area(solid) + 20);
  }

  @Test
  void theLoopsOfUsualDigitsStayPaper() {
    assertUnchanged(paper().ellipse(7, INK, 0.5, 0.5, 0.33, 0.33));
    assertUnchanged(paper().stroke(7, INK, 0.4, 0.15, 0.55, 0.1, 0.6, 0.85, 0.45, 0.9, 0.4, 0.15));
    assertUnchanged(
        paper().ellipse(6, INK, 0.5, 0.3, 0.16, 0.16).ellipse(6, INK, 0.5, 0.64, 0.18, 0.18));
  }

  @Test
  void aRingAroundADigitIsNoOutline() {
    assertUnchanged(
        paper().seven(0.4, 0.3, 0.6, 0.7, 6, INK).ellipse(4, INK, 0.5, 0.5, 0.42, 0.42));
    assertUnchanged(
        paper().ellipse(6, INK, 0.5, 0.5, 0.15, 0.15).ellipse(4, INK, 0.5, 0.5, 0.42, 0.42));
  }

  @Test
  void whatIsOpenIsNoOutline() {
    Sketch seven = paper().seven(0.25, 0.2, 0.75, 0.85, 22, INK);
    seven.seven(0.25, 0.2, 0.75, 0.85, 14, PAPER).stroke(14, PAPER, 0.1, 0.2, 0.3, 0.2);
    assertUnchanged(seven);
  }

  @Test
  void anOutlinedDigitIsNormalisedAsASolidOne() {
    Sketch seven = paper().seven(0.25, 0.2, 0.75, 0.85, 18, INK);
    float[] solid = new DigitNormalizer().normalize(seven.image()).pixels();
    seven.seven(0.25, 0.2, 0.75, 0.85, 10, PAPER);
    float[] outlined = new DigitNormalizer().normalize(seven.image()).pixels();
    double difference = 0;
    for (int i = 0; i < solid.length; i++) {
      difference = Math.max(difference, Math.abs(solid[i] - outlined[i]));
    }
    assertThat(difference).isLessThan(0.25);
  }

  private static void assertUnchanged(Sketch sketch) {
    InkPicture picture = inkOf(sketch);
    assertThat(picture.withFilledOutlines()).isSameAs(picture);
  }

  private static Sketch paper() {
    return Sketch.paper(SIDE, SIDE, PAPER);
  }

  private static InkPicture inkOf(Sketch sketch) {
    Plane grey = sketch.plane();
    Polarity polarity = Polarity.of(grey, SETTINGS.borderRing());
    return InkPicture.of(new Box(0, 0, SIDE, SIDE), grey, polarity, SETTINGS);
  }

  private static int area(InkPicture picture) {
    return picture.pieces().all().stream().mapToInt(Piece::area).sum();
  }
}
