package io.github.digitkit.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.digitkit.nn.layer.Dense;
import io.github.digitkit.nn.layer.GlobalAveragePooling2D;
import io.github.digitkit.nn.tensor.Shape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnsembleFileTest {
  /** Small ones; the second has another class. */
  private static final List<Model> MODELS = List.of(small(10, 1), small(11, 2), small(10, 3));

  @TempDir private Path folder;

  @Test
  void roundTripKeepsEveryBitOfEveryModelInOrder() throws IOException {
    List<Model> models =
        List.of(
            ModelTest.model(DigitNetworks.report(), 1),
            ModelTest.model(DigitNetworks.reportWithNoDigitClass(), 2)
                .withMetadata(Map.of("models", "a\t\"ü\n", "0.temperature", "1.3")));
    Path file = folder.resolve("ensemble.safetensors");
    EnsembleFile.save(models, file);
    List<Model> loaded = EnsembleFile.load(file);
    assertSame(loaded, models);
    Path again = folder.resolve("again.safetensors");
    EnsembleFile.save(loaded, again);
    assertThat(again).hasSameBinaryContentAs(file);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(file, again);
    }
  }

  @Test
  void tensorsAndMetadataCarryTheModelsNumber() throws Exception {
    Map<String, Object> header = Json.parseObject(WeightsHeader.of(bytes(MODELS)));
    assertThat(header)
        .containsOnlyKeys(
            "__metadata__",
            "0.dense.kernel",
            "0.dense.bias",
            "1.dense.kernel",
            "1.dense.bias",
            "2.dense.kernel",
            "2.dense.bias");
    assertThat(header.get("__metadata__").toString())
        .contains("format_version=ensemble-1", "models=3", "0.format_version=1", "2.seed=3");
  }

  @Test
  void oneModelIsTheFileThatModelFileWrites() throws IOException {
    Model model = MODELS.get(0);
    ByteArrayOutputStream alone = new ByteArrayOutputStream();
    ModelFile.save(model, alone);
    assertThat(bytes(List.of(model))).isEqualTo(alone.toByteArray());
    assertSame(load(alone.toByteArray()), List.of(model));
  }

  @Test
  void modelFileSaysHowManyModelsAnEnsembleHolds() throws IOException {
    byte[] bytes = bytes(MODELS);
    assertThatThrownBy(() -> ModelFile.load(new ByteArrayInputStream(bytes), "test"))
        .isInstanceOf(ModelFileException.class)
        .hasMessageStartingWith("test: holds 3 models");
  }

  @Test
  void theMostModelsAreReadAndOneMoreIsNotWritten() throws IOException {
    List<Model> most =
        IntStream.range(0, EnsembleFile.MAX_MODELS).mapToObj(seed -> small(10, seed)).toList();
    assertSame(load(bytes(most)), most);
    assertThatThrownBy(() -> bytes(Collections.nCopies(101, MODELS.get(0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("101 models, expected 1 to 100");
    assertThatThrownBy(() -> bytes(List.of())).hasMessage("0 models, expected 1 to 100");
  }

  @Test
  void modelsWithOtherInputsAreNeitherWrittenNorRead() throws IOException {
    Model other = ModelTest.model(Sequential.builder(Shape.of(4)).add(Dense.of(10)).build(), 1);
    assertThatThrownBy(() -> bytes(List.of(MODELS.get(0), other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(6) and (4)");
    // Weights that fit inputs of any size, so that only the architectures disagree.
    Sequential pooled =
        Sequential.builder(Shape.of(4, 4, 1))
            .add(new GlobalAveragePooling2D())
            .add(Dense.of(10))
            .build();
    Model model = ModelTest.model(pooled, 1);
    byte[] damaged =
        WeightsHeader.changed(
            bytes(List.of(model, model)), h -> h.replaceFirst("\\[4,4,1]", "[5,5,1]"));
    refused(damaged).hasMessageStartingWith("test: ").hasMessageContaining("(5, 5, 1)");
  }

  @Test
  void aNumberOfModelsOutOfRangeIsRefused() throws IOException {
    for (String count : List.of("0", "1", "-3", "03", "3.0", "101", "99999999999", "", "three")) {
      refused(h -> h.replace("\"models\":\"3\"", "\"models\":\"" + count + "\""))
          .hasMessage("test: expected models to be 2 to 100, but got " + count);
    }
    refused(h -> h.replace(",\"models\":\"3\"", ""))
        .hasMessageContaining("models to be 2 to 100, but got null");
  }

  @Test
  void aMissingModelIsRefused() throws IOException {
    refused(h -> h.replace("\"models\":\"3\"", "\"models\":\"4\""))
        .hasMessage("test: model 3: missing");
  }

  @Test
  void namesThatAreNoModelsAreRefused() throws IOException {
    refused(h -> h.replace("\"models\":\"3\"", "\"models\":\"2\""))
        .hasMessageContaining("belongs to none of the models 0 to 1");
    for (String name : List.of("3.dense.bias", "-1.dense.bias", "01.dense.bias", "x", ".", "")) {
      refused(h -> h.replace("\"1.dense.bias\"", "\"" + name + "\""))
          .hasMessage("test: " + name + " belongs to none of the models 0 to 2");
      refused(h -> h.replace("\"1.seed\"", "\"" + name + "\""))
          .hasMessage("test: " + name + " belongs to none of the models 0 to 2");
    }
  }

  @Test
  void tensorsMissingAndLeftOverAreNamedWithTheirModel() throws IOException {
    refused(h -> h.replace("\"1.dense.bias\"", "\"1.other\""))
        .hasMessageStartingWith("test: model 1: ")
        .hasMessageContaining("missing dense.bias (11)")
        .hasMessageContaining("unexpected other");
    refused(h -> h.replace("\"1.dense.bias\"", "\"2.other\""))
        .hasMessage("test: model 1: missing dense.bias (11)");
  }

  @Test
  void metadataThatDoNotFitTheirModelAreRefused() throws IOException {
    refused(h -> h.replace("\"1.architecture\"", "\"2.comment\""))
        .hasMessage("test: model 1: the metadata names no architecture");
    refused(h -> h.replace("\"2.format_version\":\"1\"", "\"2.format_version\":\"9\""))
        .hasMessage("test: model 2: expected format_version 1, but got 9");
    refused(h -> h.replace("\"2.format_version\":\"1\"", "\"2.format_version\":\"ensemble-1\""))
        .hasMessageStartingWith("test: model 2: expected models to be");
    refused(h -> h.replace("\"format_version\":\"ensemble-1\"", "\"format_version\":\"1\""))
        .hasMessage("test: the metadata names no architecture");
    refused(h -> h.replace("ensemble-1", "ensemble-2"))
        .hasMessage("test: expected format_version 1, but got ensemble-2");
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    byte[] bytes = bytes(MODELS);
    for (int length = 0; length < bytes.length; length++) {
      refused(Arrays.copyOf(bytes, length)).hasMessageStartingWith("test:");
    }
    refused(Arrays.copyOf(bytes, bytes.length + 1)).hasMessageContaining("more bytes");
  }

  @Test
  void randomDamageEndsInModelsOrARefusal() throws IOException {
    byte[] bytes = bytes(MODELS);
    int header = WeightsHeader.length(bytes);
    long seed = 20261127;
    Random random = new Random(seed);
    for (int round = 0; round < 2000; round++) {
      byte[] damaged = bytes.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        damaged[random.nextInt(8 + header)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(load(damaged)).as("seed %d, round %d", seed, round).isNotEmpty();
      } catch (ModelFileException e) {
        assertThat(e).as("seed %d, round %d", seed, round).hasMessageStartingWith("test: ");
      }
    }
  }

  @Test
  void aFailedSaveLeavesNothingBehind() throws IOException {
    Path taken = folder.resolve("taken");
    Files.createDirectories(taken.resolve("inside"));
    assertThatThrownBy(() -> EnsembleFile.save(MODELS, taken)).isInstanceOf(IOException.class);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(taken);
    }
  }

  private static Model small(int classes, long seed) {
    return ModelTest.model(Sequential.builder(Shape.of(6)).add(Dense.of(classes)).build(), seed);
  }

  private static void assertSame(List<Model> actual, List<Model> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i).network()).isEqualTo(expected.get(i).network());
      assertThat(actual.get(i).metadata()).isEqualTo(expected.get(i).metadata());
      assertThat(actual.get(i).parameters().asMap())
          .isEqualTo(expected.get(i).parameters().asMap());
    }
  }

  private static byte[] bytes(List<Model> models) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EnsembleFile.save(models, out);
    return out.toByteArray();
  }

  private static List<Model> load(byte[] bytes) throws IOException {
    return EnsembleFile.load(new ByteArrayInputStream(bytes), "test");
  }

  private static AbstractThrowableAssert<?, ?> refused(UnaryOperator<String> change)
      throws IOException {
    byte[] bytes = bytes(MODELS);
    byte[] changed = WeightsHeader.changed(bytes, change);
    assertThat(changed).as("the damage").isNotEqualTo(bytes);
    return refused(changed);
  }

  private static AbstractThrowableAssert<?, ?> refused(byte[] bytes) {
    return assertThatThrownBy(() -> load(bytes)).isInstanceOf(ModelFileException.class);
  }
}
