package io.github.digitkit.recognizer.image;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Writes the formats that the JDK writes. */
final class JdkWriter {
  private JdkWriter() {}

  static byte[] write(BufferedImage image, String format) {
    return write(new IIOImage(image, null, null), format, false, null);
  }

  static byte[] interlaced(BufferedImage image, String format) {
    return write(new IIOImage(image, null, null), format, true, null);
  }

  static byte[] compressed(BufferedImage image, String format, String compression) {
    return write(new IIOImage(image, null, null), format, false, compression);
  }

  /** Stores the raster's bands as they are. */
  static byte[] raster(Raster raster, String format) {
    return write(new IIOImage(raster, null, null), format, false, null);
  }

  private static byte[] write(
      IIOImage image, String format, boolean progressive, String compression) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (progressive) {
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      if (compression != null) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType(compression);
      } else if (format.equals("jpeg")) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(.98f);
      }
      writer.setOutput(out);
      writer.write(null, image, param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
