package io.github.digitkit.recognizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.digitkit.nn.Classifier;
import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.nn.Model;
import io.github.digitkit.nn.ModelFile;
import io.github.digitkit.nn.ModelFileException;
import io.github.digitkit.nn.Parameters;
import io.github.digitkit.nn.Sequential;
import io.github.digitkit.nn.layer.Dense;
import io.github.digitkit.nn.tensor.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The network alone, for pictures in MNIST's form. */
class ClassifierTest {
  private static final int COUNT = 5;
  private static final int AREA = DigitNetworks.SIDE * DigitNetworks.SIDE;
  private static final Model FIRST = model(DigitNetworks.report(), "3");
  private static final Model SECOND = model(DigitNetworks.reportWithNoDigitClass(), "0.2");

  @TempDir private Path folder;

  @Test
  void probabilitiesAreSoftmaxOfTheDigitsLogitsOverTheTemperature() throws IOException {
    float[] logits = new float[COUNT * 11];
    SECOND.logits(pictures(), COUNT, logits);
    float[] probabilities = predict(1, SECOND);
    for (int n = 0; n < COUNT; n++) {
      double sum = 0;
      for (int k = 0; k < 10; k++) {
        sum += Math.exp(logits[n * 11 + k] / 0.2);
      }
      for (int k = 0; k < 10; k++) {
        double expected = Math.exp(logits[n * 11 + k] / 0.2) / sum;
        assertThat((double) probabilities[n * 10 + k]).isCloseTo(expected, within(1e-6));
      }
    }
  }

  @Test
  void severalModelsAnswerTheMeanOfTheirProbabilities() throws IOException {
    float[] first = predict(1, FIRST);
    float[] second = predict(1, SECOND);
    float[] mean = new float[first.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = first[i] / 2 + second[i] / 2;
    }
    assertThat(predict(1, FIRST, SECOND)).isEqualTo(mean).isNotEqualTo(first);
  }

  @Test
  void viewsAreAveragedAndTheFirstIsThePictureItself() throws IOException {
    float[] twice = predict(2, SECOND);
    float[] raised = new float[COUNT * AREA];
    Views.draw(1, pictures(), raised, COUNT);
    float[] ofRaised = new float[COUNT * 10];
    classifier(1, SECOND).predict(raised, COUNT, ofRaised);
    float[] plain = predict(1, SECOND);
    for (int i = 0; i < twice.length; i++) {
      assertThat(twice[i]).isCloseTo((plain[i] + ofRaised[i]) / 2, within(1e-6f));
    }
    assertThat(twice).isNotEqualTo(plain);
  }

  @Test
  void onlyPicturesInDoubtGetAllViewsIfNoNumberWasChosen() throws IOException {
    float[] pictures = clearDigitsAndNoise();
    int count = pictures.length / AREA;
    float[] chosen = new float[count * 10];
    float[] once = new float[count * 10];
    float[] seven = new float[count * 10];
    DigitRecognizer.load().classifier().predict(pictures, count, chosen);
    DigitRecognizer.builder().views(1).build().classifier().predict(pictures, count, once);
    DigitRecognizer.builder().views(7).build().classifier().predict(pictures, count, seven);
    int clear = 0;
    for (int n = 0; n < count; n++) {
      boolean isClear = highest(once, n) >= 0.9f;
      assertThat(row(chosen, n)).as("picture %d", n).isEqualTo(row(isClear ? once : seven, n));
      clear += isClear ? 1 : 0;
    }
    assertThat(clear).isBetween(1, count - 1);
  }

  @Test
  void aModelInMemoryAnswersLikeTheSameOneFromAFile() throws IOException {
    Path file = folder.resolve("second.safetensors");
    ModelFile.save(SECOND, file);
    DigitRecognizer fromFile = DigitRecognizer.load(file);
    DigitRecognizer fromMemory = DigitRecognizer.builder().model(SECOND).build();
    assertThat(fromMemory.recognizeAll(Drawings.all()))
        .isEqualTo(fromFile.recognizeAll(Drawings.all()));
    assertThat(fromMemory.metadata()).isEqualTo(fromFile.metadata());
  }

  @Test
  void aModelThatReadsNoDigitsIsRefused() {
    Model other = model(Sequential.builder(Shape.of(784)).add(Dense.of(3)).build(), "1");
    assertThatThrownBy(() -> DigitRecognizer.builder().model(other).build())
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("10 or 11 classes");
  }

  @Test
  void arraysThatAreTooShortAreRefusedBeforeAnythingIsWritten() throws IOException {
    Classifier classifier = classifier(7, SECOND);
    float[] untouched = {7};
    assertThatThrownBy(() -> classifier.predict(new float[AREA], 2, new float[20]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("samples must have at least 1568 floats, but has 784");
    assertThatThrownBy(() -> classifier.predict(new float[AREA], 1, untouched))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("probabilities must have at least 10 floats, but has 1");
    assertThat(untouched).containsExactly(7);
    classifier.predict(new float[0], 0, new float[0]);
  }

  private static float[] clearDigitsAndNoise() {
    List<Recognition> digits = DigitRecognizer.load().recognizeAll(Drawings.all());
    float[] pictures = Arrays.copyOf(pictures(), (COUNT + digits.size()) * AREA);
    for (int n = 0; n < digits.size(); n++) {
      for (int i = 0; i < AREA; i++) {
        int level = digits.get(n).seen().get(i % DigitNetworks.SIDE, i / DigitNetworks.SIDE);
        pictures[(COUNT + n) * AREA + i] = level / 255f;
      }
    }
    return pictures;
  }

  private static float[] row(float[] probabilities, int n) {
    return Arrays.copyOfRange(probabilities, n * 10, n * 10 + 10);
  }

  private static float highest(float[] probabilities, int n) {
    float highest = 0;
    for (float probability : row(probabilities, n)) {
      highest = Math.max(highest, probability);
    }
    return highest;
  }

  private static float[] predict(int views, Model... models) throws IOException {
    float[] probabilities = new float[COUNT * 10];
    Arrays.fill(probabilities, 7);
    classifier(views, models).predict(pictures(), COUNT, probabilities);
    return probabilities;
  }

  private static Classifier classifier(int views, Model... models) throws IOException {
    DigitRecognizer.Builder builder = DigitRecognizer.builder().views(views);
    for (Model model : models) {
      builder.model(model);
    }
    return builder.build().classifier();
  }

  private static float[] pictures() {
    Random random = new Random(20261127);
    float[] pictures = new float[COUNT * AREA];
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
