package io.github.digitkit.recognizer.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.DigitNormalizer;
import io.github.digitkit.recognizer.image.GrayImage;
import io.github.digitkit.recognizer.image.Sketch;
import org.junit.jupiter.api.Test;

class FitExampleTest {
  private static LineHypotheses line() {
    Sketch sketch = Sketch.paper(240, 60, 250);
    sketch.seven(0.05, 0.2, 0.2, 0.8, 4, 10).seven(0.21, 0.2, 0.36, 0.8, 4, 10);
    sketch.stroke(4, 10, 0.45, 0.75, 0.43, 0.9);
    sketch.brokenFive(0.6, 0.2, 0.72, 0.8, 4, 10).stroke(4, 10, 0.85, 0.2, 0.85, 0.8);
    GrayImage image = sketch.image();
    DigitNormalizer normalizer = new DigitNormalizer();
    Box all = new Box(0, 0, image.width(), image.height());
    LineInk ink = LineInk.of(image, all, normalizer);
    return LineHypotheses.of(ink, normalizer, new TemplateScorer());
  }

  @Test
  void probabilityIsThatOfTheReadings() {
    LineHypotheses line = line();
    Readings readings = line.readings(Trait.weights());
    double expected = readings.logOfAll(new int[] {7, 7, 5, 1}) - readings.logOfAll();
    assertThat(FitExample.of(line, "7751").logProbability(Trait.weights()))
        .isCloseTo(expected, within(1e-9));
  }

  @Test
  void gradientIsThatOfCentralDifferences() {
    FitExample example = FitExample.of(line(), "7751");
    double[] weights = Trait.weights();
    double[] gradient = new double[weights.length];
    example.addGradient(weights, gradient);
    for (Trait trait : Trait.values()) {
      double[] moved = weights.clone();
      moved[trait.index()] += 1e-5;
      double above = example.logProbability(moved);
      moved[trait.index()] -= 2e-5;
      double below = example.logProbability(moved);
      assertThat(gradient[trait.index()])
          .as(trait.name())
          .isCloseTo((above - below) / 2e-5, within(1e-5));
    }
  }

  @Test
  void aTextThatNoWayGivesIsNotReadable() {
    assertThat(FitExample.of(line(), "12345678901234567890").isReadable(Trait.weights())).isFalse();
  }
}
