package io.github.digitkit.mnist;

import static io.github.digitkit.mnist.Packed.entries;
import static io.github.digitkit.mnist.Packed.gzip;
import static io.github.digitkit.mnist.Packed.tar;
import static io.github.digitkit.mnist.Packed.tarWithLinks;
import static io.github.digitkit.mnist.Packed.xz;
import static io.github.digitkit.mnist.Packed.zip;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContainerTest {
  private static final IdxArray ARRAY = SampleArrays.random(IdxType.INT, 5, 300, 7);
  private static final byte[] FILE = SampleArrays.file(ARRAY);
  private static final byte[] NOTES = "a licence, say".getBytes(UTF_8);

  static Stream<Arguments> containers() {
    return Stream.of(
        Arguments.of("plain", FILE),
        Arguments.of("gz", gzip(FILE)),
        Arguments.of("gz of two members", concat(gzip(head(FILE, 99)), gzip(tail(FILE, 99)))),
        Arguments.of("xz", xz(FILE)),
        Arguments.of("zip", zip("a", FILE)),
        Arguments.of("tar", tar("a", FILE)),
        Arguments.of("tar.gz", gzip(tar("a", FILE))),
        Arguments.of("tar.xz", xz(tar("a", FILE))),
        Arguments.of("gz in zip", zip("a.gz", gzip(FILE))),
        Arguments.of("gz in tar.gz", gzip(tar("a.gz", gzip(FILE)))),
        Arguments.of("zip in gz", gzip(zip("a", FILE))),
        Arguments.of("zip of a folder", zip(entries("d/", new byte[0], "d/a", FILE))),
        Arguments.of("zip with notes", zip(entries("LICENCE", NOTES, "a", FILE, "b", NOTES))),
        Arguments.of("tar with notes", tar(entries("LICENCE", NOTES, "a", FILE, "b", NOTES))),
        Arguments.of("tar with links", tarWithLinks(entries("a", FILE))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("containers")
  void everyContainerIsRecognisedByItsContent(String name, byte[] bytes) throws IOException {
    assertThat(read(bytes)).as(name).isEqualTo(ARRAY);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("containers")
  void everyCutIsFound(String name, byte[] bytes) {
    // The end of a tar is padding: without it nothing is missing.
    int last = name.equals("tar") || name.startsWith("tar with") ? FILE.length : bytes.length - 1;
    for (int length = last; length > 0; length -= 1 + length / 12) {
      byte[] cut = head(bytes, length);
      assertThatThrownBy(() -> read(cut))
          .as("%s cut to %d of %d bytes", name, length, bytes.length)
          .isInstanceOf(IdxFormatException.class)
          .hasMessageStartingWith("test");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("containers")
  void trailingBytesAreFound(String name, byte[] bytes) {
    assertThatThrownBy(() -> read(concat(bytes, NOTES)))
        .as(name)
        .isInstanceOf(IdxFormatException.class);
  }

  @Test
  void aFlippedBitOfTheDataIsFoundByTheChecksum() {
    for (byte[] packed : new byte[][] {gzip(FILE), xz(FILE), zip("a", FILE)}) {
      packed[packed.length / 2] ^= 4;
      assertThatThrownBy(() -> read(packed)).isInstanceOf(IdxFormatException.class);
    }
  }

  @Test
  void containerDamageNamesContainerAndPlace() {
    byte[] file = gzip(FILE);
    IdxFormatException e =
        catchThrowableOfType(IdxFormatException.class, () -> read(head(file, 200)));
    assertThat(e).hasMessageStartingWith("test: gzip data is damaged or unsupported: ");
    assertThat(e.offset()).isEqualTo(200);
    assertThatThrownBy(() -> read(concat(file, NOTES))).hasMessageContaining("gzip data is");
    assertThatThrownBy(() -> read(concat(zip("a", FILE), NOTES)))
        .hasMessageContaining("does not end as a zip archive does");
    assertThatThrownBy(() -> read(concat(tar("a", FILE), NOTES)))
        .hasMessageContaining("goes on after the end of the tar archive");
  }

  @Test
  void damageInsideAnArchiveNamesTheEntry() {
    byte[] bad = FILE.clone();
    bad[2] = 0x77;
    IdxFormatException e =
        catchThrowableOfType(
            IdxFormatException.class, () -> read(zip("x.gz", gzip(head(FILE, 50)))));
    assertThat(e.source()).isEqualTo("test!x.gz");
    assertThat(e.offset()).isEqualTo(50);
    assertThatThrownBy(() -> read(gzip(tar("x", bad))))
        .hasMessageContaining("holds no IDX array, only x (starts with 00 00 77 02)");
  }

  @Test
  void anArchiveMustHoldExactlyOneArray() {
    assertThatThrownBy(() -> read(zip(entries("a", FILE, "b", FILE))))
        .isInstanceOf(IdxFormatException.class)
        .hasMessageContaining("holds more than one array, expected one: a, b");
    assertThatThrownBy(() -> read(tar(entries("a", FILE, "b", gzip(FILE)))))
        .hasMessageContaining("holds more than one array, expected one: a, b");
    assertThatThrownBy(() -> read(zip(entries())))
        .hasMessageContaining("holds no IDX array, in fact no file at all");
    assertThatThrownBy(() -> read(zip("d/", new byte[0])))
        .hasMessageContaining("holds no IDX array, in fact no file at all");
    assertThatThrownBy(() -> read(tarWithLinks(entries())))
        .hasMessageContaining("holds no IDX array, in fact no file at all");
    assertThatThrownBy(() -> read(zip("page", "<html>".getBytes(UTF_8))))
        .hasMessageContaining("only page (starts with 3C 68 74 6D, as a web page does)");
  }

  @Test
  void anEncryptedZipIsRefusedByName() {
    byte[] zip = zip("a", FILE);
    zip[6] |= 1;
    assertThatThrownBy(() -> read(zip))
        .isInstanceOf(IdxFormatException.class)
        .hasMessageContaining("encrypted");
  }

  @Test
  void anEntryThatTheZipDirectoryDoesNotListIsFound() {
    byte[] one = zip("a", FILE);
    byte[] two = zip(entries("n", NOTES, "a", FILE));
    System.arraycopy(one, one.length - 22, two, two.length - 22, 22);
    assertThatThrownBy(() -> read(two))
        .hasMessageContaining("has 2 zip entries, but its directory lists 1");
  }

  @Test
  void controlCharactersOfNamesStayOutOfMessages() {
    assertThatThrownBy(() -> read(zip("a\n\u001b[31m" + "x".repeat(500), NOTES)))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "\u001b"))
        .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(300));
  }

  @Test
  void nestingEndsSomewhere() {
    byte[] nested = FILE;
    for (int i = 0; i < 5; i++) {
      nested = gzip(nested);
    }
    byte[] bytes = nested;
    assertThatThrownBy(() -> read(bytes)).hasMessageContaining("more than 4 containers are nested");
  }

  private static IdxArray read(byte[] bytes) throws IOException {
    return new IdxReader().read(new ByteArrayInputStream(bytes), "test");
  }

  private static byte[] head(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, length);
  }

  private static byte[] tail(byte[] bytes, int from) {
    return Arrays.copyOfRange(bytes, from, bytes.length);
  }

  private static byte[] concat(byte[] first, byte[] second) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(first);
    out.writeBytes(second);
    return out.toByteArray();
  }
}
