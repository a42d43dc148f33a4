package io.github.digitkit.recognizer.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.DigitNormalizer;
import io.github.digitkit.recognizer.image.GrayImage;
import io.github.digitkit.recognizer.image.Pieces;
import io.github.digitkit.recognizer.image.Sketch;
import org.junit.jupiter.api.Test;

/** What stands under and around a number is none of its ink, and what looks like it stays. */
class BesideNumberTest {
  private static final double INK = 20;

  @Test
  void underlinesGo() {
    assertSameInk(number().stroke(3, INK, 0.15, 0.86, 0.8, 0.84), number());
    assertSameInk(
        number().stroke(3, INK, 0.15, 0.85, 0.8, 0.85).stroke(3, INK, 0.15, 0.93, 0.8, 0.93),
        number());
    assertSameInk(
        number()
            .stroke(3, INK, 0.18, 0.86, 0.32, 0.86)
            .stroke(3, INK, 0.42, 0.86, 0.56, 0.86)
            .stroke(3, INK, 0.63, 0.86, 0.77, 0.86),
        number());
  }

  @Test
  void theLongBarOfAFiveIsNoUnderline() {
    Sketch line = Sketch.paper(240, 90, 240).seven(0.2, 0.2, 0.3, 0.75, 4, INK);
    line.seven(0.4, 0.2, 0.5, 0.75, 4, INK);
    line.stroke(3, INK, 0.65, 0.2, 0.84, 0.2).stroke(4, INK, 0.65, 0.3, 0.72, 0.5, 0.66, 0.75);
    Pieces pieces = lineOf(line).picture().pieces();
    assertThat(pieces.all()).as("two 7, a 5 and its bar").hasSize(4);
    assertThat(Underlines.of(pieces, new boolean[5])).containsOnly(false);
  }

  @Test
  void aPairOfParenthesesGoes() {
    assertSameInk(
        number()
            .stroke(4, INK, 0.1, 0.1, 0.07, 0.3, 0.07, 0.65, 0.1, 0.85)
            .stroke(4, INK, 0.84, 0.1, 0.87, 0.3, 0.87, 0.65, 0.84, 0.85),
        number());
  }

  @Test
  void onesAtBothEndsStay() {
    Sketch line =
        number().stroke(4, INK, 0.1, 0.2, 0.09, 0.75).stroke(4, INK, 0.84, 0.22, 0.84, 0.74);
    assertThat(ink(line)).isGreaterThan(1.3 * ink(number()));
  }

  @Test
  void aRingAroundANumberGoes() {
    Sketch ringed = Sketch.paper(240, 140, 240).seven(0.3, 0.35, 0.4, 0.65, 4, INK);
    ringed.seven(0.55, 0.35, 0.65, 0.65, 4, INK).ellipse(4, INK, 0.5, 0.5, 0.47, 0.45);
    assertThat(lineOf(ringed).digitHeight()).isLessThan(50);
  }

  private static void assertSameInk(Sketch got, Sketch expected) {
    assertThat(ink(got)).isBetween(0.97 * ink(expected), 1.03 * ink(expected));
    assertThat(lineOf(got).digitHeight()).isEqualTo(lineOf(expected).digitHeight());
  }

  private static Sketch number() {
    return Sketch.paper(240, 90, 240)
        .seven(0.2, 0.2, 0.3, 0.75, 4, INK)
        .seven(0.44, 0.2, 0.54, 0.75, 4, INK)
        .brokenFive(0.65, 0.2, 0.75, 0.75, 4, INK);
  }

  private static LineInk lineOf(Sketch sketch) {
    GrayImage image = sketch.image();
    return LineInk.of(image, new Box(0, 0, image.width(), image.height()), new DigitNormalizer());
  }

  private static double ink(Sketch sketch) {
    double sum = 0;
    for (float value : lineOf(sketch).values()) {
      sum += value;
    }
    return sum;
  }
}
