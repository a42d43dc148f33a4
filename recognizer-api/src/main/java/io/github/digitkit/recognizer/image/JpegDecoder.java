package io.github.digitkit.recognizer.image;

import java.awt.image.Raster;
import java.io.IOException;
import java.util.Locale;

/**
 * Decodes JPEG through the JDK's reader: baseline and progressive, grey, colour, CMYK.
 *
 * <p>The reader hands out the stored components and {@link JpegColor} makes grey of them, which
 * spares colour profiles and serves CMYK, which the JDK refuses. What the JDK lets pass is refused
 * here: no end marker, too little data in a scan, damaged codes.
 */
final class JpegDecoder {
  private JpegDecoder() {}

  static DecodedImage decode(EncodedImage file) throws IOException {
    JpegFrame frame = JpegFrame.read(file);
    int step = JdkReader.samplingStep(frame.width(), frame.height(), frame.components());
    Raster raster = read(file, frame, step);
    GrayAccumulator picture =
        GrayAccumulator.opaque(raster.getWidth(), raster.getHeight(), file.limits());
    byte[] pixels = new byte[raster.getWidth() * frame.components()];
    PixelRow row = new PixelRow(raster.getWidth());
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getDataElements(0, y, raster.getWidth(), 1, pixels);
      frame.color().unpack(pixels, row);
      picture.add(y, row);
    }
    DecodedImage stored = picture.finish("JPEG").sampledFrom(frame.width(), frame.height(), step);
    return frame.orientation().upright(stored);
  }

  private static Raster read(EncodedImage file, JpegFrame frame, int step) throws IOException {
    try (JdkReader jdk = new JdkReader(file, "jpeg")) {
      Raster raster = jdk.reader().readRaster(0, jdk.sampling(step));
      for (String warning : jdk.warnings()) {
        if (isDamage(warning)) {
          throw file.fault("JPEG scan", "sound data for every pixel", '"' + warning + '"');
        }
      }
      if (raster.getNumBands() != frame.components()) {
        throw file.fault("JPEG components", frame.components(), raster.getNumBands());
      }
      return raster;
    }
  }

  /** As against remarks on thumbnails and colour profiles. */
  private static boolean isDamage(String warning) {
    String lower = warning.toLowerCase(Locale.ROOT);
    return lower.contains("corrupt") || lower.contains("premature") || lower.contains("truncated");
  }
}
