package io.github.digitkit.train.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.nn.Parameters;
import io.github.digitkit.nn.Sequential;
import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.nn.kernel.Padding;
import io.github.digitkit.nn.layer.Activation;
import io.github.digitkit.nn.layer.Conv2D;
import io.github.digitkit.nn.layer.Dense;
import io.github.digitkit.nn.layer.Dropout;
import io.github.digitkit.nn.layer.Flatten;
import io.github.digitkit.nn.layer.MaxPooling2D;
import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.train.loss.CategoricalCrossEntropy;
import io.github.digitkit.train.loss.SmoothedLabels;
import io.github.digitkit.train.optimizer.Adam;
import io.github.digitkit.train.parallel.WorkerTeam;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Gradients of whole networks against central differences of a double-precision reference. */
class NetworkGradientTest {
  private static final long SEED = 42;
  private static final double H = 1e-5;

  @Test
  void everyGradientOfASmallNetworkIsRight() {
    Sequential network =
        Sequential.builder(Shape.of(11, 9, 2))
            .add(Conv2D.of(3, 3).activation(Activation.RELU))
            .add(MaxPooling2D.of(2))
            .addBatchNormalization()
            .add(Conv2D.of(4, 3).strides(2).padding(Padding.SAME).activation(Activation.RELU))
            .addBatchNormalization()
            .add(new Flatten())
            .add(Dense.of(6).activation(Activation.RELU))
            .add(Dense.of(5).activation(Activation.SOFTMAX))
            .build();
    check(network, 12, Integer.MAX_VALUE);
  }

  @Test
  void gradientsOfTheReportsNetworkAreRight() {
    // Dropout draws at random: the layer's own tests check its gradient.
    Sequential.Builder builder = Sequential.builder(Shape.of(28, 28, 1));
    DigitNetworks.report().nodes().stream()
        .filter(node -> !(node.layer() instanceof Dropout))
        .forEach(node -> builder.add(node.name(), node.layer()));
    check(builder.build(), 6, 2);
  }

  private static void check(Sequential network, int batch, int elementsPerArray) {
    SplittableRandom random = new SplittableRandom(SEED);
    float[] images = new float[batch * network.inputShape().size()];
    for (int i = 0; i < images.length; i++) {
      images[i] = (float) random.nextDouble();
    }
    int[] labels = new int[batch];
    java.util.Arrays.setAll(labels, i -> random.nextInt(network.outputShape().size()));

    TrainingState state =
        new TrainingState(network, Parameters.initialized(network, SEED), Adam.defaults(), 0);
    ReferenceNetwork reference = new ReferenceNetwork(network, state.parameters());
    try (WorkerTeam team = new WorkerTeam(2)) {
      TrainingStep step =
          new TrainingStep(
              state,
              new TrainingStep.Objective(new CategoricalCrossEntropy(), SmoothedLabels.oneHot()),
              Kernels.named("plain"),
              team,
              batch,
              SEED);
      int size = network.inputShape().size();
      step.computeGradients(
          (worker, from, to, target, classOf) -> {
            System.arraycopy(images, from * size, target, from * size, (to - from) * size);
            System.arraycopy(labels, from, classOf, from, to - from);
          },
          batch);
      assertThat(step.meanLoss()).isCloseTo(reference.loss(images, labels), within(1e-5));
      compare(state, step, reference, images, labels, elementsPerArray, random);
    }
  }

  private static void compare(
      TrainingState state,
      TrainingStep step,
      ReferenceNetwork reference,
      float[] images,
      int[] labels,
      int elementsPerArray,
      SplittableRandom random) {
    for (int a = 0; a < state.arrays().size(); a++) {
      TrainingState.LearnedArray array = state.arrays().get(a);
      float[] gradient = step.parameterGradients().get(a);
      int checks = array.trainable() ? Math.min(elementsPerArray, gradient.length) : 0;
      double scale = largest(gradient);
      for (int n = 0; n < checks; n++) {
        int i = checks == gradient.length ? n : random.nextInt(gradient.length);
        double expected = difference(reference, array.name(), i, images, labels);
        assertThat((double) gradient[i])
            .as("%s[%d], seed %d", array.name(), i, SEED)
            .isCloseTo(expected, within(1e-6 + 1e-4 * scale));
      }
    }
  }

  private static double largest(float[] values) {
    double largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static double difference(
      ReferenceNetwork reference, String name, int i, float[] images, int[] labels) {
    double[] values = reference.parameter(name);
    double value = values[i];
    values[i] = value + H;
    double up = reference.loss(images, labels);
    values[i] = value - H;
    double down = reference.loss(images, labels);
    values[i] = value;
    return (up - down) / (2 * H);
  }
}
