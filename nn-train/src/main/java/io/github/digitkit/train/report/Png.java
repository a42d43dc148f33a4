package io.github.digitkit.train.report;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes PNG files (ISO/IEC 15948), 8 bits a channel, without java.desktop. */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int GRAY = 0;
  private static final int RGB = 2;

  private Png() {}

  /** {@code (height, width)} grey values. */
  static byte[] gray(byte[] pixels, int width) {
    return encode(pixels, width, GRAY);
  }

  /** {@code (height, width, 3)} red, green, blue. */
  static byte[] rgb(byte[] pixels, int width) {
    return encode(pixels, width * 3, RGB);
  }

  /** A picture to put into a page. */
  static String dataUri(byte[] png) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }

  private static byte[] encode(byte[] pixels, int rowBytes, int colourType) {
    int height = pixels.length / rowBytes;
    int width = colourType == RGB ? rowBytes / 3 : rowBytes;
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, (byte) colourType, 0, 0, 0})
            .array();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    chunk(out, "IHDR", header);
    chunk(out, "IDAT", compressed(pixels, rowBytes, height));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  /** Every row begins with its filter: 0, none. */
  private static byte[] compressed(byte[] pixels, int rowBytes, int height) {
    byte[] rows = new byte[height * (rowBytes + 1)];
    for (int row = 0; row < height; row++) {
      System.arraycopy(pixels, row * rowBytes, rows, row * (rowBytes + 1) + 1, rowBytes);
    }
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(rows);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
