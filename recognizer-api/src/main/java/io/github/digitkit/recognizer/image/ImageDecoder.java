package io.github.digitkit.recognizer.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads pictures that anyone may have sent: PNG, JPEG, GIF (first frame), BMP, TIFF (first page)
 * and PBM/PGM/PPM, recognised by content.
 *
 * <p>The result is upright (EXIF), grey (half luma, half the smallest of red, green and blue, so
 * that coloured ink stays dark) and opaque (composed over white, or over black where that shows
 * more). Pictures above {@link ImageLimits#workingPixels} are averaged down while they are read.
 * Sizes are checked before anything is allocated; a picture that is cut off or whose checksums are
 * wrong is refused, never half read. No network and no disk but the file itself is touched.
 *
 * <p>Immutable; one instance serves any number of threads.
 */
public final class ImageDecoder {
  private final ImageLimits limits;

  /** Makes a decoder with the {@linkplain ImageLimits#defaults() default limits}. */
  public ImageDecoder() {
    this(ImageLimits.defaults());
  }

  /** Makes a decoder with limits of one's own. */
  public ImageDecoder(ImageLimits limits) {
    this.limits = limits;
  }

  /** Returns the limits that this decoder keeps to. */
  public ImageLimits limits() {
    return limits;
  }

  /**
   * Reads a picture file.
   *
   * @param file the file
   * @return the upright grey picture
   * @throws ImageFormatException if it is no sound picture within the limits
   * @throws IOException if the file cannot be read
   */
  public GrayImage decode(Path file) throws IOException {
    return decodeWithOrigin(file).image();
  }

  /**
   * Reads a picture from a stream, of which at most {@link ImageLimits#maxBytes} and one are read.
   *
   * @param stream the stream, read to its end and not closed
   * @return the upright grey picture
   * @throws ImageFormatException if it is no sound picture within the limits
   * @throws IOException if the stream fails
   */
  public GrayImage decode(InputStream stream) throws IOException {
    return decode("stream", readCapped("stream", stream)).image();
  }

  /**
   * Reads a picture from memory.
   *
   * @param bytes the content of a picture file. Not modified.
   * @return the upright grey picture
   * @throws ImageFormatException if it is no sound picture within the limits
   */
  public GrayImage decode(byte[] bytes) throws ImageFormatException {
    requireBytes("bytes", bytes.length);
    return decode("bytes", bytes).image();
  }

  /**
   * Reads a picture file and says how its pixels lie in the file.
   *
   * @param file the file
   * @return the upright grey picture with its size in the file
   * @throws ImageFormatException if it is no sound picture within the limits
   * @throws IOException if the file cannot be read
   */
  public DecodedImage decodeWithOrigin(Path file) throws IOException {
    String source = file.toString();
    if (Files.isDirectory(file)) {
      throw new FileSystemException(source, null, "expected a picture file, got a directory");
    }
    try {
      return decode(source, readCapped(source, file));
    } catch (NoSuchFileException e) {
      throw missing(source, e);
    }
  }

  /**
   * Makes a grey picture of an image in memory, by the same rules as a file.
   *
   * @param image an image of any type. Not modified.
   * @return the grey picture
   */
  public GrayImage fromBufferedImage(BufferedImage image) {
    return RasterRows.toGray(image, "BufferedImage", limits).image();
  }

  private static NoSuchFileException missing(String source, NoSuchFileException cause) {
    NoSuchFileException missing = new NoSuchFileException(source, null, "no such file");
    missing.initCause(cause);
    return missing;
  }

  private byte[] readCapped(String source, Path file) throws IOException {
    if (Files.isRegularFile(file)) {
      // Its size is known, so the array is made once and not grown.
      requireBytes(source, Files.size(file));
      return Files.readAllBytes(file);
    }
    try (InputStream stream = Files.newInputStream(file)) {
      return readCapped(source, stream);
    }
  }

  private byte[] readCapped(String source, InputStream stream) throws IOException {
    byte[] bytes = stream.readNBytes(limits.maxBytes());
    if (bytes.length == limits.maxBytes() && stream.read() >= 0) {
      requireBytes(source, limits.maxBytes() + 1L);
    }
    return bytes;
  }

  private void requireBytes(String source, long bytes) throws ImageFormatException {
    if (bytes > limits.maxBytes()) {
      throw new ImageFormatException(
          source, "picture size: expected at most " + limits.maxBytes() + " bytes, got " + bytes);
    }
  }

  private DecodedImage decode(String source, byte[] bytes) throws ImageFormatException {
    EncodedImage file = new EncodedImage(source, bytes, limits);
    ImageFormat format = ImageFormat.of(file);
    try {
      return format.decode(file);
    } catch (ImageFormatException e) {
      throw e;
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      // Whatever a decoder trips over, JDK readers wrap even memory errors, is one clear refusal.
      throw file.fault(format + " content", "a sound picture", e);
    }
  }
}
