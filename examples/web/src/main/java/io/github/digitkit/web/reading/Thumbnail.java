package io.github.digitkit.web.reading;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Makes the small pictures of the history. */
public final class Thumbnail {
  private static final int SIDE = 96;

  private Thumbnail() {}

  /** A grey PNG of the picture, at most 96 pixels on its longer side, each the mean of its area. */
  public static byte[] png(Picture picture) {
    int longer = Math.max(picture.width(), picture.height());
    double scale = Math.min(1, (double) SIDE / longer);
    int width = Math.max(1, (int) Math.round(picture.width() * scale));
    int height = Math.max(1, (int) Math.round(picture.height() * scale));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        small.getRaster().setSample(x, y, 0, mean(picture, x, y, width, height));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(small, "png", out);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
    return out.toByteArray();
  }

  private static int mean(Picture picture, int x, int y, int width, int height) {
    int left = (int) ((long) x * picture.width() / width);
    int right = Math.max(left + 1, (int) ((long) (x + 1) * picture.width() / width));
    int top = (int) ((long) y * picture.height() / height);
    int bottom = Math.max(top + 1, (int) ((long) (y + 1) * picture.height() / height));
    long sum = 0;
    for (int row = top; row < bottom; row++) {
      for (int column = left; column < right; column++) {
        sum += picture.grey()[row * picture.width() + column] & 0xff;
      }
    }
    return (int) (sum / ((long) (right - left) * (bottom - top)));
  }
}
