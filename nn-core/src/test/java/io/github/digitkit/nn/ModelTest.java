package io.github.digitkit.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.nn.kernel.Workspace;
import io.github.digitkit.nn.layer.AveragePooling2D;
import io.github.digitkit.nn.layer.Conv2D;
import io.github.digitkit.nn.layer.GlobalAveragePooling2D;
import io.github.digitkit.nn.layer.LayerContext;
import io.github.digitkit.nn.layer.ReLU;
import io.github.digitkit.nn.layer.Softmax;
import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ModelTest {
  private static final Sequential MIXED =
      Sequential.builder(Shape.of(9, 8, 1))
          .add(Conv2D.of(5, 3))
          .addBatchNormalization()
          .add(new ReLU())
          .add(AveragePooling2D.of(2))
          .add(Conv2D.of(6, 2))
          .add(new GlobalAveragePooling2D())
          .add(new Softmax())
          .build();

  @Test
  void fusedPlanEqualsLayerByLayer() {
    for (Sequential network : List.of(DigitNetworks.report(), MIXED)) {
      Model model = model(network, 7);
      int count = 19; // more than one chunk, and a rest
      float[] samples = random(count * model.inputSize(), 1);
      float[] fused = new float[count * model.classes()];
      model.predict(samples, count, fused);
      float[] expected = layerByLayer(network, model.parameters(), samples, count);
      for (int i = 0; i < expected.length; i++) {
        assertThat(fused[i]).isCloseTo(expected[i], within(1e-5f));
      }
    }
  }

  @Test
  void softmaxOfLogitsIsThePrediction() {
    Model model = model(DigitNetworks.report(), 8);
    float[] samples = random(3 * model.inputSize(), 2);
    float[] logits = new float[30];
    float[] probabilities = new float[30];
    model.logits(samples, 3, logits);
    model.predict(samples, 3, probabilities);
    for (int n = 0; n < 3; n++) {
      double sum = 0;
      for (int k = 0; k < 10; k++) {
        sum += Math.exp(logits[n * 10 + k]);
      }
      for (int k = 0; k < 10; k++) {
        assertThat((double) probabilities[n * 10 + k])
            .isCloseTo(Math.exp(logits[n * 10 + k]) / sum, within(1e-5));
      }
    }
  }

  @Test
  void eightThreadsGetTheBitsThatOneGets() throws Exception {
    Model model = model(DigitNetworks.report(), 9);
    int count = 33;
    float[] samples = random(count * model.inputSize(), 3);
    float[] expected = new float[count * 10];
    model.predict(samples, count, expected);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<float[]>> answers = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        answers.add(
            threads.submit(
                () -> {
                  float[] own = new float[count * 10];
                  model.predict(samples, count, own);
                  return own;
                }));
      }
      for (Future<float[]> answer : answers) {
        assertThat(answer.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
    float[] parallel = new float[count * 10];
    model.predictInParallel(samples, count, parallel);
    assertThat(parallel).isEqualTo(expected);
  }

  @Test
  void keepsItsWeightsToItself() {
    Sequential network = DigitNetworks.report();
    Parameters parameters = Parameters.initialized(network, 1);
    Model model = Model.of(network, parameters, Map.of("recipe", "none"));
    float[] before = new float[10];
    model.predict(new float[784], 1, before);
    parameters.asMap().values().forEach(tensor -> Arrays.fill(tensor.array(), 5f));
    model.parameters().asMap().values().forEach(tensor -> Arrays.fill(tensor.array(), 5f));
    float[] after = new float[10];
    model.predict(new float[784], 1, after);
    assertThat(after).isEqualTo(before);
    assertThatThrownBy(() -> model.metadata().put("a", "b"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void refusesArraysThatAreTooShort() {
    Model model = model(DigitNetworks.report(), 1);
    assertThatThrownBy(() -> model.predict(new float[784], 2, new float[20]))
        .hasMessageContaining("2 samples of 784")
        .hasMessageContaining("784");
    assertThatThrownBy(() -> model.predict(new float[784], 1, new float[9]))
        .hasMessageContaining("1 x 10")
        .hasMessageContaining("9");
    assertThatThrownBy(() -> model.predict(new float[784], -1, new float[9]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void upToGivesALayersActivations() {
    Model model = model(DigitNetworks.report(), 4);
    Model features = model.upTo("flatten");
    float[] sample = random(784, 5);
    float[] activations = new float[64];
    features.predict(sample, 1, activations);
    float[] expected = layerByLayer(features.network(), features.parameters(), sample, 1);
    for (int i = 0; i < expected.length; i++) {
      assertThat(activations[i]).isCloseTo(expected[i], within(1e-4f));
    }
  }

  static Model model(Sequential network, long seed) {
    Parameters parameters = Parameters.initialized(network, seed);
    Random random = new Random(seed);
    parameters
        .asMap()
        .forEach(
            (name, tensor) -> {
              if (!name.endsWith("kernel")) {
                for (int i = 0; i < tensor.array().length; i++) {
                  tensor.array()[i] = 0.5f + random.nextFloat();
                }
              }
            });
    return Model.of(network, parameters, Map.of("seed", Long.toString(seed)));
  }

  private static float[] random(int size, long seed) {
    Random random = new Random(seed);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }

  private static float[] layerByLayer(
      Sequential network, Parameters parameters, float[] samples, int count) {
    Tensor x = Tensor.wrap(network.inputShape().batchOf(count), samples.clone());
    for (int i = 0; i < network.nodes().size(); i++) {
      Sequential.Node node = network.nodes().get(i);
      Tensor y = Tensor.zeros(node.output().batchOf(count));
      node.layer().bind(node.input()).forward(new Context(parameters.ofNode(i), count), x, y);
      x = y;
    }
    return x.array();
  }

  private record Context(List<Tensor> parameters, int to) implements LayerContext {
    @Override
    public Kernels kernels() {
      return Kernels.best();
    }

    @Override
    public Workspace workspace() {
      return new Workspace();
    }

    @Override
    public int from() {
      return 0;
    }

    @Override
    public float[] parameter(int index) {
      return parameters.get(index).array();
    }
  }
}
