package io.github.digitkit.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConvolutionKernelsTest {
  private static final int RANDOM_GEOMETRIES = 16;

  /** Relative rounding error of a float operation. */
  private static final double UNIT = Math.ulp(1f) / 2;

  static Stream<Arguments> cases() {
    return KernelsUnderTest.available()
        .flatMap(
            kernels ->
                Stream.concat(networkGeometries(), randomGeometries())
                    .map(named -> Arguments.of(kernels.name(), named, kernels)));
  }

  private record Named(String name, Conv2DGeometry geometry, int images, long seed) {
    @Override
    public String toString() {
      return name + " " + geometry + " images=" + images + " seed=" + seed;
    }
  }

  private static Stream<Named> networkGeometries() {
    return Stream.of(
        named("conv1", Conv2DGeometry.of(28, 28, 1, 32, Window.square(3, 1), Padding.VALID), 2),
        named("conv2", Conv2DGeometry.of(13, 13, 32, 32, Window.square(3, 1), Padding.VALID), 2),
        named("conv3", Conv2DGeometry.of(11, 11, 32, 32, Window.square(5, 2), Padding.SAME), 5),
        named("conv4", Conv2DGeometry.of(6, 6, 32, 64, Window.square(3, 1), Padding.VALID), 5),
        named("conv5", Conv2DGeometry.of(4, 4, 64, 64, Window.square(3, 1), Padding.VALID), 7),
        named("conv6", Conv2DGeometry.of(2, 2, 64, 64, Window.square(5, 2), Padding.SAME), 17),
        named("dense", Conv2DGeometry.dense(64, 10), 33));
  }

  private static Named named(String name, Conv2DGeometry geometry, int images) {
    return new Named(name, geometry, images, name.hashCode());
  }

  private static Stream<Named> randomGeometries() {
    return IntStream.range(0, RANDOM_GEOMETRIES).mapToObj(seed -> randomGeometry(seed));
  }

  private static Named randomGeometry(long seed) {
    Random random = new Random(seed);
    Window window =
        new Window(
            1 + random.nextInt(5),
            1 + random.nextInt(5),
            1 + random.nextInt(3),
            1 + random.nextInt(3));
    Conv2DGeometry geometry =
        Conv2DGeometry.of(
            window.height() + random.nextInt(8),
            window.width() + random.nextInt(8),
            1 + random.nextInt(20),
            1 + random.nextInt(70),
            window,
            random.nextBoolean() ? Padding.SAME : Padding.VALID);
    return new Named("random", geometry, 1 + random.nextInt(9), seed);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void forwardIsTheDefinition(String kernelsName, Named named, Kernels kernels) {
    Data data = new Data(named);
    for (PointwiseActivation activation : PointwiseActivation.values()) {
      float[] y = data.forward(kernels, activation, named.images);
      double[] expected =
          ReferenceKernels.forward(
              named.geometry, data.x, data.kernel, data.bias, activation, named.images);
      assertClose(y, expected, named.geometry.kernelRows());
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void backwardInputIsTheDefinition(String kernelsName, Named named, Kernels kernels) {
    Data data = new Data(named);
    float[] dx = data.backwardInput(kernels, named.images);
    double[] expected =
        ReferenceKernels.backwardInput(named.geometry, data.dy, data.kernel, named.images);
    int terms =
        named.geometry.kernelHeight()
            * named.geometry.kernelWidth()
            * named.geometry.outputChannels();
    assertClose(dx, expected, terms);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void backwardKernelAddsTheDefinition(String kernelsName, Named named, Kernels kernels) {
    Data data = new Data(named);
    int rows = named.geometry.kernelRows();
    float[] dKernel = data.backwardKernel(kernels, 1.5f, rows);
    double[] expected =
        ReferenceKernels.backwardKernel(named.geometry, data.x, data.dy, named.images);
    for (int i = 0; i < expected.length; i++) {
      expected[i] += 1.5;
    }
    assertClose(dKernel, expected, named.images * named.geometry.outputPixels() + 1);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void theSplitDoesNotChangeABit(String kernelsName, Named named, Kernels kernels) {
    Data data = new Data(named);
    int rows = named.geometry.kernelRows();
    int cut = new Random(named.seed).nextInt(named.images + 1);
    PointwiseActivation relu = PointwiseActivation.RELU;
    assertThat(data.forward(kernels, relu, cut))
        .containsExactly(data.forward(kernels, relu, named.images));
    assertThat(data.backwardInput(kernels, cut))
        .containsExactly(data.backwardInput(kernels, named.images));
    assertThat(data.backwardKernel(kernels, 0, rows / 3))
        .containsExactly(data.backwardKernel(kernels, 0, rows));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void preparedConvolutionScalesAndShiftsAfterTheActivation(
      String kernelsName, Named named, Kernels kernels) {
    Conv2DGeometry g = named.geometry;
    Data data = new Data(named);
    float[] scale = data.numbers(g.outputChannels());
    float[] shift = data.numbers(g.outputChannels());
    PointwiseActivation relu = PointwiseActivation.RELU;
    double[] expected =
        ReferenceKernels.forward(g, data.x, data.kernel, data.bias, relu, named.images);
    for (int i = 0; i < expected.length; i++) {
      int channel = i % g.outputChannels();
      expected[i] = expected[i] * scale[channel] + shift[channel];
    }
    float[] y = new float[expected.length];
    Epilogue epilogue = new Epilogue(data.bias, relu, scale, shift);
    InferenceOperation operation = kernels.prepareConv2d(g, data.kernel, epilogue);
    operation.apply(data.x, y, 0, named.images, new Workspace());
    assertClose(y, expected, g.kernelRows() + 2);
  }

  /** The bound of a sum of terms of size about 1: grows with their number, not less than one. */
  private static void assertClose(float[] actual, double[] expected, int terms) {
    assertThat(actual).hasSameSizeAs(expected);
    double tolerance = 4 * UNIT * (terms + 4);
    for (int i = 0; i < actual.length; i++) {
      if (!(Math.abs(actual[i] - expected[i]) <= tolerance)) {
        assertThat((double) actual[i])
            .describedAs("element %d", i)
            .isCloseTo(expected[i], org.assertj.core.data.Offset.offset(tolerance));
      }
    }
  }

  /** Random operands; every run gets dirty outputs and scratch, so that nothing is left unset. */
  private static final class Data {
    private final Named named;
    private final Conv2DGeometry g;
    private final Random random;
    private final float[] x;
    private final float[] kernel;
    private final float[] bias;
    private final float[] dy;

    Data(Named named) {
      this.named = named;
      this.g = named.geometry;
      this.random = new Random(named.seed);
      this.x = numbers(named.images * g.inputSize());
      this.kernel = numbers(g.kernelSize());
      this.bias = numbers(g.outputChannels());
      this.dy = numbers(named.images * g.outputSize());
    }

    float[] numbers(int count) {
      float[] numbers = new float[count];
      for (int i = 0; i < count; i++) {
        numbers[i] = random.nextFloat() * 2 - 1;
      }
      return numbers;
    }

    float[] forward(Kernels kernels, PointwiseActivation activation, int cut) {
      float[] y = dirty(named.images * g.outputSize());
      Workspace workspace = dirtyWorkspace();
      kernels.conv2dForward(g, x, kernel, bias, activation, y, 0, cut, workspace);
      kernels.conv2dForward(g, x, kernel, bias, activation, y, cut, named.images, workspace);
      return y;
    }

    float[] backwardInput(Kernels kernels, int cut) {
      float[] dx = dirty(named.images * g.inputSize());
      Workspace workspace = dirtyWorkspace();
      kernels.conv2dBackwardInput(g, dy, kernel, dx, 0, cut, workspace);
      kernels.conv2dBackwardInput(g, dy, kernel, dx, cut, named.images, workspace);
      return dx;
    }

    float[] backwardKernel(Kernels kernels, float initial, int cut) {
      float[] dKernel = new float[g.kernelSize()];
      java.util.Arrays.fill(dKernel, initial);
      Workspace workspace = dirtyWorkspace();
      int rows = g.kernelRows();
      kernels.conv2dBackwardKernel(g, x, dy, dKernel, named.images, cut, rows, workspace);
      kernels.conv2dBackwardKernel(g, x, dy, dKernel, named.images, 0, cut, workspace);
      return dKernel;
    }

    private static float[] dirty(int count) {
      float[] numbers = new float[count];
      java.util.Arrays.fill(numbers, 1e6f);
      return numbers;
    }

    private static Workspace dirtyWorkspace() {
      Workspace workspace = new Workspace();
      for (int slot = 0; slot < 8; slot++) {
        java.util.Arrays.fill(workspace.floats(slot, 1 << 16), 1e6f);
      }
      return workspace;
    }
  }
}
