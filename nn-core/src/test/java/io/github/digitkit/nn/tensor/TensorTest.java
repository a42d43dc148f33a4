package io.github.digitkit.nn.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TensorTest {
  @Test
  void wrapBorrowsAndCopyOwns() {
    float[] array = {1, 2, 3, 4};
    Tensor wrapped = Tensor.wrap(Shape.of(2, 2), array);
    Tensor copy = wrapped.copy();
    array[0] = 9;
    assertThat(wrapped.array()[0]).isEqualTo(9);
    assertThat(copy.array()[0]).isEqualTo(1);
    assertThat(wrapped.reshaped(Shape.of(4)).array()).isSameAs(array);
    assertThat(copy).isNotEqualTo(wrapped);
  }

  @Test
  void matrixSharesTheElements() {
    Tensor tensor = Tensor.zeros(Shape.of(2, 3, 4));
    tensor.matrix(6).set(5, 3, 7f);
    assertThat(tensor.array()[23]).isEqualTo(7f);
    assertThatThrownBy(() -> tensor.matrix(5)).hasMessageContaining("5 rows");
  }

  @Test
  void refusesAnArrayOfAnotherSize() {
    assertThatThrownBy(() -> Tensor.wrap(Shape.of(3), new float[4]))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("3 elements")
        .hasMessageContaining("got 4");
  }
}
