package io.github.digitkit.recognizer.image;

/** Decodes the portable maps PBM, PGM and PPM, as text (P1 to P3) and as bytes (P4 to P6). */
final class PnmDecoder {
  private static final int MOST = 65_535;

  private final EncodedImage file;
  private final int kind;
  private int at = 2;
  private int most = 1;

  private PnmDecoder(EncodedImage file) throws ImageFormatException {
    this.file = file;
    kind = file.u8(1) - '0';
  }

  static DecodedImage decode(EncodedImage file) throws ImageFormatException {
    return new PnmDecoder(file).decode();
  }

  private DecodedImage decode() throws ImageFormatException {
    int width = number("PNM width", Integer.MAX_VALUE);
    int height = number("PNM height", Integer.MAX_VALUE);
    file.requireSize("PNM", width, height);
    if (!isBitmap()) {
      most = number("PNM largest value", MOST);
      if (most == 0) {
        throw file.fault("PNM largest value", "1 to " + MOST, most);
      }
    }
    if (!isText()) {
      at++;
      file.require("PNM pixel data", at, rowBytes(width) * height);
    }
    GrayAccumulator picture = GrayAccumulator.opaque(width, height, file.limits());
    PixelRow row = new PixelRow(width);
    for (int y = 0; y < height; y++) {
      unpack(row);
      picture.add(y, row);
    }
    return picture.finish("PNM");
  }

  private boolean isText() {
    return kind <= 3;
  }

  private boolean isBitmap() {
    return kind == 1 || kind == 4;
  }

  private boolean isColor() {
    return kind == 3 || kind == 6;
  }

  private long rowBytes(int width) {
    return isBitmap()
        ? (width + 7L) / 8
        : (long) width * (isColor() ? 3 : 1) * (most > 255 ? 2 : 1);
  }

  private void unpack(PixelRow row) throws ImageFormatException {
    if (kind == 4) {
      for (int x = 0; x < row.width(); x++) {
        row.gray[x] = (byte) (((file.u8(at + x / 8) >> (7 - x % 8)) & 1) == 1 ? 0 : 255);
      }
      at += (int) rowBytes(row.width());
      return;
    }
    for (int x = 0; x < row.width(); x++) {
      if (isColor()) {
        row.setRgb(x, sample(), sample(), sample());
      } else {
        row.gray[x] = (byte) sample();
      }
    }
  }

  /** The next sample as 0 to 255, white last. */
  private int sample() throws ImageFormatException {
    if (kind == 1) {
      return bit() == 1 ? 0 : 255;
    }
    int value;
    if (isText()) {
      value = number("PNM sample", most);
    } else {
      value = most > 255 ? file.u16BigEndian(at) : file.u8(at);
      at += most > 255 ? 2 : 1;
    }
    if (value > most) {
      throw file.fault("PNM sample", "at most " + most, value);
    }
    return (value * 255 + most / 2) / most;
  }

  /** In the text form of a bitmap the digits need no space between them. */
  private int bit() throws ImageFormatException {
    skipSpace();
    int digit = file.u8(at++);
    if (digit != '0' && digit != '1') {
      throw file.fault("PNM bit at byte " + (at - 1), "0 or 1", "code " + digit);
    }
    return digit - '0';
  }

  private int number(String what, int atMost) throws ImageFormatException {
    skipSpace();
    int start = at;
    long value = 0;
    while (at < file.length() && file.u8(at) >= '0' && file.u8(at) <= '9') {
      value = value * 10 + file.u8(at++) - '0';
      if (value > atMost) {
        throw file.fault(what, "at most " + atMost, "a larger one");
      }
    }
    if (at == start) {
      file.require(what, at, 1);
      throw file.fault(what + " at byte " + at, "a number", "code " + file.u8(at));
    }
    return (int) value;
  }

  private void skipSpace() throws ImageFormatException {
    while (at < file.length() && (isSpace(file.u8(at)) || file.u8(at) == '#')) {
      if (file.u8(at) == '#') {
        skipComment();
      } else {
        at++;
      }
    }
  }

  private void skipComment() throws ImageFormatException {
    while (at < file.length() && file.u8(at) != '\n' && file.u8(at) != '\r') {
      at++;
    }
  }

  private static boolean isSpace(int code) {
    return code == ' ' || (code >= '\t' && code <= '\r');
  }
}
