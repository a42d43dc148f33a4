package io.github.digitkit.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.nn.kernel.KernelsUnderTest;
import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.nn.tensor.Tensor;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The fused passes give what the two layers give one after the other. */
class PooledConvolutionTest {
  private static final MaxPooling2D POOLING = MaxPooling2D.of(2);
  private static final int BATCH = 7;
  private static final int WINDOW = 3;
  private static final double TOLERANCE = 1e-4;

  /** What one way of computing gave. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Result(float[] y, float[] dx, float[] dKernel, float[] dBias) {}

  /** Sizes for which kernels have passes of their own, and others. */
  record Size(Shape input, int filters) {
    static final Size GENERAL = new Size(Shape.of(9, 8, 2), 5);

    /** The output's last column, or row, is under no pooling window. */
    static Stream<Size> all() {
      return Stream.of(GENERAL, new Size(Shape.of(10, 9, 1), 32), new Size(Shape.of(9, 9, 1), 5));
    }
  }

  /** The convolution and what goes through it. */
  private static final class Case {
    private final Kernels kernels;
    private final Shape input;
    private final Conv2D conv;
    private final Tensor x;
    private final float[] kernel;
    private final float[] bias;
    private final Tensor dy;

    Case(Kernels kernels, Size size, Activation activation) {
      this.kernels = kernels;
      this.input = size.input;
      this.conv = Conv2D.of(size.filters, WINDOW).activation(activation);
      this.x = random(input.batchOf(BATCH), 1);
      this.kernel = random(Shape.of(WINDOW, WINDOW, input.dim(2), size.filters), 2).array();
      this.bias = random(Shape.of(size.filters), 3).array();
      this.dy = random(POOLING.outputShape(conv.outputShape(input)).batchOf(BATCH), 4);
    }

    private Workers workers(int count) {
      Workers workers = new Workers(conv, input, kernels, BATCH, count);
      System.arraycopy(kernel, 0, workers.parameters.get(0), 0, kernel.length);
      System.arraycopy(bias, 0, workers.parameters.get(1), 0, bias.length);
      return workers;
    }

    Result fused(int count) {
      Workers workers = workers(count);
      BoundLayer both = conv.bindWithPooling(input, POOLING);
      Tensor y = Tensor.zeros(dy.shape());
      Tensor dx = Tensor.zeros(x.shape());
      workers.run(c -> both.forwardTraining(c, x, y));
      workers.run(c -> both.backward(c, x, y, dy.copy(), dx));
      return new Result(y.array(), dx.array(), workers.gradients.get(0), workers.gradients.get(1));
    }

    Result separately() {
      Workers first = workers(1);
      Workers second = new Workers(POOLING, conv.outputShape(input), kernels, BATCH, 1);
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

  private static Tensor random(Shape shape, long seed) {
    Random random = new Random(seed);
    Tensor tensor = Tensor.zeros(shape);
    for (int i = 0; i < tensor.array().length; i++) {
      tensor.array()[i] = random.nextFloat() * 2 - 1;
    }
    return tensor;
  }

  static Stream<Arguments> cases() {
    return KernelsUnderTest.available()
        .flatMap(
            kernels ->
                Size.all()
                    .flatMap(
                        size ->
                            Stream.of(Activation.LINEAR, Activation.RELU)
                                .map(activation -> arguments(kernels, size, activation))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesWhatBothLayersGive(Kernels kernels, Size size, Activation activation) {
    Case both = new Case(kernels, size, activation);
    Result separate = both.separately();
    Result fused = both.fused(1);
    assertThat(fused.y).containsExactly(separate.y, within((float) TOLERANCE));
    assertThat(fused.dx).containsExactly(separate.dx, within((float) TOLERANCE));
    assertThat(fused.dKernel).containsExactly(separate.dKernel, within((float) TOLERANCE));
    assertThat(fused.dBias).containsExactly(separate.dBias, within((float) TOLERANCE));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isTheSameBitsOnAnyNumberOfWorkers(Kernels kernels, Size size, Activation activation) {
    Case both = new Case(kernels, size, activation);
    Result one = both.fused(1);
    Result three = both.fused(3);
    assertThat(three.y).containsExactly(one.y);
    assertThat(three.dx).containsExactly(one.dx);
    assertThat(three.dKernel).containsExactly(one.dKernel);
    assertThat(three.dBias).containsExactly(one.dBias);
  }

  @Test
  void refusesSoftmaxWhichIsNotElementByElement() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Conv2D.of(5, 3)
                    .activation(Activation.SOFTMAX)
                    .bindWithPooling(Size.GENERAL.input, POOLING));
  }
}
