package io.github.digitkit.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Operations channel by channel and pooling, each against its formula. */
class ChannelKernelsTest {
  private static final int ROWS = 23;
  private static final int FROM = 3;
  private static final int TO = 20;
  private static final float UNTOUCHED = 77;

  static Stream<Arguments> kernelsAndChannels() {
    return KernelsUnderTest.available()
        .flatMap(
            kernels ->
                IntStream.of(1, 3, 10, 16, 32, 33, 64)
                    .mapToObj(channels -> Arguments.of(kernels.name(), channels, kernels)));
  }

  private static float[] numbers(int count, long seed) {
    Random random = new Random(seed);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      // Few different values, so that windows have several maxima.
      numbers[i] = (random.nextInt(17) - 8) / 4f;
    }
    return numbers;
  }

  private static float[] filled(int count) {
    float[] numbers = new float[count];
    java.util.Arrays.fill(numbers, UNTOUCHED);
    return numbers;
  }

  @ParameterizedTest(name = "{0}, {1} channels")
  @MethodSource("kernelsAndChannels")
  void columnSumsAddsTheColumnsOfTheRange(String name, int channels, Kernels kernels) {
    float[] matrix = numbers(ROWS * channels, 1);
    int from = channels / 3;
    float[] sums = filled(channels);
    kernels.columnSums(matrix, ROWS, channels, sums, from, channels);
    for (int k = 0; k < channels; k++) {
      float expected = UNTOUCHED;
      for (int row = 0; row < ROWS && k >= from; row++) {
        expected += matrix[row * channels + k];
      }
      assertThat(sums[k]).isEqualTo(expected);
    }
  }

  @ParameterizedTest(name = "{0}, {1} channels")
  @MethodSource("kernelsAndChannels")
  void reluBackwardKeepsGradientsOfPositiveOutputs(String name, int channels, Kernels kernels) {
    float[] y = numbers(ROWS * channels, 2);
    float[] dy = numbers(ROWS * channels, 3);
    float[] dx = dy.clone();
    kernels.reluBackward(y, dx, FROM, ROWS * channels - 1);
    for (int i = 0; i < dx.length; i++) {
      boolean inRange = i >= FROM && i < dx.length - 1;
      assertThat(dx[i]).isEqualTo(inRange && y[i] <= 0 ? 0 : dy[i]);
    }
  }

  @ParameterizedTest(name = "{0}, {1} channels")
  @MethodSource("kernelsAndChannels")
  void momentAndGradientSumsAddTheRowsOfTheRange(String name, int channels, Kernels kernels) {
    float[] x = numbers(ROWS * channels, 4);
    float[] dy = numbers(ROWS * channels, 5);
    double[] moments = new double[2 * channels];
    double[] gradients = new double[2 * channels];
    moments[0] = 5;
    gradients[0] = 5;
    kernels.momentSums(x, channels, moments, FROM, TO);
    kernels.gradientSums(x, dy, channels, gradients, FROM, TO);
    moments[0] -= 5;
    gradients[0] -= 5;
    for (int k = 0; k < channels; k++) {
      double[] sums = new double[4];
      for (int row = FROM; row < TO; row++) {
        double value = x[row * channels + k];
        double gradient = dy[row * channels + k];
        sums[0] += value;
        sums[1] += value * value;
        sums[2] += gradient;
        sums[3] += gradient * value;
      }
      assertThat(moments[k]).isCloseTo(sums[0], within(1e-9));
      assertThat(moments[channels + k]).isCloseTo(sums[1], within(1e-9));
      assertThat(gradients[k]).isCloseTo(sums[2], within(1e-9));
      assertThat(gradients[channels + k]).isCloseTo(sums[3], within(1e-9));
    }
  }

  @ParameterizedTest(name = "{0}, {1} channels")
  @MethodSource("kernelsAndChannels")
  void scaleShiftAndScaleAddShiftFollowTheirFormula(String name, int channels, Kernels kernels) {
    float[] x = numbers(ROWS * channels, 6);
    float[] dy = numbers(ROWS * channels, 7);
    // Longer than the channels, as scratch arrays are.
    float[] a = numbers(channels + 5, 8);
    float[] b = numbers(channels + 5, 9);
    float[] c = numbers(channels + 5, 10);
    float[] y = filled(ROWS * channels);
    float[] dx = filled(ROWS * channels);
    kernels.scaleShift(x, channels, a, b, y, FROM, TO);
    kernels.scaleAddShift(dy, x, channels, a, b, c, dx, FROM, TO);
    for (int i = 0; i < y.length; i++) {
      int k = i % channels;
      boolean inRange = i >= FROM * channels && i < TO * channels;
      // The numbers are quarters: no rounding happens.
      assertThat(y[i]).isEqualTo(inRange ? x[i] * a[k] + b[k] : UNTOUCHED);
      assertThat(dx[i]).isEqualTo(inRange ? dy[i] * a[k] + x[i] * b[k] + c[k] : UNTOUCHED);
    }
  }

  static Stream<Arguments> poolings() {
    return kernelsAndChannels()
        .flatMap(
            arguments -> {
              int channels = (int) arguments.get()[1];
              return Stream.of(
                      Pool2DGeometry.of(6, 8, channels, Window.square(2, 2), Padding.VALID),
                      Pool2DGeometry.of(7, 5, channels, Window.square(2, 2), Padding.VALID),
                      Pool2DGeometry.of(7, 5, channels, new Window(3, 2, 2, 1), Padding.SAME),
                      Pool2DGeometry.of(9, 9, channels, new Window(2, 3, 3, 4), Padding.SAME))
                  .map(g -> Arguments.of(arguments.get()[0], g, arguments.get()[2]));
            });
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("poolings")
  void maxPoolingTakesTheFirstMaximum(String name, Pool2DGeometry g, Kernels kernels) {
    int images = 3;
    float[] x = numbers(images * g.inputSize(), 11);
    float[] dy = numbers(images * g.outputSize(), 12);
    float[] y = filled(images * g.outputSize());
    float[] dx = filled(images * g.inputSize());
    kernels.maxPoolForward(g, x, y, 1, images);
    kernels.maxPoolBackward(g, x, y, dy, dx, 1, images);
    float[] expectedY = filled(y.length);
    float[] expectedDx = new float[dx.length];
    java.util.Arrays.fill(expectedDx, 0, g.inputSize(), UNTOUCHED);
    for (int out = g.outputSize(); out < y.length; out++) {
      int best = -1;
      for (int index : window(g, out)) {
        best = best < 0 || x[index] > x[best] ? index : best;
      }
      expectedY[out] = x[best];
      expectedDx[best] += dy[out];
    }
    assertThat(y).containsExactly(expectedY);
    assertThat(dx).containsExactly(expectedDx);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("poolings")
  void averagePoolingSharesEqually(String name, Pool2DGeometry g, Kernels kernels) {
    int images = 3;
    float[] x = numbers(images * g.inputSize(), 13);
    float[] dy = numbers(images * g.outputSize(), 14);
    float[] y = filled(images * g.outputSize());
    float[] dx = filled(images * g.inputSize());
    kernels.averagePoolForward(g, x, y, 1, images);
    kernels.averagePoolBackward(g, dy, dx, 1, images);
    double[] expectedDx = new double[dx.length];
    java.util.Arrays.fill(expectedDx, 0, g.inputSize(), UNTOUCHED);
    for (int out = g.outputSize(); out < y.length; out++) {
      int[] window = window(g, out);
      double sum = 0;
      for (int index : window) {
        sum += x[index];
        expectedDx[index] += (double) dy[out] / window.length;
      }
      assertThat((double) y[out]).isCloseTo(sum / window.length, within(1e-6));
    }
    for (int i = 0; i < dx.length; i++) {
      assertThat((double) dx[i]).isCloseTo(expectedDx[i], within(1e-5));
    }
  }

  /** The input elements of an output element's window, in reading order. */
  private static int[] window(Pool2DGeometry g, int out) {
    int channel = out % g.channels();
    int column = out / g.channels() % g.outputWidth();
    int row = out / g.channels() / g.outputWidth() % g.outputHeight();
    int n = out / g.outputSize();
    return IntStream.range(0, g.inputHeight() * g.inputWidth())
        .filter(
            pixel -> {
              int i = pixel / g.inputWidth() - (row * g.strideHeight() - g.padTop());
              int j = pixel % g.inputWidth() - (column * g.strideWidth() - g.padLeft());
              return i >= 0 && i < g.poolHeight() && j >= 0 && j < g.poolWidth();
            })
        .map(pixel -> n * g.inputSize() + pixel * g.channels() + channel)
        .toArray();
  }
}
