package io.github.digitkit.recognizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.nn.Model;
import io.github.digitkit.nn.ModelFile;
import io.github.digitkit.nn.ModelFileException;
import io.github.digitkit.nn.Parameters;
import io.github.digitkit.nn.Sequential;
import io.github.digitkit.nn.layer.Dense;
import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.recognizer.image.GrayImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitRecognizerTest {
  private static final DigitRecognizer RECOGNIZER = DigitRecognizer.load();

  @TempDir private Path folder;

  @Test
  void readsPlainlyDrawnDigits() {
    assertThat(RECOGNIZER.recognize(Drawings.one()).digit()).isEqualTo(1);
    assertThat(RECOGNIZER.recognize(Drawings.zero()).digit()).isZero();
    assertThat(RECOGNIZER.recognize(Drawings.four()).digit()).isEqualTo(4);
    assertThat(RECOGNIZER.recognize(Drawings.seven()).digit()).isEqualTo(7);
  }

  @Test
  void theMainDigitIsReadInEitherPolarity() {
    for (GrayImage drawing : Drawings.all()) {
      Recognition dark = RECOGNIZER.recognize(drawing);
      Recognition light = RECOGNIZER.recognize(Drawings.inverted(drawing));
      assertThat(light.digit()).isEqualTo(dark.digit());
      assertThat(dark.accepted()).isTrue();
    }
  }

  @Test
  void probabilitiesBelongToTheAnswer() {
    Recognition answer = RECOGNIZER.recognize(Drawings.seven());
    assertThat(answer.probabilities()).hasSize(10).allMatch(p -> p >= 0 && p <= 1);
    assertThat(answer.probabilities().stream().mapToDouble(p -> p).sum())
        .isLessThanOrEqualTo(1 + 1e-6);
    assertThat(answer.confidence()).isEqualTo(answer.probabilities().get(answer.digit()));
    assertThat(answer.top(3)).hasSize(3).startsWith(answer.digit());
    assertThat(answer.seen().width()).isEqualTo(28);
  }

  @Test
  void emptyPaperIsBlank() {
    byte[] white = new byte[60 * 40];
    Arrays.fill(white, (byte) 250);
    assertThat(RECOGNIZER.recognize(GrayImage.of(60, 40, white)).rejected())
        .contains(RejectReason.BLANK);
    assertThat(RECOGNIZER.recognize(GrayImage.of(1, 1, new byte[1])).rejected())
        .contains(RejectReason.BLANK);
  }

  @Test
  void manyAtOnceAreTheSameBitsAsOneByOne() {
    List<GrayImage> drawings = Drawings.all();
    List<Recognition> together = RECOGNIZER.recognizeAll(drawings);
    for (int i = 0; i < drawings.size(); i++) {
      assertThat(RECOGNIZER.recognize(drawings.get(i))).isEqualTo(together.get(i));
    }
    assertThat(RECOGNIZER.recognizeAll(List.of())).isEmpty();
  }

  @Test
  void eightThreadsGetTheSameBits() throws Exception {
    List<Recognition> expected = RECOGNIZER.recognizeAll(Drawings.all());
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<List<Recognition>>> answers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        answers.add(
            threads.submit(() -> Drawings.all().stream().map(RECOGNIZER::recognize).toList()));
      }
      for (Future<List<Recognition>> answer : answers) {
        assertThat(answer.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void viewsAndSeveralModelsAverage() throws IOException {
    Path first = saved(DigitNetworks.report(), 1);
    Path second = saved(DigitNetworks.reportWithNoDigitClass(), 2);
    // Normalised already: nothing but the models' views decides.
    GrayImage drawing = RECOGNIZER.recognize(Drawings.four()).seen();
    Recognition a = DigitRecognizer.load(first).recognize(drawing);
    Recognition b = DigitRecognizer.load(second).recognize(drawing);
    Recognition both =
        DigitRecognizer.builder().model(first).model(second).build().recognize(drawing);
    for (int k = 0; k < 10; k++) {
      assertThat(both.probabilities().get(k))
          .isCloseTo((a.probabilities().get(k) + b.probabilities().get(k)) / 2, within(1e-6));
    }
    assertThat(DigitRecognizer.builder().views(7).build().recognize(drawing).digit()).isEqualTo(4);
    assertThatThrownBy(() -> DigitRecognizer.builder().views(8)).hasMessageContaining("1 to 7");
  }

  @Test
  void aShadowAcrossThePaperIsSeenThrough() {
    GrayImage seven = Drawings.seven();
    byte[] pixels = seven.toByteArray();
    for (int i = 0; i < pixels.length; i++) {
      boolean shaded = i % seven.width() + i / seven.width() > 110;
      pixels[i] = (byte) ((pixels[i] & 0xff) * (shaded ? 0.45 : 1));
    }
    GrayImage image = GrayImage.of(seven.width(), seven.height(), pixels);
    Recognition answer = RECOGNIZER.recognize(image);
    assertThat(answer.digit()).isEqualTo(7);
    assertThat(answer.accepted()).isTrue();
  }

  @Test
  void aBlotWithoutADigitIsRefused() {
    byte[] pixels = new byte[120 * 120];
    for (int i = 0; i < pixels.length; i++) {
      double fromMiddle = Math.hypot(i % 120 - 70, i / 120 - 65);
      pixels[i] = (byte) (fromMiddle < 40 ? 60 : 220);
    }
    assertThat(RECOGNIZER.recognize(GrayImage.of(120, 120, pixels)).accepted()).isFalse();
  }

  @Test
  void explanationMarksThePlacesThatMatter() {
    GrayImage map = RECOGNIZER.explain(Drawings.seven());
    assertThat(map.width()).isEqualTo(28);
    int most = 0;
    for (int y = 0; y < 28; y++) {
      for (int x = 0; x < 28; x++) {
        most = Math.max(most, map.get(x, y));
      }
    }
    assertThat(most).isEqualTo(255);
  }

  @Test
  void aModelThatReadsNoDigitsIsRefused() throws IOException {
    Sequential other = Sequential.builder(Shape.of(784)).add(Dense.of(3)).build();
    Path file = saved(other, 1);
    assertThatThrownBy(() -> DigitRecognizer.load(file))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("10 or 11 classes");
  }

  @Test
  void whatIsNoPictureIsRefusedWithAReason() {
    byte[] text = "not a picture".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThatThrownBy(() -> RECOGNIZER.recognize(new ByteArrayInputStream(text)))
        .isInstanceOf(IOException.class)
        .hasMessageMatching("(?s).{10,}");
  }

  @Test
  void randomPicturesOfAnySizeNeverFail() {
    Random random = new Random(20261123);
    for (int round = 0; round < 200; round++) {
      int width = 1 + random.nextInt(60);
      int height = 1 + random.nextInt(60);
      byte[] pixels = new byte[width * height];
      random.nextBytes(pixels);
      Recognition answer = RECOGNIZER.recognize(GrayImage.of(width, height, pixels));
      assertThat(answer.confidence()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void errorsAtMostTakesTheLowestThresholdThatReachesIt() {
    RejectPolicy policy =
        RejectPolicy.of(Map.of("reject_curve", "0:0.02:0 0.5:0.01:0.03 0.9:0.001:0.1"));
    assertThat(policy.withErrorsAtMost(0.01).confidence()).isEqualTo(0.5);
    assertThat(policy.withErrorsAtMost(0.5).confidence()).isZero();
    assertThatThrownBy(() -> policy.withErrorsAtMost(0.0001)).hasMessageContaining("0.001");
  }

  private Path saved(Sequential network, long seed) throws IOException {
    Path file = folder.resolve(seed + ".safetensors");
    ModelFile.save(Model.of(network, Parameters.initialized(network, seed), Map.of()), file);
    return file;
  }
}
