package io.github.digitkit.recognizer.image;

/**
 * A BMP's headers, checked: the OS/2 one of 12 bytes or a Windows one of 40 to 124.
 *
 * @param height rows, the sign taken off
 * @param topDown whether the first row stored is the top one
 * @param bits bits a pixel
 * @param compression one of this record's constants
 * @param paletteAt where the colour table is, {@code colors} entries of {@code entryBytes}
 * @param dataAt where the pixels are
 * @param masks which bits of a pixel are red, green, blue and alpha; all 0 with a palette
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; lives as long as one decoding.
record BmpHeader(
    int width,
    int height,
    boolean topDown,
    int bits,
    int compression,
    int paletteAt,
    int colors,
    int entryBytes,
    int dataAt,
    int[] masks) {
  static final int PLAIN = 0;
  static final int RLE8 = 1;
  static final int RLE4 = 2;
  static final int BITFIELDS = 3;
  static final int ALPHA_BITFIELDS = 6;

  private static final int FILE_HEADER_BYTES = 14;
  private static final int OS2_BYTES = 12;
  private static final int OS2_V2_BYTES = 64;
  private static final int INFO_BYTES = 40;
  private static final int WITH_ALPHA_MASK_BYTES = 56;
  private static final int MOST_BYTES = 124;
  private static final int MASKS_AT = 54;

  /** Whether a file that begins with BM goes on with a header size that exists. */
  private static boolean isHeaderSize(long size) {
    return size == OS2_BYTES || (size >= INFO_BYTES && size <= MOST_BYTES);
  }

  static BmpHeader read(EncodedImage file) throws ImageFormatException {
    int size = file.i32LittleEndian(FILE_HEADER_BYTES);
    if (!isHeaderSize(size)) {
      throw file.fault("BMP header size", "12 or 40 to 124", size);
    }
    file.require("BMP header", FILE_HEADER_BYTES, size);
    return size == OS2_BYTES ? readOs2(file) : readInfo(file, size);
  }

  private static BmpHeader readOs2(EncodedImage file) throws ImageFormatException {
    int bits = file.u16LittleEndian(24);
    int colors = bits <= 8 ? 1 << bits : 0;
    return new BmpHeader(
            file.u16LittleEndian(18),
            file.u16LittleEndian(20),
            false,
            bits,
            PLAIN,
            FILE_HEADER_BYTES + OS2_BYTES,
            colors,
            3,
            file.i32LittleEndian(10),
            defaultMasks(bits))
        .checked(file);
  }

  private static BmpHeader readInfo(EncodedImage file, int size) throws ImageFormatException {
    int height = file.i32LittleEndian(22);
    int bits = file.u16LittleEndian(28);
    int compression = file.i32LittleEndian(30);
    if (size == OS2_V2_BYTES && compression > RLE4) {
      throw file.fault("BMP compression of OS/2", "0, 1 or 2", compression);
    }
    boolean masked = compression == BITFIELDS || compression == ALPHA_BITFIELDS;
    int paletteAt = FILE_HEADER_BYTES + size;
    if (size == INFO_BYTES && masked) {
      paletteAt += compression == BITFIELDS ? 12 : 16;
    }
    return new BmpHeader(
            file.i32LittleEndian(18),
            Math.abs(height),
            height < 0,
            bits,
            compression,
            paletteAt,
            colors(file, bits),
            4,
            file.i32LittleEndian(10),
            masked ? readMasks(file, size, compression) : defaultMasks(bits))
        .checked(file);
  }

  private static int colors(EncodedImage file, int bits) throws ImageFormatException {
    if (bits > 8) {
      return 0;
    }
    int used = file.i32LittleEndian(46);
    int most = 1 << bits;
    return used <= 0 || used > most ? most : used;
  }

  private static int[] readMasks(EncodedImage file, int size, int compression)
      throws ImageFormatException {
    boolean alpha = size >= WITH_ALPHA_MASK_BYTES || compression == ALPHA_BITFIELDS;
    return new int[] {
      file.i32LittleEndian(MASKS_AT),
      file.i32LittleEndian(MASKS_AT + 4),
      file.i32LittleEndian(MASKS_AT + 8),
      alpha ? file.i32LittleEndian(MASKS_AT + 12) : 0
    };
  }

  private static int[] defaultMasks(int bits) {
    return switch (bits) {
      case 16 -> new int[] {0x7c00, 0x03e0, 0x001f, 0};
      case 24, 32 -> new int[] {0xff0000, 0x00ff00, 0x0000ff, 0};
      default -> new int[4];
    };
  }

  private BmpHeader checked(EncodedImage file) throws ImageFormatException {
    file.requireSize("BMP", width, height);
    boolean fits =
        switch (compression) {
          case PLAIN ->
              bits == 1 || bits == 4 || bits == 8 || bits == 16 || bits == 24 || bits == 32;
          case RLE8 -> bits == 8 && !topDown;
          case RLE4 -> bits == 4 && !topDown;
          case BITFIELDS, ALPHA_BITFIELDS -> bits == 16 || bits == 32;
          default -> false;
        };
    if (!fits) {
      throw file.fault(
          "BMP",
          "1, 4, 8, 16, 24 or 32 bits, plain, run lengths or bit fields",
          bits + " bits with compression " + compression);
    }
    file.require("BMP colour table", paletteAt, (long) colors * entryBytes);
    if (dataAt < paletteAt) {
      throw file.fault("BMP pixel data", "a place behind the headers", "byte " + dataAt);
    }
    return this;
  }

  /** Bytes of a stored row, a multiple of four. */
  long rowBytes() {
    return ((long) width * bits + 31) / 32 * 4;
  }
}
