package io.github.digitkit.recognizer.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlateTest {
  private static final NormalizationSettings SETTINGS = NormalizationSettings.defaults();
  private static final int SIDE = 112;
  private static final int PAPER = 255;
  private static final int INK = 20;

  @Test
  void aDigitOnADiscIsNormalisedAsOneOnPaper() {
    assertSeenAsOnPaper(disc());
  }

  @Test
  void aDigitOnABoxIsNormalisedAsOneOnPaper() {
    assertSeenAsOnPaper(
        paper()
            .stroke(20, INK, 0.2, 0.2, 0.8, 0.2, 0.8, 0.8, 0.2, 0.8, 0.2, 0.2)
            .stroke(60, INK, 0.5, 0.48, 0.5, 0.52));
  }

  @Test
  void theLoopsThatAThickBrushLeavesOpenAreNotWritten() {
    assertIsNoPlate(paper().ellipse(26, INK, 0.5, 0.5, 0.22, 0.33));
    assertIsNoPlate(
        paper().ellipse(20, INK, 0.5, 0.32, 0.17, 0.16).ellipse(20, INK, 0.5, 0.66, 0.2, 0.18));
  }

  @Test
  void aDiscWithADashOrNothingOnItIsNoPlate() {
    assertIsNoPlate(disc());
    assertIsNoPlate(disc().stroke(10, PAPER, 0.35, 0.5, 0.65, 0.5));
  }

  @Test
  void anOpenShapeIsNoPlate() {
    assertIsNoPlate(paper().seven(0.2, 0.2, 0.8, 0.8, 10, INK));
  }

  private static void assertSeenAsOnPaper(Sketch plate) {
    GrayImage onPaper = paper().seven(0.36, 0.3, 0.64, 0.7, 7, INK).image();
    GrayImage onPlate = plate.seven(0.36, 0.3, 0.64, 0.7, 7, PAPER).image();
    float[] expected = new DigitNormalizer().normalize(onPaper).pixels();
    float[] got = new DigitNormalizer().normalize(onPlate).pixels();
    double difference = 0;
    for (int i = 0; i < got.length; i++) {
      difference += Math.abs(got[i] - expected[i]) / got.length;
    }
    assertThat(difference).isLessThan(0.02);
  }

  private static void assertIsNoPlate(Sketch sketch) {
    Plane grey = sketch.plane();
    Polarity polarity = Polarity.of(grey, SETTINGS.borderRing());
    InkPicture picture = InkPicture.of(new Box(0, 0, SIDE, SIDE), grey, polarity, SETTINGS);
    assertThat(picture.pieces().all())
        .isNotEmpty()
        .allSatisfy(piece -> assertThat(picture.onPlate(piece, SETTINGS)).isEmpty());
  }

  private static Sketch paper() {
    return Sketch.paper(SIDE, SIDE, PAPER);
  }

  private static Sketch disc() {
    return paper().stroke(84, INK, 0.5, 0.5, 0.5, 0.5);
  }
}
