package io.github.digitkit.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class BombTest {
  private static final int MIB = 1 << 20;
  private static final int PROMISED = 900 * MIB;
  private static final ReadLimits LIMITS = new ReadLimits(1L << 30, 200, 4 * MIB);

  @Test
  void theHeadersPromiseAloneAllocatesLittle() {
    byte[] promise = ByteBuffer.allocate(100).putInt(0x0801).putInt(PROMISED).array();
    assertRefusedWithin(MIB, promise, "ends after 92 of the 943718400 data bytes");
    assertRefusedWithin(MIB, Packed.gzip(promise), "ends after 92 of the 943718400 data bytes");
    assertRefusedWithin(MIB, Packed.zip("a", promise), "ends after 92 of the");
  }

  @Test
  void bombsAreRefusedByTheirRatio() throws IOException {
    byte[] bomb = zeros(40 * MIB);
    assertThat(bomb.length).isLessThan(MIB);
    assertRefusedWithin(64 * MIB, bomb, "unfolds to more than 200 times its size");
  }

  @Test
  void nestedBombsAreRefusedByTheirRatio() throws IOException {
    assertRefusedWithin(
        64 * MIB, Packed.gzip(zeros(40 * MIB)), "unfolds to more than 200 times its size");
  }

  @Test
  void bombsBesideTheArrayAreRefusedToo() {
    byte[] zip =
        Packed.zip(
            Packed.entries(
                "readme", filled(40 * MIB, 'x'), "a", SampleArrays.file(SampleArrays.labels(10))));
    assertThatThrownBy(() -> new IdxReader(LIMITS).read(new ByteArrayInputStream(zip), "bomb"))
        .isInstanceOf(IdxFormatException.class)
        .hasMessageContaining("unfolds to more than 200 times its size");
  }

  @Test
  void theAbsoluteLimitHolds() {
    byte[] readme = Packed.gzip(Packed.tar("readme", filled(2 * MIB, 'x')));
    ReadLimits limits = new ReadLimits(MIB, Integer.MAX_VALUE, MIB);
    assertThatThrownBy(() -> new IdxReader(limits).read(new ByteArrayInputStream(readme), "big"))
        .hasMessageContaining("unfolds to more than the limit of 1048576 bytes");
  }

  @Test
  void aBlankDataSetIsNoBomb() throws IOException {
    byte[] file = SampleArrays.file(IdxArray.ofUnsignedBytes(new byte[47_040_000], 60000, 28, 28));
    IdxArray read =
        new IdxReader(new ReadLimits(100 * MIB, 200, 64 * MIB))
            .read(new ByteArrayInputStream(Packed.gzip(file)), "blank");
    assertThat(read).hasToString("ubyte[60000, 28, 28]");
  }

  @Test
  void anEndlessNameInAGzipHeaderIsRefused() {
    byte[] bytes = filled(20 * MIB, 'n');
    System.arraycopy(new byte[] {0x1F, (byte) 0x8B, 8, 8, 0, 0, 0, 0, 0, 0}, 0, bytes, 0, 10);
    assertRefusedWithin(16 * MIB, bytes, "more than 1048576 bytes unfold to nothing");
  }

  @Test
  void anEndlessLongNameInATarIsRefused() {
    byte[] name = filled(20 * MIB, 'n');
    byte[] tar = Packed.tar("././@LongLink", name);
    tar[156] = 'L';
    int sum = 'L' - '0';
    byte[] old = Arrays.copyOfRange(tar, 148, 154);
    int checksum = Integer.parseInt(new String(old, StandardCharsets.US_ASCII).trim(), 8) + sum;
    byte[] digits =
        String.format(Locale.ROOT, "%06o", checksum).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, tar, 148, 6);
    assertRefusedWithin(16 * MIB, tar, "more than 1048576 bytes unfold to nothing");
  }

  private static void assertRefusedWithin(long allocation, byte[] bytes, String problem) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    IdxReader reader = new IdxReader(LIMITS);
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThatThrownBy(() -> reader.read(new ByteArrayInputStream(bytes), "bomb"))
        .isInstanceOf(IdxFormatException.class)
        .hasMessageContaining(problem);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(allocation);
  }

  private static byte[] filled(int length, char content) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) content);
    return bytes;
  }

  /** A gzipped IDX array whose header promises more than all the zeros that follow. */
  private static byte[] zeros(int length) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(ByteBuffer.allocate(8).putInt(0x0801).putInt(PROMISED).array());
      gzip.write(new byte[length]);
    }
    return out.toByteArray();
  }
}
