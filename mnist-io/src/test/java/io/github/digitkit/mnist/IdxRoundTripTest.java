package io.github.digitkit.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class IdxRoundTripTest {
  @TempDir Path folder;

  static Stream<Arguments> typesAndShapes() {
    int[][] shapes = {{}, {0}, {1}, {7}, {3, 5}, {2, 0, 4}, {2, 3, 4}, {1, 2, 1, 3}, ones(255)};
    return Arrays.stream(IdxType.values())
        .flatMap(type -> Arrays.stream(shapes).map(shape -> Arguments.of(type, shape)));
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("typesAndShapes")
  void everyTypeAndRankComesBackAsItWas(IdxType type, int[] dims) throws IOException {
    IdxArray array = SampleArrays.random(type, 42, dims);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new IdxWriter().write(array, out);

    IdxArray back = new IdxReader().read(new ByteArrayInputStream(out.toByteArray()), "memory");

    assertThat(back).isEqualTo(array);
    assertThat(back.dims()).isEqualTo(dims);
    assertThat(back.size()).isEqualTo(Arrays.stream(dims).reduce(1, (a, b) -> a * b));
    assertThat(back.sha256()).isEqualTo(SampleArrays.sha256(out.toByteArray()));
  }

  @ParameterizedTest
  @EnumSource(IdxType.class)
  void filesPlainAndGzippedComeBackAsTheyWere(IdxType type) throws IOException {
    IdxArray array = SampleArrays.random(type, 7, 20, 3, 3);
    for (String name : new String[] {"a-idx", "a-idx.gz", "B.GZ"}) {
      Path file = folder.resolve(name);
      new IdxWriter().write(array, file);
      assertThat(new IdxReader().read(file)).isEqualTo(array);
      assertThat(Files.readAllBytes(file)[0] == 0x1F).isEqualTo(!name.equals("a-idx"));
    }
  }

  @Test
  void typedValuesAreThoseThatWentIn() {
    short[] shorts = {Short.MIN_VALUE, -1, 0, Short.MAX_VALUE};
    int[] ints = {Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE};
    float[] floats = {-0f, Float.MIN_VALUE, Float.NaN, Float.NEGATIVE_INFINITY};
    double[] doubles = {-0d, Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY};
    byte[] bytes = {0, 1, -1, -128};
    assertThat(IdxArray.ofShorts(shorts, 4).toShorts()).isEqualTo(shorts);
    assertThat(IdxArray.ofInts(ints, 2, 2).toInts()).isEqualTo(ints);
    assertThat(IdxArray.ofFloats(floats, 4).toFloats()).isEqualTo(floats);
    assertThat(IdxArray.ofDoubles(doubles, 4).toDoubles()).isEqualTo(doubles);
    assertThat(IdxArray.ofBytes(bytes, 4).toBytes()).isEqualTo(bytes);
    assertThat(IdxArray.ofBytes(bytes, 4).toDoubles()).containsExactly(0, 1, -1, -128);
    assertThat(IdxArray.ofUnsignedBytes(bytes, 4).toDoubles()).containsExactly(0, 1, 255, 128);
    assertThat(IdxArray.ofInts(ints, 4).intAt(3)).isEqualTo(Integer.MAX_VALUE);
    assertThat(IdxArray.ofShorts(shorts, 4).doubleAt(0)).isEqualTo(Short.MIN_VALUE);
  }

  @Test
  void theBytesAreThoseOfTheFormat() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new IdxWriter().write(IdxArray.ofShorts(new short[] {258, -2}, 1, 2), out);
    assertThat(out.toByteArray())
        .containsExactly(0, 0, 0x0B, 2, 0, 0, 0, 1, 0, 0, 0, 2, 1, 2, 0xFF, 0xFE);
  }

  @Test
  void anArrayKeepsItsOwnCopies() {
    byte[] values = {1, 2};
    IdxArray array = IdxArray.ofUnsignedBytes(values, 2);
    values[0] = 9;
    array.toBytes()[1] = 9;
    array.dims()[0] = 9;
    assertThat(array).isEqualTo(IdxArray.ofUnsignedBytes(new byte[] {1, 2}, 2));
  }

  @Test
  void impossibleShapesAndWrongTypesAreRefused() {
    assertThatThrownBy(() -> IdxArray.ofInts(new int[3], 2, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dimensions [2, 2] need 4 elements, got 3");
    assertThatThrownBy(() -> IdxArray.ofInts(new int[0], -1, 0))
        .hasMessage("negative dimension in [-1, 0]");
    assertThatThrownBy(() -> IdxArray.ofInts(new int[1], ones(256))).hasMessageContaining("256");
    assertThatThrownBy(() -> IdxArray.ofInts(new int[1], 1).toFloats())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("expected an array of float, got one of int");
    assertThatThrownBy(() -> IdxArray.ofFloats(new float[1], 1).intAt(0))
        .hasMessage("expected an integer array, got one of float");
  }

  @Test
  void aFailedWriteLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = folder.resolve("data");
    Files.writeString(file, "old");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(new byte[100]);
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");
    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryContaining(file::equals);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void gzipFilesAreTheSameBytesEveryTime() throws IOException {
    IdxArray array = SampleArrays.random(IdxType.UBYTE, new Random(3).nextLong(), 100);
    new IdxWriter().write(array, folder.resolve("a.gz"));
    new IdxWriter().write(array, folder.resolve("b.gz"));
    assertThat(folder.resolve("a.gz")).hasSameBinaryContentAs(folder.resolve("b.gz"));
  }

  private static int[] ones(int rank) {
    return IntStream.range(0, rank).map(i -> 1).toArray();
  }
}
