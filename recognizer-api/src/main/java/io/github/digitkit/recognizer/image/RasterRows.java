package io.github.digitkit.recognizer.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Reads the rows of a {@link BufferedImage} of any type.
 *
 * <p>Grey samples are taken as they are: through {@code getRGB} the JDK treats them as linear light
 * and makes them brighter.
 */
final class RasterRows {
  private final BufferedImage image;
  private final Raster raster;
  private final ColorModel colors;
  private final int width;

  private RasterRows(BufferedImage image) {
    this.image = image;
    raster = image.getRaster();
    colors = image.getColorModel();
    width = image.getWidth();
  }

  /** Averages the picture down to the working size. Not modified. */
  static DecodedImage toGray(BufferedImage image, String format, ImageLimits limits) {
    return new RasterRows(image).toGray(format, limits);
  }

  private DecodedImage toGray(String format, ImageLimits limits) {
    int height = image.getHeight();
    GrayAccumulator picture =
        colors.hasAlpha()
            ? GrayAccumulator.transparent(width, height, limits)
            : GrayAccumulator.opaque(width, height, limits);
    PixelRow row = new PixelRow(width);
    int[] samples = new int[width * Math.max(4, raster.getNumBands())];
    for (int y = 0; y < height; y++) {
      if (isPlainGray()) {
        readGray(y, samples, row);
      } else if (isPlainRgb()) {
        readRgb(y, samples, row);
      } else {
        readAny(y, samples, row);
      }
      picture.add(y, row);
    }
    return picture.finish(format);
  }

  private boolean isPlainGray() {
    return colors.getColorSpace().getType() == ColorSpace.TYPE_GRAY
        && isPlain()
        && colors.getComponentSize(0) <= 16;
  }

  private boolean isPlainRgb() {
    return colors.getColorSpace().isCS_sRGB() && isPlain() && hasByteSamples();
  }

  private boolean isPlain() {
    int type = raster.getTransferType();
    return !(colors instanceof IndexColorModel)
        && !colors.isAlphaPremultiplied()
        && (type == DataBuffer.TYPE_BYTE
            || type == DataBuffer.TYPE_USHORT
            || type == DataBuffer.TYPE_INT)
        && raster.getNumBands() == colors.getNumComponents();
  }

  private boolean hasByteSamples() {
    for (int bits : colors.getComponentSize()) {
      if (bits != 8) {
        return false;
      }
    }
    return true;
  }

  private void readGray(int y, int[] samples, PixelRow row) {
    raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, samples);
    int bands = raster.getNumBands();
    int most = (1 << colors.getComponentSize(0)) - 1;
    for (int x = 0; x < width; x++) {
      row.gray[x] = toByte(samples[x * bands], most);
      if (bands > 1) {
        row.alpha[x] = toByte(samples[x * bands + 1], most);
      }
    }
  }

  private static byte toByte(int sample, int most) {
    return (byte) ((sample * 255 + most / 2) / most);
  }

  private void readRgb(int y, int[] samples, PixelRow row) {
    raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, samples);
    int bands = raster.getNumBands();
    for (int x = 0; x < width; x++) {
      int at = x * bands;
      row.setRgb(x, samples[at], samples[at + 1], samples[at + 2]);
      if (bands > 3) {
        row.alpha[x] = (byte) samples[at + 3];
      }
    }
  }

  private void readAny(int y, int[] argb, PixelRow row) {
    image.getRGB(0, y, width, 1, argb, 0, width);
    for (int x = 0; x < width; x++) {
      row.setArgb(x, argb[x]);
    }
  }
}
