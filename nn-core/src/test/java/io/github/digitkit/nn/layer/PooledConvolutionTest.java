package io.github.digitkit.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.nn.tensor.Tensor;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The fused passes give what the two layers give one after the other. */
class PooledConvolutionTest {
  private static final Shape INPUT = Shape.of(9, 8, 2);
  private static final MaxPooling2D POOLING = MaxPooling2D.of(2);
  private static final int BATCH = 7;
  private static final double TOLERANCE = 1e-4;

  /** What one way of computing gave. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Result(float[] y, float[] dx, float[] dKernel, float[] dBias) {}

  private final Kernels kernels = Kernels.named("plain");
  private final Tensor x = random(INPUT.batchOf(BATCH), 1);
  private final float[] kernel = random(Shape.of(3 * 3 * 2 * 5), 2).array();
  private final float[] bias = random(Shape.of(5), 3).array();
  private final Tensor dy = random(Shape.of(BATCH, 3, 3, 5), 4);

  private static Tensor random(Shape shape, long seed) {
    Random random = new Random(seed);
    Tensor tensor = Tensor.zeros(shape);
    for (int i = 0; i < tensor.array().length; i++) {
      tensor.array()[i] = random.nextFloat() * 2 - 1;
    }
    return tensor;
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SOFTMAX")
  void givesWhatBothLayersGive(Activation activation) {
    Conv2D conv = Conv2D.of(5, 3).activation(activation);
    Result separate = separately(conv);
    Result fused = fused(conv, 1);
    assertThat(fused.y).containsExactly(separate.y);
    assertThat(fused.dx).containsExactly(separate.dx, within((float) TOLERANCE));
    assertThat(fused.dKernel).containsExactly(separate.dKernel, within((float) TOLERANCE));
    assertThat(fused.dBias).containsExactly(separate.dBias, within((float) TOLERANCE));
  }

  @Test
  void isTheSameBitsOnAnyNumberOfWorkers() {
    Conv2D conv = Conv2D.of(5, 3).activation(Activation.RELU);
    Result one = fused(conv, 1);
    Result three = fused(conv, 3);
    assertThat(three.y).containsExactly(one.y);
    assertThat(three.dx).containsExactly(one.dx);
    assertThat(three.dKernel).containsExactly(one.dKernel);
    assertThat(three.dBias).containsExactly(one.dBias);
  }

  @Test
  void refusesSoftmaxWhichIsNotElementByElement() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Conv2D.of(5, 3).activation(Activation.SOFTMAX).bindWithPooling(INPUT, POOLING));
  }

  private Workers workers(Conv2D conv, int count) {
    Workers workers = new Workers(conv, INPUT, kernels, BATCH, count);
    System.arraycopy(kernel, 0, workers.parameters.get(0), 0, kernel.length);
    System.arraycopy(bias, 0, workers.parameters.get(1), 0, bias.length);
    return workers;
  }

  private Result fused(Conv2D conv, int count) {
    Workers workers = workers(conv, count);
    BoundLayer both = conv.bindWithPooling(INPUT, POOLING);
    Tensor y = Tensor.zeros(dy.shape());
    Tensor dx = Tensor.zeros(x.shape());
    workers.run(c -> both.forwardTraining(c, x, y));
    workers.run(c -> both.backward(c, x, y, dy.copy(), dx));
    return new Result(y.array(), dx.array(), workers.gradients.get(0), workers.gradients.get(1));
  }

  private Result separately(Conv2D conv) {
    Workers first = workers(conv, 1);
    Workers second = new Workers(POOLING, conv.outputShape(INPUT), kernels, BATCH, 1);
    Tensor between = first.newOutput();
    Tensor betweenGradient = first.newOutput();
    Tensor y = second.newOutput();
    Tensor dx = first.newInput();
    first.run(c -> first.bound.forwardTraining(c, x, between));
    second.run(c -> second.bound.forwardTraining(c, between, y));
    second.run(c -> second.bound.backward(c, between, y, dy.copy(), betweenGradient));
    first.run(c -> first.bound.backward(c, x, between, betweenGradient, dx));
    return new Result(y.array(), dx.array(), first.gradients.get(0), first.gradients.get(1));
  }
}
