package io.github.digitkit.recognizer.image;

/** Decodes BMP, row by row into a {@link GrayAccumulator}. */
final class BmpDecoder {
  private final EncodedImage file;
  private final BmpHeader header;
  private final PixelRow palette;
  private final BitField[] fields = new BitField[4];

  private BmpDecoder(EncodedImage file) throws ImageFormatException {
    this.file = file;
    header = BmpHeader.read(file);
    palette = palette();
    for (int i = 0; i < fields.length; i++) {
      fields[i] = new BitField(header.masks()[i]);
    }
  }

  static DecodedImage decode(EncodedImage file) throws ImageFormatException {
    return new BmpDecoder(file).decode();
  }

  private DecodedImage decode() throws ImageFormatException {
    int width = header.width();
    int height = header.height();
    if (header.compression() == BmpHeader.RLE8 || header.compression() == BmpHeader.RLE4) {
      GrayAccumulator picture = GrayAccumulator.opaque(width, height, file.limits());
      new BmpRunLengths(file, header, this::lookUp).decode(picture);
      return picture.finish("BMP");
    }
    file.require("BMP pixel data", header.dataAt(), header.rowBytes() * height);
    GrayAccumulator picture =
        usesAlpha()
            ? GrayAccumulator.transparent(width, height, file.limits())
            : GrayAccumulator.opaque(width, height, file.limits());
    PixelRow row = new PixelRow(width);
    for (int i = 0; i < height; i++) {
      unpack(Math.toIntExact(header.dataAt() + i * header.rowBytes()), row);
      picture.add(header.topDown() ? i : height - 1 - i, row);
    }
    return picture.finish("BMP");
  }

  private PixelRow palette() throws ImageFormatException {
    PixelRow colors = new PixelRow(header.colors());
    for (int i = 0; i < header.colors(); i++) {
      int at = header.paletteAt() + i * header.entryBytes();
      colors.setRgb(i, file.u8(at + 2), file.u8(at + 1), file.u8(at));
    }
    return colors;
  }

  /** Many programs declare alpha and leave it 0 everywhere; that means opaque. */
  private boolean usesAlpha() throws ImageFormatException {
    BitField alpha = fields[3];
    if (alpha.isEmpty()) {
      return false;
    }
    for (int y = 0; y < header.height(); y++) {
      long at = header.dataAt() + y * header.rowBytes();
      for (int x = 0; x < header.width(); x++) {
        if (alpha.of(pixel(at, x)) != 0) {
          return true;
        }
      }
    }
    return false;
  }

  private void unpack(int at, PixelRow row) throws ImageFormatException {
    if (header.bits() <= 8) {
      unpackIndices(at, row);
      return;
    }
    for (int x = 0; x < row.width(); x++) {
      int pixel = pixel(at, x);
      row.setRgb(x, fields[0].of(pixel), fields[1].of(pixel), fields[2].of(pixel));
      row.alpha[x] = (byte) (fields[3].isEmpty() ? 255 : fields[3].of(pixel));
    }
  }

  private int pixel(long rowAt, int x) {
    byte[] bytes = file.array();
    int step = header.bits() / 8;
    int at = (int) rowAt + x * step;
    int pixel = 0;
    for (int i = 0; i < step; i++) {
      pixel |= (bytes[at + i] & 0xff) << (8 * i);
    }
    return pixel;
  }

  private void unpackIndices(int at, PixelRow row) throws ImageFormatException {
    int bits = header.bits();
    int perByte = 8 / bits;
    int mask = (1 << bits) - 1;
    for (int x = 0; x < row.width(); x++) {
      int shift = 8 - bits * (x % perByte + 1);
      row.gray[x] = lookUp((file.array()[at + x / perByte] >> shift) & mask);
    }
  }

  private byte lookUp(int index) throws ImageFormatException {
    if (index >= palette.width()) {
      throw file.fault("BMP colour index", "below " + palette.width(), index);
    }
    return palette.gray[index];
  }

  /** The bits of a pixel that belong to one channel. */
  private static final class BitField {
    private final int mask;
    private final int shift;
    private final long most;

    BitField(int mask) {
      this.mask = mask;
      shift = mask == 0 ? 0 : Integer.numberOfTrailingZeros(mask);
      most = Integer.toUnsignedLong(mask >>> shift);
    }

    boolean isEmpty() {
      return mask == 0;
    }

    /** The channel's value, 0 to 255. */
    int of(int pixel) {
      if (mask == 0) {
        return 0;
      }
      long value = Integer.toUnsignedLong((pixel & mask) >>> shift);
      return (int) ((value * 255 + most / 2) / most);
    }
  }
}
