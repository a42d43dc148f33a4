package io.github.digitkit.recognizer.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large pictures and bombs, decoded by a Java of their own with 128 MB. */
class SmallHeapTest {
  private static final int WIDTH = 7000;
  private static final int HEIGHT = 7143;

  @TempDir Path folder;

  @Test
  void readsFiftyMegapixels() throws Exception {
    WritableRaster digit = digit();
    write("colour.png", png(digit, 8, 2));
    write("bitmap.png", png(digit, 1, 0));
    BufferedImage image = withPalette(digit);
    write("colour.jpg", JdkWriter.write(image, "jpeg"));
    write("digit.gif", JdkWriter.write(image, "gif"));
    write("digit.tif", JdkWriter.compressed(grey(digit), "tiff", "LZW"));
    write("digit.pgm", pgm(digit));
    Map<String, String[]> lines = decodeAll();
    assertThat(lines).hasSize(6);
    lines.forEach(
        (name, line) -> assertThat(line[2]).as(name).startsWith("7000x7143 / ").endsWith(" digit"));
  }

  @Test
  void refusesBombsWithinASecond() throws Exception {
    PngWriter huge = new PngWriter(20_000, 20_000, 8, 0);
    byte[] zeros = zeros(312_000_000L);
    write("absurd-png", huge.assemble(zeros));
    PngWriter small = new PngWriter(28, 28, 8, 0);
    write("zlib-bomb-png", small.assemble(zeros));
    write("out-of-memory-png", new PngWriter(1 << 30, 1 << 30, 16, 6).assemble(new byte[1]));
    write("hollow-png", new PngWriter(7900, 7900, 16, 6).assemble(PngWriter.deflate(new byte[9])));
    write("hollow-jpeg", hollowJpeg());
    write("hollow-gif", gif(7900, 7900));
    write("absurd-gif", gif(65_535, 65_535));
    write("hollow-bmp", bmp(7900, 7900));
    write("overflow-bmp", bmp(1 << 30, Integer.MIN_VALUE));
    write("absurd-pgm", "P5 99999999999 99999999999 255\n".getBytes(StandardCharsets.US_ASCII));
    write("hollow-pgm", "P2 7900 7900 255\n1 2 3".getBytes(StandardCharsets.US_ASCII));
    byte[] tiff = JdkWriter.write(Digit.image(BufferedImage.TYPE_BYTE_GRAY), "tiff");
    write("absurd-tiff", withTiffNumber(tiff, 256, 1_000_000));
    write("hollow-tiff", withTiffNumber(withTiffNumber(tiff, 256, 7900), 257, 7900));
    write("deep-tiff", withTiffNumber(tiff, 258, 30));
    write("empty", new byte[0]);
    write("page.html", "<html>".getBytes(StandardCharsets.US_ASCII));
    Map<String, String[]> lines = decodeAll();
    assertThat(lines).hasSize(16);
    lines.forEach(
        (name, line) -> {
          assertThat(line[2])
              .as(name)
              .startsWith("refused: ")
              .contains("expected ", ", got ")
              .doesNotContain("heap space");
          assertThat(Long.parseLong(line[1])).as(name + " ms").isLessThan(1000);
        });
  }

  private void write(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
  }

  private Map<String, String[]> decodeAll() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                DecodeInSmallHeap.class.getName()));
    Path output = folder.resolveSibling(folder.getFileName() + ".out");
    try (var files = Files.list(folder)) {
      files.map(Path::toString).sorted().forEach(command::add);
    }
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended in time").isTrue();
      String text = Files.readString(output);
      assertThat(process.exitValue()).as(text).isZero();
      Map<String, String[]> lines = new TreeMap<>();
      text.lines().map(line -> line.split("\t", 3)).forEach(line -> lines.put(line[0], line));
      System.getLogger(SmallHeapTest.class.getName()).log(System.Logger.Level.INFO, "\n" + text);
      return lines;
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(output);
    }
  }

  /** A large digit of grey samples, one byte a pixel; under a palette it is written in colour. */
  private static WritableRaster digit() {
    WritableRaster raster = Raster.createInterleavedRaster(0, WIDTH, HEIGHT, 1, null);
    byte[] row = new byte[WIDTH];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        row[x] = (byte) (Digit.isInk(x, y, WIDTH, HEIGHT) ? 0 : 255);
      }
      raster.setDataElements(0, y, WIDTH, 1, row);
    }
    return raster;
  }

  private static BufferedImage withPalette(WritableRaster raster) {
    byte[] grays = new byte[256];
    for (int i = 0; i < grays.length; i++) {
      grays[i] = (byte) i;
    }
    return new BufferedImage(new IndexColorModel(8, 256, grays, grays, grays), raster, false, null);
  }

  private static BufferedImage grey(WritableRaster raster) {
    ColorSpace gray = ColorSpace.getInstance(ColorSpace.CS_GRAY);
    var model = new ComponentColorModel(gray, false, false, Transparency.OPAQUE, 0);
    return new BufferedImage(model, raster, false, null);
  }

  private static byte[] png(Raster digit, int depth, int colorType) throws IOException {
    int channels = PngWriter.channels(colorType);
    var bytes = new ByteArrayOutputStream();
    Deflater fast = new Deflater(1);
    try (OutputStream rows = new DeflaterOutputStream(bytes, fast, 65_536)) {
      byte[] row = new byte[1 + (WIDTH * channels * depth + 7) / 8];
      for (int y = 0; y < HEIGHT; y++) {
        Arrays.fill(row, 1, row.length, (byte) -1);
        for (int x = 0; x < WIDTH; x++) {
          if (digit.getSample(x, y, 0) == 0) {
            setBlack(row, x, channels, depth);
          }
        }
        rows.write(row);
      }
    } finally {
      fast.end();
    }
    return new PngWriter(WIDTH, HEIGHT, depth, colorType).assemble(bytes.toByteArray());
  }

  private static void setBlack(byte[] row, int x, int channels, int depth) {
    if (depth == 1) {
      row[1 + x / 8] &= (byte) ~(0x80 >> (x % 8));
    } else {
      Arrays.fill(row, 1 + x * channels, 1 + (x + 1) * channels, (byte) 0);
    }
  }

  private static byte[] pgm(Raster digit) {
    byte[] header = ("P5 " + WIDTH + " " + HEIGHT + " 255\n").getBytes(StandardCharsets.US_ASCII);
    byte[] pixels = ((DataBufferByte) digit.getDataBuffer()).getData();
    return ByteBuffer.allocate(header.length + pixels.length).put(header).put(pixels).array();
  }

  private static byte[] zeros(long count) throws IOException {
    var bytes = new ByteArrayOutputStream();
    Deflater fast = new Deflater(1);
    try (OutputStream out = new DeflaterOutputStream(bytes, fast, 65_536)) {
      byte[] block = new byte[1_000_000];
      for (long left = count; left > 0; left -= block.length) {
        out.write(block);
      }
    } finally {
      fast.end();
    }
    return bytes.toByteArray();
  }

  /** The digit's JPEG with a size of its own in the frame. */
  private static byte[] hollowJpeg() {
    byte[] jpeg = Samples.jpeg();
    for (int at = 0; ; at++) {
      if (jpeg[at] == (byte) 0xff && jpeg[at + 1] == (byte) 0xc0) {
        ByteBuffer.wrap(jpeg).putShort(at + 5, (short) 7900).putShort(at + 7, (short) 7900);
        return jpeg;
      }
    }
  }

  private static byte[] gif(int width, int height) {
    ByteBuffer gif = ByteBuffer.allocate(35).order(ByteOrder.LITTLE_ENDIAN);
    gif.put("GIF89a".getBytes(StandardCharsets.US_ASCII));
    gif.putShort((short) width).putShort((short) height);
    gif.put((byte) 0x80).putShort((short) 0).put(new byte[6]).put((byte) 0x2c).putInt(0);
    gif.putShort((short) width).putShort((short) height).put((byte) 0).put((byte) 2);
    return gif.put(new byte[] {2, 0x4c, 1, 0, 0x3b}).array();
  }

  private static byte[] bmp(int width, int height) {
    ByteBuffer bmp = ByteBuffer.allocate(60).order(ByteOrder.LITTLE_ENDIAN);
    bmp.put((byte) 'B').put((byte) 'M').putInt(60).putInt(0).putInt(54);
    return bmp.putInt(40)
        .putInt(width)
        .putInt(height)
        .putShort((short) 1)
        .putShort((short) 24)
        .array();
  }

  /** Changes a number in the first directory of a TIFF. */
  private static byte[] withTiffNumber(byte[] tiff, int tag, int number) {
    byte[] changed = tiff.clone();
    ByteBuffer in = ByteBuffer.wrap(changed);
    in.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = in.getInt(4);
    for (int i = 0; i < in.getShort(directory); i++) {
      int entry = directory + 2 + 12 * i;
      if (in.getShort(entry) == tag) {
        in.putShort(entry + 2, (short) 4).putInt(entry + 8, number);
      }
    }
    return changed;
  }
}
