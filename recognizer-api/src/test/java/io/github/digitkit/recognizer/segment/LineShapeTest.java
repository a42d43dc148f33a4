package io.github.digitkit.recognizer.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.digitkit.recognizer.image.Box;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineShapeTest {
  @Test
  void followsALineThatSlopesAndIgnoresItsMarks() {
    List<Box> boxes = new ArrayList<>();
    List<Double> slants = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      boxes.add(new Box(30 * i, 20 + 2 * i, 18, 40));
      slants.add(0.2);
    }
    boxes.add(new Box(365, 80, 4, 10));
    slants.add(-3.0);
    LineShape shape = LineShape.of(40, boxes, slants);
    assertThat(shape.slope()).isBetween(0.055, 0.067);
    assertThat(shape.middleAt(boxes.get(6))).isCloseTo(52, within(1.0));
    assertThat(shape.slant()).isEqualTo(0.2);
  }

  @Test
  void aLineWithoutDigitsIsLevel() {
    assertThat(LineShape.of(40, List.of(), List.of()).slope()).isZero();
  }
}
