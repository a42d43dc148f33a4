package io.github.digitkit.web.work;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads a picture's announced size from its first bytes, to plan the work before any decoding. It
 * judges nothing: the decoder has its own guards.
 */
final class PictureSize {
  private static final long PNG = 0x89504e470d0a1a0aL;
  private static final int GIF8 = 0x47494638;
  private static final int BM = 0x424d;
  private static final int JPEG_START = 0xffd8;

  private PictureSize() {}

  /** The number of pixels, or 0 if the bytes do not tell. */
  static long pixels(byte[] encoded) {
    ByteBuffer in = ByteBuffer.wrap(encoded);
    if (in.remaining() < 26) {
      return 0;
    }
    if (in.getLong(0) == PNG) {
      return area(in.getInt(16), in.getInt(20));
    }
    if (in.getInt(0) == GIF8) {
      in.order(ByteOrder.LITTLE_ENDIAN);
      return area(in.getShort(6) & 0xffff, in.getShort(8) & 0xffff);
    }
    int start = in.getShort(0) & 0xffff;
    if (start == BM) {
      in.order(ByteOrder.LITTLE_ENDIAN);
      return area(in.getInt(18), in.getInt(22));
    }
    return start == JPEG_START ? jpeg(in) : 0;
  }

  /** Walks the segments up to the frame header. */
  private static long jpeg(ByteBuffer in) {
    int at = 2;
    while (at + 9 <= in.limit()) {
      if ((in.get(at) & 0xff) != 0xff) {
        return 0;
      }
      int marker = in.get(at + 1) & 0xff;
      if (marker == 0xff) {
        at++;
      } else if (isFrame(marker)) {
        return area(in.getShort(at + 7) & 0xffff, in.getShort(at + 5) & 0xffff);
      } else {
        at += 2 + (in.getShort(at + 2) & 0xffff);
      }
    }
    return 0;
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private static long area(int width, int height) {
    return Math.abs((long) width) * Math.abs((long) height);
  }
}
