package io.github.digitkit.recognizer.image;

/** The colour types of PNG, with the bit depths each allows. */
enum PngColor {
  GRAY(0, 1, 1 | 2 | 4 | 8 | 16),
  RGB(2, 3, 8 | 16),
  PALETTE(3, 1, 1 | 2 | 4 | 8),
  GRAY_ALPHA(4, 2, 8 | 16),
  RGB_ALPHA(6, 4, 8 | 16);

  private final int code;
  private final int samples;
  private final int depths;

  PngColor(int code, int samples, int depths) {
    this.code = code;
    this.samples = samples;
    this.depths = depths;
  }

  static PngColor ofCode(EncodedImage file, int code) throws ImageFormatException {
    for (PngColor color : values()) {
      if (color.code == code) {
        return color;
      }
    }
    throw file.fault("PNG colour type", "0, 2, 3, 4 or 6", code);
  }

  /** Samples a pixel. */
  int samples() {
    return samples;
  }

  boolean allows(int depth) {
    return Integer.bitCount(depth) == 1 && (depths & depth) != 0;
  }

  boolean hasAlpha() {
    return this == GRAY_ALPHA || this == RGB_ALPHA;
  }
}
