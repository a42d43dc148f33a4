package io.github.digitkit.recognizer.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.DigitNormalizer;
import io.github.digitkit.recognizer.image.GrayImage;
import io.github.digitkit.recognizer.image.Sketch;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopsTest {
  /** Two zeros that share a wall, and the stroke by which the second ends. */
  private static LineInk joinedZeros() {
    Sketch line = Sketch.paper(120, 60, 250);
    ring(line, 0.3);
    ring(line, 0.52);
    line.stroke(4, 10, 0.6, 0.3, 0.85, 0.2);
    GrayImage image = line.image();
    return LineInk.of(image, new Box(0, 0, 120, 60), new DigitNormalizer());
  }

  private static void ring(Sketch line, double centre) {
    double[] points = new double[2 * 25];
    for (int i = 0; i < 25; i++) {
      points[2 * i] = centre + 0.11 * Math.cos(i * Math.PI / 12);
      points[2 * i + 1] = 0.5 + 0.3 * Math.sin(i * Math.PI / 12);
    }
    line.stroke(4, 10, points);
  }

  @Test
  void findsBothLoopsOfJoinedZerosFromTheLeft() {
    LineInk line = joinedZeros();
    List<Loop> loops = Loops.of(line);
    assertThat(loops).hasSize(2);
    assertThat(loops.get(0).sharesWallWith(loops.get(1), 2.5 * line.strokeWidth())).isTrue();
    assertThat(loops.get(1).sharesWallWith(loops.get(0), 2.5 * line.strokeWidth())).isFalse();
    int[] wall = loops.get(0).middleTo(loops.get(1), line.picture().pieces().height());
    double scale = line.picture().pieces().width() / 120.0;
    assertThat(wall[wall.length / 2] / scale).isBetween(48.0, 51.0);
  }

  @Test
  void aRingLeavesOutTheStrokeThatHangsOnIt() {
    LineInk line = joinedZeros();
    double scale = line.picture().pieces().width() / 120.0;
    Box ring = Loops.of(line).get(1).ring().box();
    assertThat(ring.right() / scale).isLessThan(85);
    assertThat(ring.height() / scale).isBetween(37.0, 44.0);
  }

  @Test
  void openStrokesHaveNoLoop() {
    GrayImage image = Sketch.paper(60, 60, 250).seven(0.3, 0.2, 0.7, 0.8, 4, 10).image();
    LineInk line = LineInk.of(image, new Box(0, 0, 60, 60), new DigitNormalizer());
    assertThat(Loops.of(line)).isEmpty();
  }
}
