package io.github.digitkit.recognizer.image;

import java.util.Arrays;

/**
 * The two run-length codes of BMP, RLE8 and RLE4, rows from the bottom. Pixels that are skipped
 * have colour 0.
 */
final class BmpRunLengths {
  /** Looks the grey of a colour index up. */
  @FunctionalInterface
  interface Palette {
    byte gray(int index) throws ImageFormatException;
  }

  private static final int END_OF_ROW = 0;
  private static final int END_OF_PICTURE = 1;
  private static final int DELTA = 2;

  private final EncodedImage file;
  private final BmpHeader header;
  private final Palette palette;
  private final PixelRow row;
  private int at;
  private int x;
  private int y;

  BmpRunLengths(EncodedImage file, BmpHeader header, Palette palette) {
    this.file = file;
    this.header = header;
    this.palette = palette;
    row = new PixelRow(header.width());
    at = header.dataAt();
    y = header.height() - 1;
  }

  /** Decodes everything into {@code picture}. Added to. */
  void decode(GrayAccumulator picture) throws ImageFormatException {
    byte background = palette.gray(0);
    Arrays.fill(row.gray, background);
    while (y >= 0) {
      int count = file.u8(at);
      int code = file.u8(at + 1);
      at += 2;
      if (count > 0) {
        addRun(count, code);
      } else if (code == END_OF_ROW) {
        finishRows(1, picture, background);
        x = 0;
      } else if (code == END_OF_PICTURE) {
        finishRows(y + 1, picture, background);
      } else if (code == DELTA) {
        requireRoom(file.u8(at));
        x += file.u8(at);
        finishRows(file.u8(at + 1), picture, background);
        at += 2;
      } else {
        addLiterals(code);
      }
    }
  }

  private void finishRows(int count, GrayAccumulator picture, byte background) {
    for (int i = 0; i < count && y >= 0; i++) {
      picture.add(y--, row);
      Arrays.fill(row.gray, background);
    }
  }

  private void addRun(int count, int code) throws ImageFormatException {
    requireRoom(count);
    for (int i = 0; i < count; i++) {
      int index = header.bits() == 8 ? code : nibble(code, i);
      row.gray[x++] = palette.gray(index);
    }
  }

  private void addLiterals(int count) throws ImageFormatException {
    requireRoom(count);
    for (int i = 0; i < count; i++) {
      int index = header.bits() == 8 ? file.u8(at + i) : nibble(file.u8(at + i / 2), i);
      row.gray[x++] = palette.gray(index);
    }
    int bytes = header.bits() == 8 ? count : (count + 1) / 2;
    at += bytes + bytes % 2;
  }

  /** Of two pixels in a byte the high bits are the first. */
  private static int nibble(int code, int i) {
    return i % 2 == 0 ? code >> 4 : code & 15;
  }

  private void requireRoom(int count) throws ImageFormatException {
    if (count > header.width() - x) {
      throw file.fault(
          "BMP run at byte " + at,
          "at most " + (header.width() - x) + " pixels to the end of the row",
          count);
    }
  }
}
