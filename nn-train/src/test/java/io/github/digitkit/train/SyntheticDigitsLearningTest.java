package io.github.digitkit.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.digitkit.nn.Model;
import io.github.digitkit.nn.Sequential;
import io.github.digitkit.nn.layer.Activation;
import io.github.digitkit.nn.layer.BatchNormalization;
import io.github.digitkit.nn.layer.Conv2D;
import io.github.digitkit.nn.layer.Dense;
import io.github.digitkit.nn.layer.Flatten;
import io.github.digitkit.nn.layer.MaxPooling2D;
import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.train.data.synthetic.SyntheticDigits;
import io.github.digitkit.train.metric.Evaluator;
import io.github.digitkit.train.schedule.Cosine;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SyntheticDigitsLearningTest {

  @Test
  void aSmallNetworkLearnsDrawnDigitsInSeconds() throws IOException {
    Sequential network =
        Sequential.builder(Shape.of(28, 28, 1))
            .add(Conv2D.of(8, 5).strides(2).activation(Activation.RELU))
            .add(MaxPooling2D.of(2))
            .add(new BatchNormalization(0.9f, 1e-3f))
            .add(new Flatten())
            .add(Dense.of(64).activation(Activation.RELU))
            .add(Dense.of(10).activation(Activation.SOFTMAX))
            .build();
    TrainingSettings settings =
        TrainingSettings.defaults().withEpochs(6).withSchedule(new Cosine(0.005, 0.1));
    try (Trainer trainer = Trainer.builder(network).settings(settings).build()) {
      Model model = trainer.fit(SyntheticDigits.balanced(2000, 1)).model();
      double accuracy = Evaluator.evaluate(model, SyntheticDigits.balanced(1000, 2), 2).accuracy();
      assertThat(accuracy).isGreaterThan(0.9);
    }
  }
}
