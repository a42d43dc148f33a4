package io.github.digitkit.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.digitkit.nn.layer.Activation;
import io.github.digitkit.nn.layer.Conv2D;
import io.github.digitkit.nn.layer.Dense;
import io.github.digitkit.nn.layer.Flatten;
import io.github.digitkit.nn.layer.LeakyReLU;
import io.github.digitkit.nn.layer.Softmax;
import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.nn.tensor.ShapeException;
import org.junit.jupiter.api.Test;

class SequentialTest {
  @Test
  void summaryOfTheReportsNetworkIsTheReportsTable() {
    assertThat(DigitNetworks.report().summary())
        .isEqualTo(
            """
            Model: "sequential"
            ____________________________________________________________________________
            Layer (type)                                Output Shape          Param #
            ============================================================================
            conv2d (Conv2D)                             (None, 26, 26, 32)    320
            max_pooling2d (MaxPooling2D)                (None, 13, 13, 32)    0
            conv2d_1 (Conv2D)                           (None, 11, 11, 32)    9248
            batch_normalization (BatchNormalization)    (None, 11, 11, 32)    128
            conv2d_2 (Conv2D)                           (None, 6, 6, 32)      25632
            batch_normalization_1 (BatchNormalization)  (None, 6, 6, 32)      128
            dropout (Dropout)                           (None, 6, 6, 32)      0
            conv2d_3 (Conv2D)                           (None, 4, 4, 64)      18496
            batch_normalization_2 (BatchNormalization)  (None, 4, 4, 64)      256
            conv2d_4 (Conv2D)                           (None, 2, 2, 64)      36928
            batch_normalization_3 (BatchNormalization)  (None, 2, 2, 64)      256
            conv2d_5 (Conv2D)                           (None, 1, 1, 64)      102464
            batch_normalization_4 (BatchNormalization)  (None, 1, 1, 64)      256
            dropout_1 (Dropout)                         (None, 1, 1, 64)      0
            flatten (Flatten)                           (None, 64)            0
            dropout_2 (Dropout)                         (None, 64)            0
            dense (Dense)                               (None, 10)            650
            ============================================================================
            Total params: 194,762
            Trainable params: 194,250
            Non-trainable params: 512
            """);
  }

  @Test
  void namesTheLayerThatCannotTakeItsInput() {
    Sequential.Builder builder =
        Sequential.builder(Shape.of(4, 4, 1)).add(Conv2D.of(2, 3)).add(Conv2D.of(2, 2));
    assertThatThrownBy(() -> builder.add(Conv2D.of(2, 3)))
        .isInstanceOf(ShapeException.class)
        .hasMessageStartingWith("conv2d_2 (Conv2D): ")
        .hasMessageContaining("height 1");
    assertThatThrownBy(() -> Sequential.builder(Shape.of(4, 4, 1)).add(Dense.of(3)))
        .hasMessageContaining("dense (Dense)")
        .hasMessageContaining("Flatten");
  }

  @Test
  void refusesTheSameNameTwice() {
    Sequential.Builder builder = Sequential.builder(Shape.of(4)).add("head", Dense.of(3));
    assertThatThrownBy(() -> builder.add("head", Dense.of(2))).hasMessageContaining("head");
  }

  @Test
  void namesLayersAsKerasDoes() {
    Sequential network =
        Sequential.builder(Shape.of(2, 2, 1)).add(new LeakyReLU(0.1f)).add(new Flatten()).build();
    assertThat(network.nodes()).extracting(Sequential.Node::name).contains("leaky_re_lu");
  }

  @Test
  void withoutFinalSoftmaxGivesLogits() {
    Sequential dense =
        Sequential.builder(Shape.of(4)).add(Dense.of(3).activation(Activation.SOFTMAX)).build();
    Sequential layer = Sequential.builder(Shape.of(4)).add(Dense.of(3)).add(new Softmax()).build();
    Sequential plain = Sequential.builder(Shape.of(4)).add(Dense.of(3)).build();
    assertThat(dense.withoutFinalSoftmax()).isEqualTo(plain);
    assertThat(layer.withoutFinalSoftmax()).isEqualTo(plain);
    assertThat(plain.withoutFinalSoftmax()).isSameAs(plain);
  }

  @Test
  void upToKeepsTheFirstPart() {
    Sequential part = DigitNetworks.report().upTo("flatten");
    assertThat(part.outputShape()).isEqualTo(Shape.of(64));
    assertThatThrownBy(() -> DigitNetworks.report().upTo("nothing"))
        .hasMessageContaining("nothing")
        .hasMessageContaining("conv2d_5");
  }
}
