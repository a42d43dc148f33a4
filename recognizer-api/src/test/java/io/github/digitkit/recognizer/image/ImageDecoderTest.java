package io.github.digitkit.recognizer.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
  private final ImageDecoder decoder = new ImageDecoder();

  @TestFactory
  Stream<DynamicTest> everyLosslessFormatGivesTheSameDigit() {
    return Samples.lossless().entrySet().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(),
                    () -> assertThat(decoder.decode(file.getValue())).isEqualTo(Digit.expected())));
  }

  @TestFactory
  Stream<DynamicTest> everyJpegGivesNearlyTheSameDigit() {
    return Samples.lossy().entrySet().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(), () -> assertSimilar(decoder.decode(file.getValue()))));
  }

  private static void assertSimilar(GrayImage image) {
    assertThat(image.toString()).isEqualTo(Digit.expected().toString());
    int wrong = 0;
    for (int y = 0; y < Digit.HEIGHT; y++) {
      for (int x = 0; x < Digit.WIDTH; x++) {
        wrong += Math.abs(image.get(x, y) - Digit.expected().get(x, y)) > 40 ? 1 : 0;
      }
    }
    assertThat(wrong).as("pixels off by more than 40").isLessThan(Digit.WIDTH * Digit.HEIGHT / 100);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13})
  void readsBufferedImagesOfEveryType(int type) {
    assertThat(decoder.fromBufferedImage(Digit.image(type))).isEqualTo(Digit.expected());
  }

  @Test
  void takesGreySamplesOfBufferedImagesAsTheyAre() {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(0, 0, 0, 100);
    assertThat(decoder.fromBufferedImage(image).toByteArray()).containsExactly(100, 0);
  }

  @Test
  void readsSubimages() {
    BufferedImage part = Digit.image(BufferedImage.TYPE_3BYTE_BGR).getSubimage(5, 7, 20, 30);
    assertThat(decoder.fromBufferedImage(part)).isEqualTo(Digit.expected().crop(5, 7, 20, 30));
  }

  @Test
  void keepsColouredInkDark() {
    int yellow = 0xffffff00;
    BufferedImage image = Digit.image(BufferedImage.TYPE_INT_RGB, yellow, 0xffffffff);
    assertThat(decoder.fromBufferedImage(image).toByteArray()).containsOnly((byte) 113, (byte) 255);
  }

  /** The corner of an 8 x 16 picture that is black, as stored, when the upright one is top left. */
  @ParameterizedTest(name = "orientation {0}")
  @CsvSource({
    "1, 0, 0", "2, 1, 0", "3, 1, 1", "4, 0, 1", "5, 0, 0", "6, 0, 1", "7, 1, 1", "8, 1, 0"
  })
  void turnsUprightByExif(int orientation, int right, int bottom) throws IOException {
    BufferedImage stored = new BufferedImage(32, 16, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 32; x++) {
        boolean black = x / 16 == right && y / 8 == bottom;
        stored.getRaster().setSample(x, y, 0, black ? 0 : 255);
      }
    }
    byte[] jpeg = JdkWriter.write(stored, "jpeg");
    for (boolean bigEndian : new boolean[] {false, true}) {
      GrayImage upright = decoder.decode(withExif(jpeg, Exif.block(orientation, bigEndian)));
      boolean turned = orientation >= 5;
      assertThat(upright.width()).isEqualTo(turned ? 16 : 32);
      assertThat(upright.height()).isEqualTo(turned ? 32 : 16);
      assertThat(upright.get(3, 3)).isLessThan(30);
      assertThat(upright.get(upright.width() - 4, 3)).isGreaterThan(220);
      assertThat(upright.get(3, upright.height() - 4)).isGreaterThan(220);
    }
  }

  private static byte[] withExif(byte[] jpeg, byte[] block) {
    byte[] content = new byte[block.length + 6];
    System.arraycopy("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), 0, content, 0, 6);
    System.arraycopy(block, 0, content, 6, block.length);
    return Samples.withSegment(jpeg, 0xe1, content);
  }

  @Test
  void takesDamagedExifForUpright() throws IOException {
    byte[] block = Exif.block(6, true);
    for (int length = 0; length < 32; length++) {
      byte[] cut = java.util.Arrays.copyOf(block, length);
      assertThat(decoder.decode(withExif(Samples.jpeg(), cut)).width()).isEqualTo(Digit.WIDTH);
    }
    for (int at = 0; at < 26; at++) {
      byte[] broken = block.clone();
      broken[at] = (byte) 0xff;
      decoder.decode(withExif(Samples.jpeg(), broken));
    }
  }

  @Test
  void goesByContentAndNotByName(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("digit.jpg");
    Files.write(file, Samples.png());
    assertThat(decoder.decode(file)).isEqualTo(Digit.expected());
    DecodedImage decoded = decoder.decodeWithOrigin(file);
    assertThat(decoded.format()).isEqualTo("PNG");
    assertThat(decoded.width()).isEqualTo(Digit.WIDTH);
    assertThat(decoded.height()).isEqualTo(Digit.HEIGHT);
    assertThat(decoded.shrink()).isEqualTo(1);
  }

  @Test
  void readsStreamsToTheEndAndLeavesThemOpen() throws IOException {
    boolean[] closed = {false};
    InputStream stream =
        new ByteArrayInputStream(Samples.png()) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    assertThat(decoder.decode(stream)).isEqualTo(Digit.expected());
    assertThat(closed[0]).isFalse();
  }

  @Test
  void saysThatAFileIsMissingOrAFolder(@TempDir Path folder) {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> decoder.decode(folder.resolve("none.png")))
        .withMessageContaining("none.png: no such file");
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> decoder.decode(folder))
        .withMessageContaining("got a directory");
  }

  @Test
  @SuppressWarnings("InputStreamSlowMultibyteRead")
  void passesAStreamsOwnFailureOn() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new FileNotFoundException("gone");
          }
        };
    assertThatExceptionOfType(FileNotFoundException.class)
        .isThrownBy(() -> decoder.decode(failing));
  }

  @Test
  @SuppressWarnings("InputStreamSlowMultibyteRead")
  void stopsReadingAStreamAtTheLimit() {
    long[] read = {0};
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            read[0]++;
            return 0x89;
          }
        };
    ImageDecoder careful = new ImageDecoder(ImageLimits.defaults().withMaxBytes(10_000));
    assertThatExceptionOfType(ImageFormatException.class)
        .isThrownBy(() -> careful.decode(endless))
        .withMessage("stream: picture size: expected at most 10000 bytes, got 10001");
    assertThat(read[0]).isEqualTo(10_001);
  }

  @Test
  void acceptsAPictureOfExactlyTheLimits() throws IOException {
    byte[] png = Samples.png();
    ImageLimits exact =
        new ImageLimits(png.length, Digit.WIDTH * Digit.HEIGHT, Digit.HEIGHT, 10_000);
    assertThat(new ImageDecoder(exact).decode(png)).isEqualTo(Digit.expected());
    assertThatExceptionOfType(ImageFormatException.class)
        .isThrownBy(() -> new ImageDecoder(exact.withMaxSide(Digit.HEIGHT - 1)).decode(png))
        .withMessage("bytes: PNG size: expected sides of at most 44 pixels, got 37x45");
    assertThatExceptionOfType(ImageFormatException.class)
        .isThrownBy(() -> new ImageDecoder(exact.withMaxPixels(1664)).decode(png))
        .withMessage("bytes: PNG size: expected at most 1664 pixels, got 37x45");
    assertThatExceptionOfType(ImageFormatException.class)
        .isThrownBy(() -> new ImageDecoder(exact.withMaxBytes(png.length - 1)).decode(png));
  }

  @Test
  void givesEightThreadsTheSameAnswer() throws Exception {
    List<byte[]> files = new ArrayList<>(Samples.lossless().values());
    files.addAll(Samples.lossy().values());
    List<GrayImage> expected = new ArrayList<>();
    for (byte[] file : files) {
      expected.add(decoder.decode(file));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<List<GrayImage>> all =
          () -> {
            List<GrayImage> images = new ArrayList<>();
            for (byte[] file : files) {
              images.add(decoder.decode(file));
            }
            return images;
          };
      for (var answer : threads.invokeAll(java.util.Collections.nCopies(8, all))) {
        assertThat(answer.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
