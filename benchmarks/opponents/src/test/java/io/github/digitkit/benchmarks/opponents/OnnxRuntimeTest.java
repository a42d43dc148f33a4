package io.github.digitkit.benchmarks.opponents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.nn.Model;
import io.github.digitkit.nn.Parameters;
import io.github.digitkit.nn.Sequential;
import io.github.digitkit.nn.kernel.Kernels;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An independent engine computes what ours compute. */
class OnnxRuntimeTest {
  private static final int BATCH = 37;
  private static final float TOLERANCE = 1e-5f;

  private final Random random = new Random(7);

  @ParameterizedTest
  @ValueSource(strings = {"vector", "plain", "ejml"})
  void givesTheSameShares(String kernels) throws Exception {
    Model model = model().withKernels(Kernels.named(kernels));
    float[] pictures = new float[BATCH * model.inputSize()];
    for (int i = 0; i < pictures.length; i++) {
      pictures[i] = random.nextFloat();
    }
    float[] ours = new float[BATCH * model.classes()];
    float[] theirs = new float[ours.length];
    model.predict(pictures, BATCH, ours);
    try (Predictor onnx = new OnnxRuntimePredictor(OnnxFile.of(model), 1)) {
      onnx.predict(pictures, BATCH, theirs);
    }
    assertThat(ours).containsExactly(theirs, within(TOLERANCE));
    assertThat(ours).isNotEqualTo(new float[ours.length]);
  }

  /** Random weights, and averages of BatchNormalization that are not those of the start. */
  private Model model() {
    Sequential network = DigitNetworks.report();
    Parameters parameters = Parameters.initialized(network, 5);
    parameters
        .asMap()
        .forEach(
            (name, tensor) -> {
              if (!name.endsWith(".kernel")) {
                for (int i = 0; i < tensor.array().length; i++) {
                  tensor.array()[i] += random.nextFloat() / 2;
                }
              }
            });
    return Model.of(network, parameters, Map.of());
  }
}
