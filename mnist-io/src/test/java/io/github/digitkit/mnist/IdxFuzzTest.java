package io.github.digitkit.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Damages good files at random: the reader gives an array or says why not, and nothing else. */
class IdxFuzzTest {
  private static final int ROUNDS = 1500;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A dictionary of xz is the largest single thing, 1 MiB at level 1 and up to 96 damaged. */
  private static final long MAX_ALLOCATION = 128L << 20;

  static Stream<Arguments> files() {
    byte[] file = SampleArrays.file(SampleArrays.random(IdxType.SHORT, 1, 5, 4, 3));
    return Stream.of(
        Arguments.of("plain", file),
        Arguments.of("gz", Packed.gzip(file)),
        Arguments.of("xz", Packed.xz(file)),
        Arguments.of("zip", Packed.zip(Packed.entries("r", new byte[9], "a", file))),
        Arguments.of("tar", Packed.tarWithLinks(Packed.entries("a", file))),
        Arguments.of("gz in zip", Packed.zip("a", Packed.gzip(file))),
        Arguments.of("tar.gz", Packed.gzip(Packed.tar("a", file))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void damagedFilesGiveAnArrayOrAFormatException(String name, byte[] good) {
    long seed = Long.getLong("digitkit.fuzz.seed", 20_261_123L);
    Random random = new Random(seed ^ name.hashCode());
    Assertions.assertTimeout(
        PATIENCE,
        () -> {
          for (int round = 0; round < ROUNDS; round++) {
            readDamaged(damaged(good, random), name + ", seed " + seed + ", round " + round);
          }
        });
  }

  private static void readDamaged(byte[] bytes, String what) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    try {
      IdxArray array =
          new IdxReader(new ReadLimits(8 << 20, 200, 1 << 20))
              .read(new ByteArrayInputStream(bytes), "fuzz");
      assertThat(IdxHeader.elements(array.dims())).as(what).isEqualTo(array.size());
    } catch (IdxFormatException e) {
      assertThat(e).as(what).hasMessageStartingWith("fuzz");
      assertThat(e.offset()).as(what).isNotNegative();
    } catch (IOException | RuntimeException e) {
      fail(what + ": " + HexFormat.of().formatHex(bytes), e);
    }
    assertThat(threads.getCurrentThreadAllocatedBytes() - before)
        .as(what)
        .isLessThan(MAX_ALLOCATION);
  }

  /** Flips, overwrites, cuts, repeats or inserts, mostly near the start where the headers are. */
  private static byte[] damaged(byte[] good, Random random) {
    byte[] bytes = good.clone();
    for (int i = random.nextInt(3); i >= 0 && bytes.length > 0; i--) {
      int at = random.nextInt(random.nextBoolean() ? bytes.length : Math.min(40, bytes.length));
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt();
        case 2 -> bytes[at] = (byte) (random.nextBoolean() ? 0x7F : 0xFF);
        case 3 -> bytes = Arrays.copyOf(bytes, at);
        case 4 -> bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(600));
        default -> bytes = inserted(bytes, at, random);
      }
    }
    return bytes;
  }

  private static byte[] inserted(byte[] bytes, int at, Random random) {
    byte[] more = new byte[1 + random.nextInt(20)];
    random.nextBytes(more);
    byte[] result = Arrays.copyOf(bytes, bytes.length + more.length);
    System.arraycopy(bytes, at, result, at + more.length, bytes.length - at);
    System.arraycopy(more, 0, result, at, more.length);
    return result;
  }
}
