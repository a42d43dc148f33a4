package io.github.digitkit.recognizer.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Finds the orientation tag in a block of EXIF data, which is a small TIFF file.
 *
 * <p>Reads the first directory only, in one pass and without following any other offset. EXIF is an
 * extra that many programs write badly: what cannot be read counts as upright.
 */
final class ExifOrientation {
  private static final int HEADER_BYTES = 8;
  private static final int ENTRY_BYTES = 12;
  private static final int TAG_ORIENTATION = 0x0112;
  private static final int TYPE_SHORT = 3;
  private static final int TIFF_MAGIC = 42;

  private ExifOrientation() {}

  /** Reads the block of {@code length} bytes from {@code at}, beginning with II or MM. */
  static Orientation read(byte[] bytes, int at, int length) {
    if (length < HEADER_BYTES || bytes[at] != bytes[at + 1]) {
      return Orientation.UPRIGHT;
    }
    ByteBuffer tiff = ByteBuffer.wrap(bytes, at, length).slice();
    switch (bytes[at]) {
      case 'I' -> tiff.order(ByteOrder.LITTLE_ENDIAN);
      case 'M' -> tiff.order(ByteOrder.BIG_ENDIAN);
      default -> {
        return Orientation.UPRIGHT;
      }
    }
    return tiff.getShort(2) == TIFF_MAGIC ? readDirectory(tiff) : Orientation.UPRIGHT;
  }

  private static Orientation readDirectory(ByteBuffer tiff) {
    int directory = tiff.getInt(4);
    if (directory < HEADER_BYTES || directory > tiff.capacity() - 2) {
      return Orientation.UPRIGHT;
    }
    int stated = tiff.getShort(directory) & 0xffff;
    int present = Math.min(stated, (tiff.capacity() - directory - 2) / ENTRY_BYTES);
    for (int i = 0; i < present; i++) {
      int entry = directory + 2 + i * ENTRY_BYTES;
      if (tiff.getShort(entry) == TAG_ORIENTATION) {
        boolean oneShort = tiff.getShort(entry + 2) == TYPE_SHORT && tiff.getInt(entry + 4) == 1;
        return Orientation.ofTag(oneShort ? tiff.getShort(entry + 8) : 1);
      }
    }
    return Orientation.UPRIGHT;
  }
}
