package io.github.digitkit.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
  private static final Model MODEL =
      ModelTest.model(DigitNetworks.report(), 3)
          .withMetadata(Map.of("recipe", "tabs\tquotes\" and ü\n", "temperature", "1.3"));

  @TempDir private Path folder;

  @Test
  void roundTripKeepsEveryBit() throws IOException {
    Path file = folder.resolve("model.safetensors");
    ModelFile.save(MODEL, file);
    Model loaded = ModelFile.load(file);
    assertThat(loaded.network()).isEqualTo(MODEL.network());
    assertThat(loaded.metadata()).isEqualTo(MODEL.metadata());
    assertThat(loaded.parameters().asMap()).isEqualTo(MODEL.parameters().asMap());
    Path again = folder.resolve("again.safetensors");
    ModelFile.save(loaded, again);
    assertThat(again).hasSameBinaryContentAs(file);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(file, again);
    }
  }

  @Test
  void isASafetensorsFile() throws Exception {
    byte[] bytes = bytes();
    int length = WeightsHeader.length(bytes);
    assertThat(length % 8).isZero();
    Map<String, Object> header = Json.parseObject(WeightsHeader.of(bytes));
    assertThat(header).containsKeys("__metadata__", "conv2d.kernel", "dense.bias");
    assertThat(header.get("conv2d.kernel").toString())
        .isEqualTo("{dtype=F32, shape=[3, 3, 1, 32], data_offsets=[0, 1152]}");
    assertThat(bytes).hasSize(8 + length + 4 * 194_762);
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    byte[] bytes = bytes();
    for (int length = 0; length < bytes.length; length += Math.max(1, length / 7)) {
      refused(Arrays.copyOf(bytes, length)).hasMessageStartingWith("test:");
    }
  }

  @Test
  void bytesBehindTheTensorsAreRefused() throws IOException {
    byte[] bytes = bytes();
    refused(Arrays.copyOf(bytes, bytes.length + 1)).hasMessageContaining("more bytes");
  }

  @Test
  void damagedHeadersAreRefusedByName() throws IOException {
    refusedHeader(h -> h.replace("\"F32\"", "\"F64\"")).hasMessageContaining("expected dtype F32");
    refusedHeader(h -> h.replace("[3,3,1,32]", "[3,3,1,-32]")).hasMessageContaining("-32");
    refusedHeader(h -> h.replace("[3,3,1,32]", "[65536,65536,65536]"))
        .hasMessageContaining("conv2d.kernel");
    refusedHeader(h -> h.replace("[0,1152]", "[0,1156]")).hasMessageContaining("does not fill");
    refusedHeader(h -> h.replace("[0,1152]", "[4,1156]")).hasMessageContaining("overlap");
    refusedHeader(h -> h.replace("conv2d.kernel", "conv2d.other"))
        .hasMessageContaining("missing conv2d.kernel")
        .hasMessageContaining("unexpected conv2d.other");
    refusedHeader(h -> h.replace("format_version\":\"1\"", "format_version\":\"9\""))
        .hasMessageContaining("format_version 1");
    refusedHeader(h -> h.replace("Conv2D", "Conv3D")).hasMessageContaining("Conv3D");
    refusedHeader(h -> h.replace("\\\"filters\\\":32", "\\\"filters\\\":2000000000"))
        .isInstanceOf(ModelFileException.class);
    refusedHeader(h -> h.replace("\\\"input\\\":[28,28,1]", "\\\"input\\\":[28000,28000,1]"))
        .hasMessageContaining("at most");
    refusedHeader(h -> "[" + h.substring(1)).hasMessageContaining("not JSON");
    refusedHeader(h -> "{\"a\":1," + h.substring(1)).hasMessageContaining("tensor a");
    refusedHeader(h -> "[".repeat(5000)).hasMessageContaining("not JSON");
    refusedHeader(h -> "{\"a\":" + "[".repeat(5000)).hasMessageContaining("nested");
  }

  @Test
  void missingAndUnexpectedTensorsAreReportedTogether() {
    Sequential network = DigitNetworks.report();
    Map<String, io.github.digitkit.nn.tensor.Tensor> tensors =
        new LinkedHashMap<>(Parameters.initialized(network, 1).asMap());
    tensors.put("extra", tensors.remove("dense.bias"));
    tensors.remove("conv2d.bias");
    assertThatThrownBy(() -> Parameters.of(network, tensors))
        .hasMessageContaining("missing conv2d.bias (32)")
        .hasMessageContaining("missing dense.bias (10)")
        .hasMessageContaining("unexpected extra");
  }

  @Test
  void weightsThatAreNotFiniteAreRefused() throws IOException {
    byte[] bytes = bytes();
    Arrays.fill(bytes, bytes.length - 4, bytes.length, (byte) 0xff);
    refused(bytes).hasMessageContaining("dense.bias").hasMessageContaining("not finite");
  }

  @Test
  void randomDamageEndsInAModelOrARefusal() throws IOException {
    byte[] bytes = bytes();
    int header = WeightsHeader.length(bytes);
    Random random = new Random(20261123);
    for (int round = 0; round < 400; round++) {
      byte[] damaged = bytes.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        damaged[random.nextInt(8 + header)] = (byte) random.nextInt(256);
      }
      try {
        ModelFile.load(new ByteArrayInputStream(damaged), "test");
      } catch (ModelFileException e) {
        assertThat(e).hasMessageStartingWith("test: ");
      }
    }
  }

  @Test
  void aFailedSaveLeavesNothingBehind() throws IOException {
    Path taken = folder.resolve("taken");
    Files.createDirectories(taken.resolve("inside"));
    assertThatThrownBy(() -> ModelFile.save(MODEL, taken)).isInstanceOf(IOException.class);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(taken);
    }
  }

  private static byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ModelFile.save(MODEL, out);
    return out.toByteArray();
  }

  private static AbstractThrowableAssert<?, ?> refusedHeader(UnaryOperator<String> change)
      throws IOException {
    return refused(WeightsHeader.changed(bytes(), change));
  }

  private static AbstractThrowableAssert<?, ?> refused(byte[] bytes) {
    return assertThatThrownBy(() -> ModelFile.load(new ByteArrayInputStream(bytes), "test"))
        .isInstanceOf(ModelFileException.class);
  }
}
