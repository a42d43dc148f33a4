package io.github.digitkit.recognizer.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedPictureTest {
  private static final int WIDTH = Digit.WIDTH;
  private static final int HEIGHT = Digit.HEIGHT;

  private final ImageDecoder decoder = new ImageDecoder();

  private void assertRefused(byte[] file, String... words) {
    assertThatExceptionOfType(ImageFormatException.class)
        .isThrownBy(() -> decoder.decode(file))
        .withMessageStartingWith("bytes: ")
        .satisfies(e -> assertThat(e.reason()).contains("expected ", ", got "))
        .satisfies(e -> assertThat(e.source()).isEqualTo("bytes"))
        .satisfies(e -> assertThat(List.of(words)).allMatch(e.reason()::contains));
  }

  @TestFactory
  Stream<DynamicTest> refusesEveryFormatCutAtEveryTenth() {
    Map<String, byte[]> files = new LinkedHashMap<>(Samples.lossless());
    files.putAll(Samples.lossy());
    return files.entrySet().stream()
        .flatMap(
            file ->
                IntStream.range(0, 10)
                    .mapToObj(
                        tenth ->
                            DynamicTest.dynamicTest(
                                file.getKey() + " cut at " + tenth + "/10",
                                () -> assertRefused(cut(file.getValue(), tenth)))));
  }

  private static byte[] cut(byte[] file, int tenth) {
    return Arrays.copyOf(file, file.length * tenth / 10);
  }

  @Test
  void refusesAPngWithAnyByteChanged() {
    byte[] png = Samples.png();
    for (int at = 0; at < png.length; at++) {
      for (int change : new int[] {0x01, 0x80, 0xff}) {
        byte[] changed = png.clone();
        changed[at] ^= (byte) change;
        assertThatExceptionOfType(ImageFormatException.class)
            .as("byte %d ^ %02x", at, change)
            .isThrownBy(() -> decoder.decode(changed));
      }
    }
  }

  @Test
  void refusesAPngCutAnywhere() {
    byte[] png = Samples.png();
    for (int length = 0; length < png.length; length++) {
      assertRefused(Arrays.copyOf(png, length));
    }
  }

  @ParameterizedTest
  @CsvSource({"IHDR,first PNG chunk", "PLTE,PLTE", "IDAT,IDAT", "IEND,truncated"})
  void refusesAPngWithAChunkMissing(String type, String words) {
    PngWriter writer = new PngWriter(WIDTH, HEIGHT, 1, 3);
    writer.palette = new byte[6];
    byte[] png = writer.write(Digit.samples(new int[1], new int[] {1}));
    assertRefused(without(png, type), words);
  }

  /** Leaves out all chunks of a type. */
  private static byte[] without(byte[] png, String type) {
    ByteBuffer in = ByteBuffer.wrap(png);
    ByteBuffer out = ByteBuffer.allocate(png.length);
    out.put(PngWriter.SIGNATURE);
    for (int at = 8; at < png.length; at += 12 + in.getInt(at)) {
      if (!new String(png, at + 4, 4, StandardCharsets.ISO_8859_1).equals(type)) {
        out.put(png, at, 12 + in.getInt(at));
      }
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  @Test
  void namesPlaceAndChecksumsOfADamagedChunk() {
    byte[] png = Samples.png();
    png[png.length - 1] ^= 1;
    assertThatExceptionOfType(ImageFormatException.class)
        .isThrownBy(() -> decoder.decode(png))
        .withMessage(
            "bytes: checksum of PNG chunk IEND at byte %d: expected ae426083, got ae426082",
            png.length - 12);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 6, 100, 255})
  void refusesUnknownPngFilters(int type) {
    byte[] rows = new byte[HEIGHT * (WIDTH + 1)];
    rows[7 * (WIDTH + 1)] = (byte) type;
    byte[] png = new PngWriter(WIDTH, HEIGHT, 8, 0).assemble(PngWriter.deflate(rows));
    assertRefused(png, "filter type of row 7", "0 to 4", "got " + type);
  }

  @Test
  void refusesPngPixelDataOfTheWrongLength() {
    PngWriter png = new PngWriter(WIDTH, HEIGHT, 8, 0);
    int exact = HEIGHT * (WIDTH + 1);
    assertRefused(png.assemble(PngWriter.deflate(new byte[exact - 1])), "more rows");
    assertRefused(png.assemble(PngWriter.deflate(new byte[exact + 1])), "after the last row");
    assertRefused(png.assemble(new byte[0]), "too few");
  }

  @Test
  void refusesADamagedZlibStreamInsideSoundChunks() {
    PngWriter png = new PngWriter(WIDTH, HEIGHT, 8, 0);
    byte[] zlib = PngWriter.deflate(new byte[HEIGHT * (WIDTH + 1)]);
    byte[] wrongSum = zlib.clone();
    wrongSum[zlib.length - 1] ^= 1;
    assertRefused(png.assemble(wrongSum), "incorrect data check");
    byte[] cut = Arrays.copyOf(zlib, zlib.length - 2);
    assertRefused(png.assemble(cut), "truncated");
    byte[] longer = Arrays.copyOf(zlib, zlib.length + 3);
    assertRefused(png.assemble(longer), "nothing after the zlib stream", "3 bytes");
    byte[] dictionary = zlib.clone();
    dictionary[1] = (byte) 0xbb;
    assertRefused(png.assemble(dictionary), "preset dictionary");
  }

  @Test
  void refusesIndicesOutsideThePalette() {
    PngWriter png = new PngWriter(WIDTH, HEIGHT, 4, 3);
    png.palette = new byte[3 * 5];
    byte[] file = png.write(Digit.samples(new int[] {5}, new int[] {4}));
    assertRefused(file, "palette index", "below 5", "got 5");
  }

  @Test
  void refusesChunksOutOfOrder() {
    PngWriter png = new PngWriter(WIDTH, HEIGHT, 8, 0);
    png.beforeData = PngWriter.chunk("IHDR", png.header());
    byte[] rows = PngWriter.deflate(new byte[HEIGHT * (WIDTH + 1)]);
    assertRefused(png.assemble(rows), "got IHDR");
    png.beforeData = PngWriter.chunk("ABCD", new byte[3]);
    assertRefused(png.assemble(rows), "got ABCD");
    png.beforeData = new byte[0];
    byte[] gap = PngWriter.chunk("tEXt", new byte[5]);
    byte[] sound = png.assemble(rows);
    int second = sound.length - 12 - (rows.length - rows.length / 2) - 12;
    ByteBuffer split = ByteBuffer.allocate(sound.length + gap.length);
    split.put(sound, 0, second).put(gap).put(sound, second, sound.length - second);
    assertRefused(split.array(), "all in a row", "tEXt");
  }

  @Test
  void skipsOptionalChunksHoweverTheyUnpack() throws Exception {
    PngWriter png = new PngWriter(WIDTH, HEIGHT, 8, 0);
    byte[] bomb = PngWriter.deflate(new byte[20_000_000]);
    byte[] text =
        ByteBuffer.allocate(bomb.length + 3).put((byte) 'a').putShort((short) 0).put(bomb).array();
    png.beforeData = PngWriter.chunk("zTXt", text);
    byte[] file = png.write(Digit.samples(new int[1], new int[] {255}));
    assertThat(decoder.decode(file)).isEqualTo(Digit.expected());
  }

  @ParameterizedTest
  @CsvSource({
    "0,5,8,0",
    "5,0,8,0",
    "-1,5,8,0",
    "2147483647,2147483647,8,0",
    "20000,20000,1,0",
    "32768,1,8,0",
    "5,5,3,0",
    "5,5,4,2",
    "5,5,16,3",
    "5,5,0,0",
    "5,5,8,1",
    "5,5,8,7"
  })
  void refusesImpossiblePngHeadersBeforeAnything(int width, int height, int depth, int color) {
    PngWriter png = new PngWriter(width, height, depth, color);
    assertRefused(png.assemble(PngWriter.deflate(new byte[10])));
  }

  @Test
  void refusesTinyGifsOfHugeSize() {
    ByteBuffer gif = ByteBuffer.allocate(35);
    gif.put("GIF89a".getBytes(StandardCharsets.US_ASCII)).putShort((short) -1).putShort((short) -1);
    gif.put((byte) 0x80).putShort((short) 0).put(new byte[6]).put((byte) 0x2c).putInt(0);
    gif.putShort((short) -1).putShort((short) -1).put((byte) 0).put((byte) 2);
    gif.put(new byte[] {2, 0x4c, 1, 0, 0x3b});
    assertRefused(gif.array(), "GIF frame size", "65535x65535");
  }

  @Test
  void refusesGifsWhoseDataEndsEarly() {
    byte[] gif = Samples.lossless().get("gif");
    for (int length = 0; length < gif.length; length++) {
      assertRefused(Arrays.copyOf(gif, length));
    }
  }

  @TestFactory
  Stream<DynamicTest> refusesJpegsWithTheEndMovedForward() {
    return Samples.lossy().entrySet().stream()
        .flatMap(
            file ->
                IntStream.of(5, 6, 7, 8, 9)
                    .mapToObj(
                        tenth ->
                            DynamicTest.dynamicTest(
                                file.getKey() + " ended at " + tenth + "/10",
                                () -> assertRefused(endedAt(file.getValue(), tenth)))));
  }

  private static byte[] endedAt(byte[] jpeg, int tenth) {
    byte[] ended = cut(jpeg, tenth);
    ended = Arrays.copyOf(ended, ended.length + 2);
    ended[ended.length - 2] = (byte) 0xff;
    ended[ended.length - 1] = (byte) 0xd9;
    return ended;
  }

  @Test
  void refusesJpegCodingsThatNobodyUses() {
    byte[] jpeg = Samples.jpeg();
    int frame = indexOf(jpeg, 0xc0);
    assertRefused(with(jpeg, frame + 1, 0xc9), "Huffman", "SOF9");
    assertRefused(with(jpeg, frame + 4, 12), "precision", "got 12");
    assertRefused(with(jpeg, frame + 9, 2), "components", "got 2");
    assertRefused(with(with(jpeg, frame + 5, 0), frame + 6, 0), "at least 1 pixel");
    assertRefused(with(jpeg, frame + 5, 0xff), "JPEG size");
  }

  @Test
  void refusesAProgressiveJpegWithoutItsScans() {
    byte[] jpeg = Samples.lossy().get("jpeg progressive");
    int first = indexOf(jpeg, 0xda);
    int frame = indexOf(jpeg, 0xc2);
    assertThat(jpeg[first + 4]).as("components in the first scan").isEqualTo((byte) 3);
    byte[] unscanned = with(jpeg, frame + 13, 77);
    assertRefused(unscanned, "a scan of component 77");
  }

  @Test
  void refusesAJpegOfManyScans() {
    byte[] jpeg = Samples.jpeg();
    int scan = indexOf(jpeg, 0xda);
    int scanBytes = jpeg.length - 2 - scan;
    ByteBuffer many = ByteBuffer.allocate(scan + 400 * scanBytes + 2).put(jpeg, 0, scan);
    for (int i = 0; i < 400; i++) {
      many.put(jpeg, scan, scanBytes);
    }
    many.putShort((short) 0xffd9);
    ImageDecoder small = new ImageDecoder(ImageLimits.defaults().withMaxPixels(WIDTH * HEIGHT));
    assertThatExceptionOfType(ImageFormatException.class)
        .isThrownBy(() -> small.decode(many.array()))
        .withMessage("bytes: JPEG scans: expected at most 16 at this size, got 17");
  }

  private static int indexOf(byte[] jpeg, int marker) {
    for (int at = 0; ; at++) {
      if (jpeg[at] == (byte) 0xff && jpeg[at + 1] == (byte) marker) {
        return at;
      }
    }
  }

  private static byte[] with(byte[] file, int at, int value) {
    byte[] changed = file.clone();
    changed[at] = (byte) value;
    return changed;
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "'', an empty file",
    "RIFF....WEBPVP8 , WebP",
    "....ftypheic....., HEIC",
    "....ftypavif....., AVIF",
    "....ftypisom....., a video",
    "%PDF-1.7, PDF",
    "'<?xml version=\"1.0\"?> <svg xmlns=\"http://www.w3.org/2000/svg\"/>', SVG",
    "'<svg width=\"3\"/>', SVG",
    "'  <!DOCTYPE html><p>no', HTML",
    "<HTML>, HTML",
    "<?xml version='1.0'?><a/>, XML",
    "Hello!, text",
    "BMW is a maker of cars and more, text",
    "P5ychology, text",
    "PK\u0003\u0004..., a ZIP archive",
    "8BPS, Photoshop",
    "'\u0001\u0002\u0003', unknown bytes 01 02 03"
  })
  void namesWhatIsNoPicture(String content, String name) {
    byte[] file = content.getBytes(StandardCharsets.ISO_8859_1);
    assertRefused(file, "picture format: expected PNG, JPEG, GIF, BMP, TIFF or PNM, got " + name);
  }

  @Test
  void namesSvgInUtf16() {
    assertRefused("<svg width='3'>".getBytes(StandardCharsets.UTF_16), "SVG");
  }
}
