package io.github.digitkit.recognizer.image;

/**
 * Collects the rows of a picture in any order and averages them down to the working size, so that
 * memory depends on the working size and not on the picture's.
 *
 * <p>Colours are kept multiplied by alpha beside alpha itself; composing over white or black is
 * linear in both, so the choice of the background can wait until the whole picture is known.
 */
final class GrayAccumulator {
  private final int width;
  private final int height;
  private final int factor;
  private final int outWidth;
  private final int outHeight;
  private final boolean transparent;
  private final int[] graySums;
  private final int[] alphaSums;

  private GrayAccumulator(int width, int height, boolean transparent, ImageLimits limits) {
    this.width = width;
    this.height = height;
    this.transparent = transparent;
    factor = limits.shrinkFactor(width, height);
    outWidth = (width + factor - 1) / factor;
    outHeight = (height + factor - 1) / factor;
    graySums = new int[outWidth * outHeight];
    alphaSums = new int[transparent ? outWidth * outHeight : 0];
  }

  /** For a picture whose rows are opaque; what their alpha says is not looked at. */
  static GrayAccumulator opaque(int width, int height, ImageLimits limits) {
    return new GrayAccumulator(width, height, false, limits);
  }

  /** For a picture with alpha; pixels that are never added are transparent. */
  static GrayAccumulator transparent(int width, int height, ImageLimits limits) {
    return new GrayAccumulator(width, height, true, limits);
  }

  /** Adds a row of the whole width. Not modified. */
  void add(int y, PixelRow row) {
    add(y, 0, 1, width, row);
  }

  /**
   * Adds some pixels of a row, as an interlaced picture has them: {@code row}'s first {@code count}
   * pixels are at x = start, start + step, ... Each pixel may be added once. Not modified.
   */
  void add(int y, int start, int step, int count, PixelRow row) {
    if (transparent) {
      addTransparent(y, start, step, count, row);
    } else if (factor == 1) {
      addUnshrunk(y, start, step, count, row);
    } else {
      addOpaque(y, start, step, count, row);
    }
  }

  private void addUnshrunk(int y, int start, int step, int count, PixelRow row) {
    int to = y * outWidth + start;
    for (int i = 0; i < count; i++, to += step) {
      graySums[to] = row.gray[i] & 0xff;
    }
  }

  private void addOpaque(int y, int start, int step, int count, PixelRow row) {
    int base = y / factor * outWidth;
    int box = start / factor;
    int boxEnd = (box + 1) * factor;
    for (int i = 0, x = start; i < count; i++, x += step) {
      while (x >= boxEnd) {
        box++;
        boxEnd += factor;
      }
      graySums[base + box] += row.gray[i] & 0xff;
    }
  }

  private void addTransparent(int y, int start, int step, int count, PixelRow row) {
    int base = y / factor * outWidth;
    for (int i = 0, x = start; i < count; i++, x += step) {
      int alpha = row.alpha[i] & 0xff;
      int at = base + x / factor;
      alphaSums[at] += alpha;
      graySums[at] += ((row.gray[i] & 0xff) * alpha + 127) / 255;
    }
  }

  /** The averaged picture, on white or, where that has more contrast, on black. */
  DecodedImage finish(String format) {
    byte[] pixels = transparent ? composed() : factor == 1 ? unshrunk() : averages(0);
    return new DecodedImage(
        GrayImage.wrap(outWidth, outHeight, pixels), format, width, height, factor);
  }

  private byte[] unshrunk() {
    byte[] pixels = new byte[graySums.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) graySums[i];
    }
    return pixels;
  }

  private byte[] composed() {
    byte[] onWhite = averages(255);
    byte[] onBlack = averages(0);
    return contrast(onBlack) > contrast(onWhite) ? onBlack : onWhite;
  }

  private byte[] averages(int background) {
    byte[] pixels = new byte[outWidth * outHeight];
    for (int y = 0; y < outHeight; y++) {
      int rows = Math.min(factor, height - y * factor);
      for (int x = 0; x < outWidth; x++) {
        int at = y * outWidth + x;
        int count = rows * Math.min(factor, width - x * factor);
        int sum = graySums[at];
        if (background != 0) {
          sum += background * count - alphaSums[at];
        }
        pixels[at] = (byte) ((sum + count / 2) / count);
      }
    }
    return pixels;
  }

  private static int contrast(byte[] pixels) {
    int least = 255;
    int most = 0;
    for (byte pixel : pixels) {
      least = Math.min(least, pixel & 0xff);
      most = Math.max(most, pixel & 0xff);
    }
    return most - least;
  }
}
