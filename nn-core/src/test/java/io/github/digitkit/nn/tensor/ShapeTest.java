package io.github.digitkit.nn.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShapeTest {
  @Test
  void sizeIsTheProductOfItsDimensions() {
    assertThat(Shape.of(2, 3, 4).size()).isEqualTo(24);
    assertThat(Shape.of().size()).isEqualTo(1);
    assertThat(Shape.of(26, 26, 32)).hasToString("(26, 26, 32)");
    assertThat(Shape.of(3).batchOf(2)).isEqualTo(Shape.of(2, 3));
  }

  @Test
  void refusesEmptyAndOverflowingShapes() {
    assertThatThrownBy(() -> Shape.of(2, 0)).hasMessageContaining("[2, 0]");
    assertThatThrownBy(() -> Shape.of(-1)).hasMessageContaining("at least 1");
    assertThatThrownBy(() -> Shape.of(65536, 65536)).hasMessageContaining("2^31-1");
    assertThatThrownBy(() -> Shape.of(65536, 65536, 65536, 65536, 65536))
        .isInstanceOf(ShapeException.class);
  }

  @Test
  void keepsItsDimensionsToItself() {
    int[] dims = {2, 3};
    Shape shape = Shape.of(dims);
    dims[0] = 9;
    shape.toArray()[1] = 9;
    assertThat(shape).isEqualTo(Shape.of(2, 3)).hasSameHashCodeAs(Shape.of(2, 3));
  }
}
