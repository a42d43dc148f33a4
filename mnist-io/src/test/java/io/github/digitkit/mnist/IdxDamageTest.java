package io.github.digitkit.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdxDamageTest {
  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                 | 0  | is empty
          0000                               | 2  | ends within the magic number: expected 4 bytes, got 2
          3C68746D6C                         | 0  | is not an IDX file: expected 00 00 <type> <rank>, got 3C 68 74 6D, as a web page does
          00010801                           | 0  | is not an IDX file: expected 00 00 <type> <rank>, got 00 01 08 01
          00000A01                           | 2  | unknown element type 0x0A, expected one of 0x08 ubyte, 0x09 byte, 0x0B short, 0x0C int, 0x0D float, 0x0E double
          000008020000000100                 | 9  | ends within the dimensions: expected 8 bytes, got 5
          0000080200000001FFFFFFFF           | 8  | dimension 1 is negative: -1
          00000C017FFFFFFF                   | 4  | the dimensions of int[2147483647] need more than 1000 bytes
          000008037FFFFFFF7FFFFFFF00000000   | 4  | the dimensions of ubyte[2147483647, 2147483647, 0] need more than 1000 bytes
          000008020001000000010000           | 4  | the dimensions of ubyte[65536, 65536] need more than 1000 bytes
          00000801000000050102               | 10 | ends after 2 of the 5 data bytes of ubyte[5]
          00000B01000000020102               | 10 | ends after 2 of the 4 data bytes of short[2]
          0000080100000002010203             | 10 | goes on after the 2 bytes of ubyte[2]
          """)
  void damageIsNamedWithItsPlace(String hex, long offset, String problem) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    IdxReader reader = new IdxReader(new ReadLimits(1000, 200, 0));
    IdxFormatException e =
        catchThrowableOfType(
            IdxFormatException.class,
            () -> reader.read(new ByteArrayInputStream(bytes), "some file"));
    assertThat(e).hasMessage("some file: " + problem + " (byte " + offset + ")");
    assertThat(e.source()).isEqualTo("some file");
    assertThat(e.offset()).isEqualTo(offset);
  }

  @Test
  void aFolderIsNoFile(@TempDir Path folder) {
    assertThatThrownBy(() -> new IdxReader().read(folder))
        .hasMessage(folder + " is a folder, expected a file");
  }

  @Test
  void aDiskThatFailsIsNotTheFormatsFault() {
    IOException broken = new IOException("read error");
    InputStream in =
        new FilterInputStream(new ByteArrayInputStream(Packed.gzip(new byte[10_000]), 0, 30)) {
          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            int n = super.read(target, offset, length);
            if (n < 0) {
              throw broken;
            }
            return n;
          }
        };
    assertThatThrownBy(() -> new IdxReader().read(in, "test")).isSameAs(broken);
  }

  @Test
  void theCallersStreamStaysOpen() throws IOException {
    boolean[] closed = new boolean[1];
    InputStream in =
        new ByteArrayInputStream(Packed.gzip(SampleArrays.file(SampleArrays.labels(10)))) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    assertThat(new IdxReader().read(in, "test")).isEqualTo(SampleArrays.labels(10));
    assertThat(closed[0]).isFalse();
  }
}
