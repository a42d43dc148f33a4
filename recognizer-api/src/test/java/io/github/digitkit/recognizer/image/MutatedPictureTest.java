package io.github.digitkit.recognizer.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random damage: every file must be read or be refused by {@link ImageFormatException}. */
class MutatedPictureTest {
  private static final int ROUNDS = 40;
  private static final int[] NASTY = {0, 1, 0x7f, 0x80, 0xff};

  private final ImageDecoder decoder =
      new ImageDecoder(ImageLimits.defaults().withMaxPixels(1_000_000));

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void readsOrRefusesWhateverIsDamaged(long seed) {
    List<byte[]> files = new ArrayList<>(Samples.lossless().values());
    files.addAll(Samples.lossy().values());
    Random random = new Random(seed);
    int refused = 0;
    for (byte[] file : files) {
      for (int round = 0; round < ROUNDS; round++) {
        byte[] mutant = mutate(file, files, random);
        refused += isRefused(mutant, seed) ? 1 : 0;
        refused += isRefused(PngWriter.repaired(mutant), seed) ? 1 : 0;
      }
    }
    assertThat(refused).isBetween(1, files.size() * ROUNDS * 2 - 1);
  }

  private boolean isRefused(byte[] mutant, long seed) {
    try {
      GrayImage image = decoder.decode(mutant);
      assertThat(image.width() * image.height()).isLessThanOrEqualTo(1_000_000);
      return false;
    } catch (ImageFormatException e) {
      assertThat(e.reason()).contains("expected ", ", got ");
      return true;
    } catch (RuntimeException | Error e) {
      return fail("seed " + seed + ", file " + HexFormat.of().formatHex(mutant), e);
    }
  }

  private static byte[] mutate(byte[] file, List<byte[]> others, Random random) {
    byte[] mutant = file.clone();
    for (int change = random.nextInt(4); change >= 0; change--) {
      // Half of all damage in the headers, where it matters most.
      int reach = random.nextBoolean() ? Math.min(64, mutant.length) : mutant.length;
      int at = random.nextInt(reach);
      switch (random.nextInt(6)) {
        case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> mutant[at] = (byte) NASTY[random.nextInt(NASTY.length)];
        case 2 -> Arrays.fill(mutant, at, Math.min(mutant.length, at + 4), (byte) 0xff);
        case 3 -> mutant = Arrays.copyOf(mutant, Math.max(1, at));
        case 4 -> mutant = spliced(mutant, others.get(random.nextInt(others.size())), at);
        default -> mutant = withoutBytes(mutant, at, 1 + random.nextInt(8));
      }
    }
    return mutant;
  }

  private static byte[] spliced(byte[] start, byte[] end, int at) {
    int from = Math.min(at, end.length);
    byte[] spliced = Arrays.copyOf(start, at + end.length - from);
    System.arraycopy(end, from, spliced, at, end.length - from);
    return spliced;
  }

  private static byte[] withoutBytes(byte[] file, int at, int count) {
    int end = Math.min(file.length, at + count);
    byte[] shorter = Arrays.copyOf(file, Math.max(1, file.length - (end - at)));
    if (end < file.length) {
      System.arraycopy(file, end, shorter, at, file.length - end);
    }
    return shorter;
  }
}
