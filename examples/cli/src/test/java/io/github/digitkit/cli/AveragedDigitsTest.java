package io.github.digitkit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.nn.Model;
import io.github.digitkit.nn.Parameters;
import io.github.digitkit.nn.Sequential;
import io.github.digitkit.nn.layer.Dense;
import io.github.digitkit.nn.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AveragedDigitsTest {
  private static final int COUNT = 5;
  private static final Model FIRST = model(DigitNetworks.report(), "3");
  private static final Model SECOND = model(DigitNetworks.reportWithNoDigitClass(), "0.2");

  @Test
  void probabilitiesAreTheMeanOfTheCalibratedOnes() {
    float[] first = probabilities(List.of(FIRST));
    float[] second = probabilities(List.of(SECOND));
    float[] mean = new float[first.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (first[i] + second[i]) / 2;
    }
    assertThat(probabilities(List.of(FIRST, SECOND))).isEqualTo(mean).isNotEqualTo(first);
  }

  @Test
  void oneModelAloneGivesItsOwnBits() {
    float[] alone = new float[COUNT * 10];
    CalibratedDigits.of(SECOND).predict(pictures(), COUNT, alone);
    assertThat(probabilities(List.of(SECOND))).isEqualTo(alone);
  }

  @Test
  void modelsOfOtherPicturesOrDigitsAreRefused() {
    Model other = model(Sequential.builder(Shape.of(784)).add(Dense.of(3)).build(), "1");
    assertThatThrownBy(() -> AveragedDigits.of(List.of(FIRST, other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("784 to 10 and 784 to 3");
    assertThatThrownBy(() -> AveragedDigits.of(List.of())).hasMessageContaining("no model");
  }

  private static float[] probabilities(List<Model> models) {
    AveragedDigits digits = AveragedDigits.of(models);
    float[] probabilities = new float[COUNT * digits.classes()];
    java.util.Arrays.fill(probabilities, 7);
    digits.predict(pictures(), COUNT, probabilities);
    return probabilities;
  }

  private static float[] pictures() {
    Random random = new Random(20261127);
    float[] pictures = new float[COUNT * DigitNetworks.SIDE * DigitNetworks.SIDE];
    for (int i = 0; i < pictures.length; i++) {
      pictures[i] = random.nextFloat();
    }
    return pictures;
  }

  private static Model model(Sequential network, String temperature) {
    return Model.of(
        network, Parameters.initialized(network, 1), Map.of("temperature", temperature));
  }
}
