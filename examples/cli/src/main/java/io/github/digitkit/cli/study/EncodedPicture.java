package io.github.digitkit.cli.study;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Pictures as the files that people send. */
final class EncodedPicture {
  private EncodedPicture() {}

  /**
   * @param format png or jpeg; what is transparent is always a PNG
   */
  static byte[] of(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(image, image.getColorModel().hasAlpha() ? "png" : format, out)) {
      throw new IOException("no writer for " + format);
    }
    return out.toByteArray();
  }
}
