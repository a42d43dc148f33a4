package io.github.digitkit.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.nn.kernel.Padding;
import io.github.digitkit.nn.kernel.Window;
import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.nn.tensor.ShapeException;
import io.github.digitkit.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every layer promises. A new layer adds a row to {@link #layers} and its reference. */
class LayerContractTest {
  private static final int BATCH = 5;
  private static final long SEED = 20261123;
  private static final double STEP = 1e-5;

  static Stream<Arguments> layers() {
    return Stream.of(
        row(Conv2D.of(3, 3), Shape.of(5, 6, 2)),
        row(Conv2D.of(5, 3).activation(Activation.RELU), Shape.of(7, 5, 1)),
        row(Conv2D.of(4, 5).strides(2).padding(Padding.SAME), Shape.of(11, 11, 3)),
        row(Conv2D.of(4, 5).strides(2).padding(Padding.SAME), Shape.of(2, 2, 3)),
        row(
            new Conv2D(17, new Window(2, 3, 3, 1), Padding.SAME, Activation.RELU),
            Shape.of(4, 7, 2)),
        row(
            new Conv2D(2, new Window(1, 4, 2, 3), Padding.VALID, Activation.SOFTMAX),
            Shape.of(3, 8, 2)),
        row(Conv2D.of(33, 1), Shape.of(1, 1, 19)),
        row(Dense.of(10), Shape.of(7)),
        row(Dense.of(3).activation(Activation.RELU), Shape.of(20)),
        row(Dense.of(11).activation(Activation.SOFTMAX), Shape.of(64)),
        row(MaxPooling2D.of(2), Shape.of(5, 4, 3)),
        row(new MaxPooling2D(new Window(3, 2, 2, 1), Padding.SAME), Shape.of(6, 5, 2)),
        row(AveragePooling2D.of(2), Shape.of(5, 4, 3)),
        row(new AveragePooling2D(new Window(3, 2, 2, 1), Padding.SAME), Shape.of(6, 5, 2)),
        row(new GlobalAveragePooling2D(), Shape.of(3, 4, 5)),
        row(BatchNormalization.defaults(), Shape.of(4, 3, 6)),
        row(new BatchNormalization(0.5f, 1e-5f), Shape.of(9)),
        row(new Flatten(), Shape.of(2, 3, 4)),
        row(new ReLU(), Shape.of(3, 3, 2)),
        row(new LeakyReLU(0.3f), Shape.of(12)),
        row(new Softmax(), Shape.of(2, 5)));
  }

  static Stream<Arguments> layersAndDropout() {
    return Stream.concat(layers(), Stream.of(row(new Dropout(0.4f), Shape.of(3, 4, 2))));
  }

  private static Arguments row(Layer layer, Shape input) {
    return Arguments.of(layer, input);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void forwardEqualsItsDefinition(Layer layer, Shape input) {
    Run run = new Run(layer, input, BATCH, 1);
    double[] expected =
        ReferenceLayer.forward(
            layer, input, doubles(run.x.array()), parameters(run.workers), BATCH);
    assertClose(run.y.array(), expected, 1e-5);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void backwardEqualsCentralDifferencesOfTheDefinition(Layer layer, Shape input) {
    Run run = new Run(layer, input, BATCH, 1);
    double[] x = doubles(run.x.array());
    double[][] p = parameters(run.workers);
    assertClose(run.dx.array(), differences(x, x, run, p), 2e-4);
    for (int i = 0; i < p.length; i++) {
      if (run.workers.specs.get(i).trainable()) {
        assertClose(run.workers.gradients.get(i), differences(p[i], x, run, p), 2e-4);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("layersAndDropout")
  void outputHasThePromisedShapeAndEveryElementIsWritten(Layer layer, Shape input) {
    Workers workers = workers(layer, input, BATCH, 1);
    Tensor y = workers.newOutput();
    Arrays.fill(y.array(), Float.NaN);
    Tensor x = random(workers.newInput(), 1);
    workers.run(c -> workers.bound.forwardTraining(c, x, y));
    assertThat(y.shape()).isEqualTo(layer.outputShape(input).batchOf(BATCH));
    for (float value : y.array()) {
      assertThat(value).isFinite();
    }
  }

  @ParameterizedTest
  @MethodSource("layersAndDropout")
  void passesLeaveInputsAloneAndAddToGradients(Layer layer, Shape input) {
    Run once = new Run(layer, input, BATCH, 1);
    Tensor x = once.x.copy();
    Tensor y = once.y.copy();
    float[][] first = once.workers.gradients.stream().map(float[]::clone).toArray(float[][]::new);
    once.backward();
    assertThat(once.x).isEqualTo(x);
    assertThat(once.y).isEqualTo(y);
    for (int i = 0; i < first.length; i++) {
      if (once.workers.specs.get(i).trainable()) {
        float[] twice = once.workers.gradients.get(i);
        for (int j = 0; j < twice.length; j++) {
          assertThat(twice[j])
              .isCloseTo(2 * first[i][j], within(1e-4f * (1 + Math.abs(first[i][j]))));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("layersAndDropout")
  void anyNumberOfWorkersGivesTheSameBits(Layer layer, Shape input) {
    Run one = new Run(layer, input, BATCH, 1);
    for (int workers : new int[] {2, 3, 8}) {
      Run many = new Run(layer, input, BATCH, workers);
      assertThat(many.y).isEqualTo(one.y);
      assertThat(many.dx).isEqualTo(one.dx);
      for (int i = 0; i < one.workers.specs.size(); i++) {
        assertThat(many.workers.parameters.get(i)).isEqualTo(one.workers.parameters.get(i));
        if (one.workers.specs.get(i).trainable()) {
          assertThat(many.workers.gradients.get(i)).isEqualTo(one.workers.gradients.get(i));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("layersAndDropout")
  void predictionOfABatchIsThatOfItsSamples(Layer layer, Shape input) {
    Workers batch = workers(layer, input, BATCH, 2);
    Tensor x = random(batch.newInput(), 3);
    Tensor y = batch.newOutput();
    batch.run(c -> batch.bound.forward(c, x, y));
    Workers single = workers(layer, input, 1, 1);
    int size = layer.outputShape(input).size();
    for (int n = 0; n < BATCH; n++) {
      Tensor sample =
          Tensor.wrap(
              input.batchOf(1),
              Arrays.copyOfRange(x.array(), n * input.size(), (n + 1) * input.size()));
      Tensor alone = single.newOutput();
      single.run(c -> single.bound.forward(c, sample, alone));
      assertThat(alone.array())
          .usingComparatorWithPrecision(1e-6f)
          .containsExactly(Arrays.copyOfRange(y.array(), n * size, (n + 1) * size));
    }
  }

  @ParameterizedTest
  @MethodSource("layersAndDropout")
  void parametersAreInitializedFiniteAndNamedOnce(Layer layer, Shape input) {
    assertThat(layer.parameters(input)).extracting(ParameterSpec::name).doesNotHaveDuplicates();
    for (ParameterSpec spec : layer.parameters(input)) {
      float[] values = new float[spec.shape().size()];
      spec.initializer().initialize(values, new java.util.SplittableRandom(1));
      for (float value : values) {
        assertThat(value).isBetween(-2f, 2f);
      }
    }
  }

  @Test
  void refusesShapesThatItCannotTake() {
    assertThatThrownBy(() -> Conv2D.of(8, 3).outputShape(Shape.of(2, 28, 1)))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("3x3")
        .hasMessageContaining("height 2");
    assertThatThrownBy(() -> Conv2D.of(8, 3).outputShape(Shape.of(784)))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("(height, width, channels)")
        .hasMessageContaining("(784)");
    assertThatThrownBy(() -> Dense.of(10).outputShape(Shape.of(2, 2, 1)))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("Flatten");
    assertThatThrownBy(() -> MaxPooling2D.of(3).outputShape(Shape.of(4, 2, 1)))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("width 2");
    assertThatThrownBy(() -> new GlobalAveragePooling2D().outputShape(Shape.of(3)))
        .isInstanceOf(ShapeException.class);
  }

  @Test
  void refusesHyperParametersOutOfRange() {
    assertThatThrownBy(() -> new Dropout(1f)).hasMessageContaining("[0, 1)");
    assertThatThrownBy(() -> new Dropout(Float.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new BatchNormalization(2f, 1e-3f)).hasMessageContaining("momentum");
    assertThatThrownBy(() -> new BatchNormalization(0.9f, 0f)).hasMessageContaining("epsilon");
    assertThatThrownBy(() -> Conv2D.of(0, 3)).hasMessageContaining("filters");
    assertThatThrownBy(() -> Conv2D.of(1, 0)).hasMessageContaining("1x1");
    assertThatThrownBy(() -> Conv2D.of(1, 1).strides(0)).hasMessageContaining("strides");
    assertThatThrownBy(() -> Dense.of(-1)).hasMessageContaining("units");
  }

  @Test
  void dropoutKeepsTheExpectedShareAndScale() {
    Layer layer = new Dropout(0.4f);
    Shape input = Shape.of(10_000);
    Workers workers = workers(layer, input, 1, 1);
    Tensor x = workers.newInput();
    Arrays.fill(x.array(), 1f);
    Tensor y = workers.newOutput();
    workers.run(c -> workers.bound.forwardTraining(c, x, y));
    int kept = 0;
    for (float value : y.array()) {
      assertThat(value).isIn(0f, 1 / 0.6f);
      kept += value > 0 ? 1 : 0;
    }
    assertThat(kept).isBetween(5800, 6200);
    workers.run(c -> workers.bound.forward(c, x, y));
    assertThat(y.array()).containsOnly(1f);
  }

  @Test
  void batchNormalizationMovesItsStatisticsTowardsTheBatch() {
    Shape input = Shape.of(2);
    Workers workers = workers(new BatchNormalization(0.75f, 1e-3f), input, 2, 1);
    Arrays.fill(workers.parameters.get(2), 0f);
    Arrays.fill(workers.parameters.get(3), 1f);
    Tensor x = Tensor.wrap(input.batchOf(2), new float[] {1, 10, 3, 30});
    Tensor y = workers.newOutput();
    workers.run(c -> workers.bound.forwardTraining(c, x, y));
    // Means 2 and 20, biased variances 1 and 100.
    assertThat(workers.parameters.get(2)).containsExactly(0.5f, 5f);
    assertThat(workers.parameters.get(3)).containsExactly(1f, 25.75f);
  }

  /** One forward and backward pass on random numbers. */
  private static final class Run {
    final Workers workers;
    final Tensor x;
    final Tensor y;
    final Tensor dx;
    final float[] weights;

    Run(Layer layer, Shape input, int batch, int workerCount) {
      workers = workers(layer, input, batch, workerCount);
      x = random(workers.newInput(), 1);
      y = workers.newOutput();
      dx = workers.newInput();
      weights = random(workers.newOutput(), 2).array();
      workers.run(c -> workers.bound.forwardTraining(c, x, y));
      backward();
    }

    void backward() {
      Tensor dy = Tensor.wrap(y.shape(), weights.clone());
      workers.run(c -> workers.bound.backward(c, x, y, dy, dx));
    }
  }

  private static Workers workers(Layer layer, Shape input, int batch, int count) {
    Workers workers = new Workers(layer, input, Kernels.best(), batch, count);
    Random random = new Random(SEED);
    for (int i = 0; i < workers.specs.size(); i++) {
      boolean positive = workers.specs.get(i).name().contains("variance");
      for (int j = 0; j < workers.parameters.get(i).length; j++) {
        float value = random.nextFloat() - 0.5f;
        workers.parameters.get(i)[j] = positive ? Math.abs(value) + 0.5f : value;
      }
    }
    return workers;
  }

  private static Tensor random(Tensor tensor, long salt) {
    Random random = new Random(SEED + salt);
    for (int i = 0; i < tensor.array().length; i++) {
      tensor.array()[i] = random.nextFloat() * 2 - 1;
    }
    return tensor;
  }

  /** The gradient of {@code sum(weights * y)} with respect to a vector, by the reference. */
  private static double[] differences(double[] variable, double[] x, Run run, double[][] p) {
    double[] gradient = new double[variable.length];
    for (int i = 0; i < variable.length; i++) {
      double value = variable[i];
      variable[i] = value + STEP;
      double above = weighted(x, run, p);
      variable[i] = value - STEP;
      double below = weighted(x, run, p);
      variable[i] = value;
      gradient[i] = (above - below) / (2 * STEP);
    }
    return gradient;
  }

  private static double weighted(double[] x, Run run, double[][] p) {
    double[] y = ReferenceLayer.forward(run.workers.layer, run.workers.input, x, p, BATCH);
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += y[i] * run.weights[i];
    }
    return sum;
  }

  private static double[][] parameters(Workers workers) {
    return workers.parameters.stream().map(LayerContractTest::doubles).toArray(double[][]::new);
  }

  private static double[] doubles(float[] floats) {
    double[] doubles = new double[floats.length];
    for (int i = 0; i < floats.length; i++) {
      doubles[i] = floats[i];
    }
    return doubles;
  }

  private static void assertClose(float[] actual, double[] expected, double tolerance) {
    assertThat(actual).hasSize(expected.length);
    for (int i = 0; i < actual.length; i++) {
      assertThat((double) actual[i])
          .as("element %d", i)
          .isCloseTo(expected[i], within(tolerance * (1 + Math.abs(expected[i]))));
    }
  }
}
