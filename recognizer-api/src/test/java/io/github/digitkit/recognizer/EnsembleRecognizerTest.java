package io.github.digitkit.recognizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.nn.EnsembleFile;
import io.github.digitkit.nn.Model;
import io.github.digitkit.nn.ModelFile;
import io.github.digitkit.nn.ModelFileException;
import io.github.digitkit.nn.Parameters;
import io.github.digitkit.nn.Sequential;
import io.github.digitkit.nn.layer.Dense;
import io.github.digitkit.nn.tensor.Shape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnsembleRecognizerTest {
  private static final Model FIRST =
      model(DigitNetworks.report(), 1)
          .withMetadata(Map.of("temperature", "2.5", "reject_threshold", "0.7", "seed", "1"));
  private static final Model SECOND =
      model(DigitNetworks.reportWithNoDigitClass(), 2)
          .withMetadata(Map.of("temperature", "0.5", "reject_threshold", "0.1", "seed", "2"));

  @TempDir private Path folder;

  @Test
  void anEnsembleFileGivesTheSameBitsAsItsModelsFromFilesOfTheirOwn() throws IOException {
    Path first = saved("first", FIRST);
    Path second = saved("second", SECOND);
    Path ensemble = saved("ensemble", FIRST, SECOND, FIRST);
    List<Recognition> expected =
        DigitRecognizer.builder()
            .model(first)
            .model(second)
            .model(first)
            .build()
            .recognizeAll(Drawings.all());
    assertThat(DigitRecognizer.load(ensemble).recognizeAll(Drawings.all())).isEqualTo(expected);
    assertThat(
            DigitRecognizer.builder()
                .model(saved("two", FIRST, SECOND))
                .model(first)
                .build()
                .recognizeAll(Drawings.all()))
        .isEqualTo(expected);
  }

  @Test
  void thePolicyAndTheProvenanceAreTheFirstModels() throws IOException {
    DigitRecognizer recognizer = DigitRecognizer.load(saved("ensemble", SECOND, FIRST));
    assertThat(recognizer.rejectPolicy().confidence()).isEqualTo(0.1);
    assertThat(recognizer.metadata()).isEqualTo(SECOND.metadata());
  }

  @Test
  void anEnsembleThatReadsNoDigitsIsRefused() throws IOException {
    Model other = model(Sequential.builder(Shape.of(784)).add(Dense.of(3)).build(), 1);
    Path file = saved("other", other, other);
    assertThatThrownBy(() -> DigitRecognizer.load(file))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("10 or 11 classes");
  }

  @Test
  void theBundledWeightsSavedAgainAreTheSameBytes() throws IOException {
    byte[] bundled = bundled();
    List<Model> models = EnsembleFile.load(new ByteArrayInputStream(bundled), "bundled");
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    EnsembleFile.save(models, again);
    assertThat(again.toByteArray()).isEqualTo(bundled);
  }

  private static byte[] bundled() throws IOException {
    try (InputStream in = DigitRecognizer.class.getResourceAsStream("digits.safetensors")) {
      return Objects.requireNonNull(in, "no bundled weights").readAllBytes();
    }
  }

  private static Model model(Sequential network, long seed) {
    return Model.of(network, Parameters.initialized(network, seed), Map.of());
  }

  private Path saved(String name, Model model) throws IOException {
    Path file = folder.resolve(name + ".safetensors");
    ModelFile.save(model, file);
    return file;
  }

  private Path saved(String name, Model... models) throws IOException {
    Path file = folder.resolve(name + ".safetensors");
    EnsembleFile.save(List.of(models), file);
    return file;
  }
}
