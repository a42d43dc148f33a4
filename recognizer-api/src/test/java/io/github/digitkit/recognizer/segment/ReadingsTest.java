package io.github.digitkit.recognizer.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.DigitNormalizer;
import io.github.digitkit.recognizer.image.NormalizedDigit;
import io.github.digitkit.recognizer.image.Sketch;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingsTest {
  private static final double NEVER = Double.NEGATIVE_INFINITY;

  private static Hypothesis over(int first, int last) {
    NormalizedDigit picture = new DigitNormalizer().normalize(Sketch.paper(30, 30, 255).image());
    return new Hypothesis(first, last, Box.EMPTY, picture, 0, 0, 0, false, 0);
  }

  private static double[] values(int digit, double value, double none) {
    double[] values = new double[DigitScorer.NO_DIGIT + 1];
    Arrays.fill(values, NEVER);
    values[digit] = value;
    values[DigitScorer.NO_DIGIT] = none;
    return values;
  }

  /** Two strips: a 1 and a 3, or both together a 8; each may be none. */
  private static Readings twoOrOne(double one, double three, double eight) {
    List<Hypothesis> hypotheses = List.of(over(0, 0), over(1, 1), over(0, 1));
    double[][] values = {values(1, one, NEVER), values(3, three, -1), values(8, eight, NEVER)};
    return new Readings(hypotheses, new int[] {1, 3, 8}, values, new double[] {NEVER, NEVER});
  }

  private static String text(Readings readings) {
    StringBuilder text = new StringBuilder();
    readings.best().forEach(part -> text.append(part.digit()));
    return text.toString();
  }

  @Test
  void theLikeliestWayWins() {
    assertThat(text(twoOrOne(-0.1, -0.1, -0.5))).isEqualTo("13");
    assertThat(text(twoOrOne(-0.1, -0.6, -0.5))).isEqualTo("8");
    assertThat(text(twoOrOne(-0.1, -2, -3))).isEqualTo("1");
  }

  @Test
  void probabilitiesOfAllTextsAddUpToOne() {
    Readings readings = twoOrOne(-0.1, -0.2, -0.5);
    double sum = 0;
    for (int[] digits : new int[][] {{1, 3}, {8}, {1}}) {
      sum += Math.exp(readings.logOfAll(digits) - readings.logOfAll());
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
    double expected = Math.exp(-0.3) / (Math.exp(-0.3) + Math.exp(-0.5) + Math.exp(-1.1));
    assertThat(readings.probability(readings.best())).isCloseTo(expected, within(1e-12));
  }

  @Test
  void severalWaysToTheSameTextCountTogether() {
    List<Hypothesis> hypotheses = List.of(over(0, 0), over(1, 1), over(0, 1), over(0, 1));
    double[][] values = {
      values(4, 0, NEVER), values(1, NEVER, 0), values(4, 0, NEVER), values(9, 0, NEVER)
    };
    double[] scraps = {NEVER, NEVER};
    Readings readings = new Readings(hypotheses, new int[] {4, 1, 4, 9}, values, scraps);
    assertThat(readings.probability(readings.best())).isCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void ofSeveralPicturesOfTheSameStripsTheBestCounts() {
    List<Hypothesis> hypotheses = List.of(over(0, 0), over(0, 0), over(0, 0));
    double[][] values = {values(4, -1, -2), values(4, 0, -3), values(9, -1, -1)};
    Readings readings = new Readings(hypotheses, new int[] {4, 4, 9}, values, new double[] {NEVER});
    assertThat(readings.best()).containsExactly(new Readings.Part(1, 4));
    double expected = 1 / (1 + 2 * Math.exp(-1));
    assertThat(readings.probability(readings.best())).isCloseTo(expected, within(1e-12));
    assertThat(values[0]).as("given values").contains(-1, -2);
  }

  @Test
  void scrapsArePassedOver() {
    double[][] values = {values(5, -0.5, -4)};
    double[] scraps = {-0.2, NEVER, 0};
    Readings readings = new Readings(List.of(over(1, 1)), new int[] {5}, values, scraps);
    assertThat(text(readings)).isEqualTo("5");
  }
}
