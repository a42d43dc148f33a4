package io.github.digitkit.recognizer.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * One of the JDK's own image readers on a file in memory, with its warnings collected; whatever
 * else is registered on the class path is passed over. To be closed.
 */
final class JdkReader implements AutoCloseable {
  /** What a decoded raster may take; pictures above that are sampled down by the reader. */
  private static final long MOST_RASTER_BYTES = 48_000_000;

  private final ImageReader reader;
  private final ArrayImageInputStream input;
  private final List<String> warnings = new ArrayList<>();

  /**
   * Opens a reader.
   *
   * @param format ImageIO's name of the format
   * @throws IOException if this Java has no reader for the format
   */
  JdkReader(EncodedImage file, String format) throws IOException {
    reader = find(file, format);
    input = new ArrayImageInputStream(file.array());
    reader.setInput(input, true, true);
    reader.addIIOReadWarningListener(new Warnings());
  }

  private static ImageReader find(EncodedImage file, String format) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    while (readers.hasNext()) {
      ImageReader candidate = readers.next();
      if (candidate.getClass().getModule() == ImageReader.class.getModule()) {
        return candidate;
      }
      candidate.dispose();
    }
    throw file.fault(format + " picture", "a Java with a reader for it", "none");
  }

  ImageReader reader() {
    return reader;
  }

  /** What the reader has complained about without giving up. */
  List<String> warnings() {
    return warnings;
  }

  /** Asks for every {@code step}-th pixel of every {@code step}-th row. */
  ImageReadParam sampling(int step) {
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(step, step, 0, 0);
    return param;
  }

  /** The least sampling step with which the raster stays within bounds. */
  static int samplingStep(int width, int height, int bytesPerPixel) {
    double bytes = (double) width * height * bytesPerPixel;
    return (int) Math.ceil(Math.sqrt(Math.max(1, bytes / MOST_RASTER_BYTES)));
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    input.close();
  }

  /** Stops the reader at the first damage: what follows would be made up. */
  private final class Warnings implements IIOReadWarningListener {
    @Override
    public void warningOccurred(ImageReader source, String warning) {
      warnings.add(warning);
      source.abort();
    }
  }
}
