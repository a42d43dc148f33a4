package io.github.digitkit.web;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures for {@link InkReader}. */
final class Pictures {
  private Pictures() {}

  /** A 28x28 PNG that is read as the digit; 0 is read from ink below the top row. */
  static byte[] digit(int digit) {
    return png(28, 28, digit);
  }

  static byte[] png(int width, int height, int darkInTopRow) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, 0xffffff);
      }
    }
    for (int x = 0; x < darkInTopRow; x++) {
      image.setRGB(x, 0, 0);
    }
    image.setRGB(width / 2, height / 2, 0);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
