package io.github.digitkit.recognizer.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes PNG of every kind, by the letter of the standard and straight from samples. */
final class PngWriter {
  static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int[][] ADAM7 = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  final int width;
  final int height;
  final int depth;
  final int colorType;
  boolean interlaced;
  byte[] palette = {};
  byte[] transparency = {};
  byte[] beforeData = {};

  /** Filter types are drawn from here, so that every one is met. */
  Random filters = new Random(1);

  PngWriter(int width, int height, int depth, int colorType) {
    this.width = width;
    this.height = height;
    this.depth = depth;
    this.colorType = colorType;
  }

  static int channels(int colorType) {
    return switch (colorType) {
      case 2 -> 3;
      case 4 -> 2;
      case 6 -> 4;
      default -> 1;
    };
  }

  /** {@code samples}: (height, width, channels). */
  byte[] write(int[] samples) {
    return assemble(deflate(rows(samples)));
  }

  /** The file around a given zlib stream, in two IDAT chunks. */
  byte[] assemble(byte[] zlib) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    out.writeBytes(chunk("IHDR", header()));
    if (palette.length > 0) {
      out.writeBytes(chunk("PLTE", palette));
    }
    if (transparency.length > 0) {
      out.writeBytes(chunk("tRNS", transparency));
    }
    out.writeBytes(beforeData);
    int half = zlib.length / 2;
    out.writeBytes(chunk("IDAT", ByteBuffer.wrap(zlib, 0, half)));
    out.writeBytes(chunk("IDAT", ByteBuffer.wrap(zlib, half, zlib.length - half)));
    out.writeBytes(chunk("IEND", new byte[0]));
    return out.toByteArray();
  }

  byte[] header() {
    return ByteBuffer.allocate(13)
        .putInt(width)
        .putInt(height)
        .put((byte) depth)
        .put((byte) colorType)
        .put((byte) 0)
        .put((byte) 0)
        .put((byte) (interlaced ? 1 : 0))
        .array();
  }

  static byte[] chunk(String type, byte[] data) {
    return chunk(type, ByteBuffer.wrap(data));
  }

  private static byte[] chunk(String type, ByteBuffer data) {
    ByteBuffer chunk = ByteBuffer.allocate(12 + data.remaining());
    chunk.putInt(data.remaining()).put(type.getBytes(StandardCharsets.ISO_8859_1)).put(data);
    CRC32 crc = new CRC32();
    crc.update(chunk.array(), 4, chunk.position() - 4);
    return chunk.putInt((int) crc.getValue()).array();
  }

  /** Makes every checksum of a damaged PNG right again, as far as its chunks can be walked. */
  static byte[] repaired(byte[] png) {
    byte[] repaired = png.clone();
    ByteBuffer file = ByteBuffer.wrap(repaired);
    int at = SIGNATURE.length;
    while (at <= repaired.length - 12) {
      int length = file.getInt(at);
      if (length < 0 || length > repaired.length - at - 12) {
        break;
      }
      CRC32 crc = new CRC32();
      crc.update(repaired, at + 4, length + 4);
      file.putInt(at + 8 + length, (int) crc.getValue());
      at += 12 + length;
    }
    return repaired;
  }

  static byte[] deflate(byte[] raw) {
    Deflater deflater = new Deflater();
    deflater.setInput(raw);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  /** The filtered rows of all passes. */
  byte[] rows(int[] samples) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int[][] passes = interlaced ? ADAM7 : new int[][] {{0, 0, 1, 1}};
    for (int[] pass : passes) {
      byte[] above = null;
      for (int y = pass[1]; y < height && pass[0] < width; y += pass[3]) {
        byte[] row = pack(samples, y, pass[0], pass[2]);
        out.writeBytes(filter(row, above == null ? new byte[row.length] : above));
        above = row;
      }
    }
    return out.toByteArray();
  }

  private byte[] pack(int[] samples, int y, int start, int step) {
    int channels = channels(colorType);
    int pixels = (width - start + step - 1) / step;
    byte[] row = new byte[(pixels * channels * depth + 7) / 8];
    int bit = 0;
    for (int x = start; x < width; x += step) {
      for (int c = 0; c < channels; c++) {
        int sample = samples[(y * width + x) * channels + c];
        for (int b = depth - 1; b >= 0; b--, bit++) {
          row[bit / 8] |= (byte) (((sample >> b) & 1) << (7 - bit % 8));
        }
      }
    }
    return row;
  }

  private byte[] filter(byte[] row, byte[] above) {
    int type = filters.nextInt(5);
    int distance = Math.max(1, channels(colorType) * depth / 8);
    byte[] out = new byte[row.length + 1];
    out[0] = (byte) type;
    for (int i = 0; i < row.length; i++) {
      int left = i < distance ? 0 : row[i - distance] & 0xff;
      int up = above[i] & 0xff;
      int corner = i < distance ? 0 : above[i - distance] & 0xff;
      int guess =
          switch (type) {
            case 1 -> left;
            case 2 -> up;
            case 3 -> (left + up) / 2;
            case 4 -> paeth(left, up, corner);
            default -> 0;
          };
      out[i + 1] = (byte) (row[i] - guess);
    }
    return out;
  }

  private static int paeth(int left, int up, int corner) {
    int estimate = left + up - corner;
    int best = left;
    for (int candidate : new int[] {up, corner}) {
      if (Math.abs(estimate - candidate) < Math.abs(estimate - best)) {
        best = candidate;
      }
    }
    return best;
  }
}
