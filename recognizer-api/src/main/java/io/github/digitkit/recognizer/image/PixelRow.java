package io.github.digitkit.recognizer.image;

import java.util.Arrays;

/**
 * One row of pixels between a format's decoder and {@link GrayAccumulator}; used again and again.
 */
final class PixelRow {
  /** Grey values, 0 = black to 255 = white, not multiplied by alpha. */
  final byte[] gray;

  /** Opacity, 0 to 255; opaque until a decoder says otherwise. */
  final byte[] alpha;

  PixelRow(int width) {
    gray = new byte[width];
    alpha = new byte[width];
    Arrays.fill(alpha, (byte) 255);
  }

  int width() {
    return gray.length;
  }

  void setRgb(int x, int red, int green, int blue) {
    gray[x] = (byte) gray(red, green, blue);
  }

  void setArgb(int x, int argb) {
    gray[x] = (byte) gray((argb >> 16) & 0xff, (argb >> 8) & 0xff, argb & 0xff);
    alpha[x] = (byte) (argb >>> 24);
  }

  /**
   * Half Rec. 601 luma, half the smallest channel: coloured ink of any hue stays dark against white
   * paper (pure yellow, of luma 226, becomes 113), and a grey keeps its value.
   */
  static int gray(int red, int green, int blue) {
    int luma = 19595 * red + 38470 * green + 7471 * blue;
    int least = Math.min(red, Math.min(green, blue));
    return (luma + (least << 16) + (1 << 16)) >> 17;
  }
}
