package io.github.digitkit.recognizer.image;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The digit in every format, by name. */
final class Samples {
  private static final int RGB = BufferedImage.TYPE_INT_RGB;
  private static final int GRAY = BufferedImage.TYPE_BYTE_GRAY;
  private static final int BINARY = BufferedImage.TYPE_BYTE_BINARY;

  private Samples() {}

  /** Files that keep every pixel. */
  static Map<String, byte[]> lossless() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("png", png());
    files.put("gif", JdkWriter.write(Digit.image(BINARY), "gif"));
    files.put("gif interlaced", JdkWriter.interlaced(Digit.image(RGB), "gif"));
    files.put("gif transparent", JdkWriter.write(transparent(), "gif"));
    files.put("bmp 24", JdkWriter.write(Digit.image(RGB), "bmp"));
    files.put("bmp 8", JdkWriter.write(Digit.image(GRAY), "bmp"));
    files.put("bmp 1", JdkWriter.write(Digit.image(BINARY), "bmp"));
    files.put(
        "bmp bit fields",
        JdkWriter.compressed(
            Digit.image(BufferedImage.TYPE_USHORT_565_RGB), "bmp", "BI_BITFIELDS"));
    files.put("bmp rle8", JdkWriter.compressed(Digit.image(GRAY), "bmp", "BI_RLE8"));
    files.put("bmp rle4", JdkWriter.compressed(fourBits(), "bmp", "BI_RLE4"));
    for (String kind : new String[] {"LZW", "PackBits", "Deflate", "ZLib"}) {
      files.put("tiff " + kind, JdkWriter.compressed(Digit.image(RGB), "tiff", kind));
    }
    files.put("tiff", JdkWriter.write(Digit.image(GRAY), "tiff"));
    files.put("tiff fax", JdkWriter.compressed(Digit.image(BINARY), "tiff", "CCITT T.6"));
    for (int kind = 1; kind <= 6; kind++) {
      files.put("pnm P" + kind, pnm(kind));
    }
    return files;
  }

  /** JPEG of every colour model. */
  static Map<String, byte[]> lossy() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("jpeg", jpeg());
    files.put("jpeg grey", JdkWriter.write(Digit.image(GRAY), "jpeg"));
    files.put("jpeg progressive", JdkWriter.interlaced(Digit.image(RGB), "jpeg"));
    files.put("jpeg cmyk", JdkWriter.raster(bands(0, 0, 0, 255), "jpeg"));
    files.put("jpeg adobe cmyk", adobe(JdkWriter.raster(bands(255, 255, 255, 0), "jpeg"), 0));
    files.put("jpeg adobe ycck", adobe(JdkWriter.raster(ycck(), "jpeg"), 2));
    return files;
  }

  static byte[] png() {
    PngWriter png = new PngWriter(Digit.WIDTH, Digit.HEIGHT, 8, 0);
    return png.write(Digit.samples(new int[] {0}, new int[] {255}));
  }

  static byte[] jpeg() {
    return JdkWriter.write(Digit.image(RGB), "jpeg");
  }

  private static BufferedImage transparent() {
    return Digit.image(BufferedImage.TYPE_INT_ARGB, 0xff000000, 0x00ffffff);
  }

  private static BufferedImage fourBits() {
    byte[] grays = new byte[16];
    for (int i = 0; i < grays.length; i++) {
      grays[i] = (byte) (17 * i);
    }
    var palette = new java.awt.image.IndexColorModel(4, 16, grays, grays, grays);
    BufferedImage image = new BufferedImage(Digit.WIDTH, Digit.HEIGHT, BINARY, palette);
    image.getGraphics().drawImage(Digit.image(RGB), 0, 0, null);
    return image;
  }

  /** Four bands: paper 0 0 0 0, with {@code ink} where the digit is; both inverted if ink is. */
  private static Raster bands(int... ink) {
    boolean inverted = ink[0] == 255;
    int[] paper = new int[4];
    Arrays.fill(paper, inverted ? 255 : 0);
    WritableRaster raster = Raster.createInterleavedRaster(0, Digit.WIDTH, Digit.HEIGHT, 4, null);
    return filled(raster, ink, paper);
  }

  private static Raster ycck() {
    WritableRaster raster = Raster.createInterleavedRaster(0, Digit.WIDTH, Digit.HEIGHT, 4, null);
    return filled(raster, new int[] {255, 128, 128, 0}, new int[] {255, 128, 128, 255});
  }

  private static Raster filled(WritableRaster raster, int[] ink, int[] paper) {
    for (int y = 0; y < Digit.HEIGHT; y++) {
      for (int x = 0; x < Digit.WIDTH; x++) {
        raster.setPixel(x, y, Digit.isInk(x, y) ? ink : paper);
      }
    }
    return raster;
  }

  /** Adds Adobe's marker behind the start. */
  private static byte[] adobe(byte[] jpeg, int transform) {
    ByteBuffer marker = ByteBuffer.allocate(14).putShort((short) 14);
    marker.put("Adobe".getBytes(StandardCharsets.ISO_8859_1));
    marker.putShort((short) 100).putInt(0).put((byte) transform);
    return withSegment(jpeg, 0xee, Arrays.copyOfRange(marker.array(), 2, 14));
  }

  /** Adds a segment behind the start of a JPEG. */
  static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
    return ByteBuffer.allocate(jpeg.length + content.length + 4)
        .put(jpeg, 0, 2)
        .put((byte) 0xff)
        .put((byte) marker)
        .putShort((short) (content.length + 2))
        .put(content)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  /** The digit as a portable map, with a comment. */
  private static byte[] pnm(int kind) {
    boolean bitmap = kind == 1 || kind == 4;
    int channels = kind % 3 == 0 ? 3 : 1;
    int most = kind <= 3 ? 7 : 1000;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ascii("P" + kind + "\n# a comment\n" + Digit.WIDTH + " " + Digit.HEIGHT + "\n"));
    if (!bitmap) {
      out.writeBytes(ascii(most + "\n"));
    }
    for (int y = 0; y < Digit.HEIGHT; y++) {
      byte[] packed = new byte[(Digit.WIDTH + 7) / 8];
      for (int x = 0; x < Digit.WIDTH; x++) {
        boolean ink = Digit.isInk(x, y);
        if (kind == 4) {
          packed[x / 8] |= (byte) (ink ? 0x80 >> (x % 8) : 0);
        } else if (kind == 1) {
          out.writeBytes(ascii(ink ? "1" : "0"));
        } else {
          int value = ink ? 0 : most;
          byte[] sample =
              kind <= 3 ? ascii(value + " ") : new byte[] {(byte) (value >> 8), (byte) value};
          for (int c = 0; c < channels; c++) {
            out.writeBytes(sample);
          }
        }
      }
      out.writeBytes(kind == 4 ? packed : new byte[0]);
    }
    return out.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
