package io.github.digitkit.recognizer.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;

/** Decodes the first picture of a TIFF through the JDK's reader, once {@link TiffLayout} agrees. */
final class TiffDecoder {
  private TiffDecoder() {}

  static DecodedImage decode(EncodedImage file) throws IOException {
    TiffLayout layout = TiffLayout.read(file);
    int width = layout.width();
    int height = layout.height();
    int step = JdkReader.samplingStep(width, height, layout.bytesPerPixel());
    try (JdkReader jdk = new JdkReader(file, "tiff")) {
      ImageReader reader = jdk.reader();
      if (reader.getWidth(0) != width || reader.getHeight(0) != height) {
        throw file.fault(
            "TIFF size", width + "x" + height, reader.getWidth(0) + "x" + reader.getHeight(0));
      }
      BufferedImage image = reader.read(0, jdk.sampling(step));
      if (!jdk.warnings().isEmpty()) {
        throw file.fault("TIFF pixel data", "no damage", '"' + jdk.warnings().get(0) + '"');
      }
      DecodedImage stored =
          RasterRows.toGray(image, "TIFF", file.limits()).sampledFrom(width, height, step);
      return ExifOrientation.read(file.array(), 0, file.length()).upright(stored);
    }
  }
}
