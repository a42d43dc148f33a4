package io.github.digitkit.train.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.digitkit.train.metric.EpochMetrics;
import io.github.digitkit.train.metric.Score;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  private static final Map<String, String> RUN = Map.of("seed", "1", "größe", "groß");
  private static final TrainingProgress PROGRESS =
      TrainingProgress.none()
          .after(
              new EpochMetrics(1, new Score(.5, .8), Optional.of(new Score(.4, .9)), 1e-3, 2.5), 10)
          .after(
              new EpochMetrics(2, new Score(.3, .9), Optional.of(new Score(.5, .8)), 1e-4, 2), 20);

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void writeCheckpoint() throws IOException {
    file = directory.resolve("a.checkpoint");
    new Checkpoint(RUN, PROGRESS, arrays(1)).write(file);
  }

  private static Map<String, float[]> arrays(float value) {
    Map<String, float[]> arrays = new LinkedHashMap<>();
    arrays.put("weights/a", new float[] {value, Float.NaN, -0f});
    arrays.put("weights/b", new float[] {Float.MIN_VALUE * value});
    return arrays;
  }

  @Test
  void whatIsWrittenComesBackToTheBit() throws IOException {
    Map<String, float[]> arrays = arrays(9);
    assertThat(Checkpoint.restore(file, RUN, arrays)).isEqualTo(PROGRESS);
    assertThat(arrays.get("weights/a")).isEqualTo(arrays(1).get("weights/a"));
    assertThat(Float.floatToRawIntBits(arrays.get("weights/a")[2])).isEqualTo(1 << 31);
    assertThat(arrays.get("weights/b")).containsExactly(Float.MIN_VALUE);
  }

  @Test
  void progressKnowsTheBestEpoch() {
    assertThat(PROGRESS.bestEpoch()).isEqualTo(1);
    assertThat(PROGRESS.epochsSinceBest()).isEqualTo(1);
    assertThat(PROGRESS.bestScore()).contains(new Score(.4, .9));
  }

  @Test
  void writingAgainReplacesTheFileAndLeavesNothingElse() throws IOException {
    new Checkpoint(RUN, PROGRESS, arrays(2)).write(file);
    Map<String, float[]> arrays = arrays(0);
    Checkpoint.restore(file, RUN, arrays);
    assertThat(arrays.get("weights/a")[0]).isEqualTo(2);
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void everyFlippedByteIsNoticedAndNothingIsRestored() throws IOException {
    byte[] good = Files.readAllBytes(file);
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] = (byte) (bad[i] ^ 1 << (i % 8));
      assertRefused(bad);
    }
  }

  @Test
  void everyTruncationAndATrailingByteIsNoticed() throws IOException {
    byte[] good = Files.readAllBytes(file);
    for (int length = 0; length < good.length; length++) {
      assertRefused(Arrays.copyOf(good, length));
    }
    assertRefused(Arrays.copyOf(good, good.length + 1));
  }

  private void assertRefused(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    Map<String, float[]> arrays = arrays(5);
    assertThatThrownBy(() -> Checkpoint.restore(file, RUN, arrays))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("a.checkpoint");
    assertThat(arrays.get("weights/a")).isEqualTo(arrays(5).get("weights/a"));
  }

  /** Whoever can write a file can also write its digest: the content is not trusted either. */
  @Test
  void forgedContentWithARightDigestNeverEndsInAnythingButAClearRefusal() throws Exception {
    byte[] good = Files.readAllBytes(file);
    long seed = 7;
    SplittableRandom random = new SplittableRandom(seed);
    int refused = 0;
    for (int round = 0; round < 300; round++) {
      byte[] bad = good.clone();
      int at = 20 + random.nextInt(bad.length - 56);
      ByteBuffer.wrap(bad).putInt(at, random.nextInt() >> random.nextInt(32));
      Files.write(file, sealed(bad));
      try {
        Checkpoint.restore(file, RUN, arrays(0));
      } catch (CheckpointException expected) {
        assertThat(expected).as("seed %d, round %d", seed, round).hasMessageContaining("a.check");
        refused++;
      }
    }
    assertThat(refused).as("forgeries that were noticed").isGreaterThan(75);
  }

  private static byte[] sealed(byte[] content) throws Exception {
    byte[] body = Arrays.copyOf(content, content.length - 32);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
    System.arraycopy(digest, 0, content, body.length, 32);
    return content;
  }

  @Test
  void aForeignFileIsNamedAsSuch() throws IOException {
    Files.writeString(file, "x".repeat(100));
    assertThatThrownBy(() -> Checkpoint.restore(file, RUN, arrays(0)))
        .hasMessageContaining("not a checkpoint: it does not begin with the magic");
  }

  @Test
  void otherArraysAreRefused() {
    Map<String, float[]> longer = arrays(0);
    longer.put("weights/b", new float[2]);
    assertThatThrownBy(() -> Checkpoint.restore(file, RUN, longer))
        .hasMessageContaining("array weights/b of 1 floats, expected 2");
    Map<String, float[]> more = arrays(0);
    more.put("weights/c", new float[2]);
    assertThatThrownBy(() -> Checkpoint.restore(file, RUN, more))
        .hasMessageContaining("arrays missing: [weights/c]");
  }

  @Test
  void anotherRunIsRefusedWithWhatDiffers() {
    assertThatThrownBy(() -> Checkpoint.restore(file, Map.of("seed", "2"), arrays(0)))
        .hasMessageContaining("seed was 1, is now 2");
  }
}
