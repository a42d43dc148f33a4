package io.github.digitkit.recognizer.image;

/**
 * A PNG's IHDR chunk, checked.
 *
 * @param width width in pixels
 * @param height height in pixels
 * @param depth bits a sample: 1, 2, 4, 8 or 16
 * @param color what a pixel's samples mean
 * @param interlaced whether the pixels come in the seven passes of Adam7
 */
record PngHeader(int width, int height, int depth, PngColor color, boolean interlaced) {
  static final int BYTES = 13;

  /** Reads the chunk's data at {@code at}. */
  static PngHeader read(EncodedImage file, int at) throws ImageFormatException {
    int width = file.i32BigEndian(at);
    int height = file.i32BigEndian(at + 4);
    file.requireSize("PNG", width, height);
    int depth = file.u8(at + 8);
    PngColor color = PngColor.ofCode(file, file.u8(at + 9));
    if (!color.allows(depth)) {
      throw file.fault("PNG bit depth", "one that " + color + " allows", depth);
    }
    requireAtMost(file, "PNG compression method", 0, file.u8(at + 10));
    requireAtMost(file, "PNG filter method", 0, file.u8(at + 11));
    requireAtMost(file, "PNG interlace method", 1, file.u8(at + 12));
    return new PngHeader(width, height, depth, color, file.u8(at + 12) == 1);
  }

  private static void requireAtMost(EncodedImage file, String what, int most, int got)
      throws ImageFormatException {
    if (got > most) {
      throw file.fault(what, most == 0 ? "0" : "0 to " + most, got);
    }
  }

  /** Bytes of a row of {@code pixels} pixels, without the filter byte. */
  int rowBytes(int pixels) {
    return Math.toIntExact(((long) pixels * color.samples() * depth + 7) / 8);
  }

  /** Distance to the byte that filters take for the pixel on the left. */
  int filterDistance() {
    return Math.max(1, color.samples() * depth / 8);
  }

  /** Bytes of all rows with their filter bytes, as the zlib stream must have them. */
  long streamBytes() {
    long bytes = 0;
    for (PngPass pass : PngPass.of(this)) {
      if (pass.width() > 0) {
        bytes += (long) pass.height() * (1 + rowBytes(pass.width()));
      }
    }
    return bytes;
  }
}
