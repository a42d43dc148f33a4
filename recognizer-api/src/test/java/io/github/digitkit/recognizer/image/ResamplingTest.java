package io.github.digitkit.recognizer.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ResamplingTest {

  @Test
  void areaMeanKeepsTheMeanForOddFactors() {
    Plane source = Sketch.paper(37, 23, 200).textured(30, 5).plane();
    Plane small = AreaMean.of(source, 10, 7);
    assertThat(mean(small)).isCloseTo(mean(source), within(0.01));
  }

  @Test
  void areaMeanOfBytesEqualsAreaMeanOfFloats() {
    GrayImage image = Sketch.paper(61, 47, 128).textured(40, 9).image();
    Plane direct = AreaMean.of(image, new Box(7, 5, 41, 31), 12, 9);
    Plane whole = AreaMean.of(image, new Box(0, 0, 61, 47), 61, 47);
    Plane expected = AreaMean.of(whole.crop(new Box(7, 5, 41, 31)), 12, 9);
    assertThat(direct.values()).containsExactly(expected.values(), within(0.01f));
  }

  @Test
  void sampledRowsOfAHugePictureComeCloseToTheFullMean() {
    GrayImage image = Sketch.paper(64, 4000, 255).shaded(200).textured(20, 3).image();
    Plane small = AreaMean.of(image, new Box(0, 0, 64, 4000), 1, 50);
    assertThat(small.get(0, 0)).isCloseTo(204, within(3f));
    assertThat(small.get(0, 49)).isCloseTo(106, within(3f));
  }

  @Test
  void shrinksThinPicturesToOneColumn() {
    GrayImage line = Sketch.paper(3, 5000, 90).image();
    Plane small =
        new WorkingSize(NormalizationSettings.defaults()).fit(line, new Box(0, 0, 3, 5000));
    assertThat(small.width()).isEqualTo(1);
    assertThat(small.height()).isEqualTo(112);
    assertThat(small.get(0, 60)).isEqualTo(90);
  }

  @Test
  void enlargementKeepsEvenLevelsAndStraightEdges() {
    GrayImage image = Sketch.paper(8, 8, 250).stroke(2, 10, 0.5, 0, 0.5, 1).image();
    Plane large = new WorkingSize(NormalizationSettings.defaults()).fit(image, new Box(0, 0, 8, 8));
    assertThat(large.width()).isEqualTo(56);
    assertThat(large.get(3, 30)).isCloseTo(250, within(1f));
    assertThat(large.get(28, 30)).isLessThan(15);
    assertThat(large.get(28, 3)).isEqualTo(large.get(28, 50));
  }

  private static double mean(Plane plane) {
    double sum = 0;
    for (float value : plane.values()) {
      sum += value;
    }
    return sum / plane.values().length;
  }
}
