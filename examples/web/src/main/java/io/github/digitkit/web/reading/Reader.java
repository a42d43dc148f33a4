package io.github.digitkit.web.reading;

/**
 * Reads digits in encoded pictures: all that the server needs of a recogniser. Implementations are
 * thread-safe.
 */
public interface Reader {
  /**
   * Decodes and reads one picture.
   *
   * @param encoded a PNG, JPEG, GIF or BMP file. Not modified.
   * @throws UnreadablePictureException if the bytes are no picture, damaged or beyond the limits
   */
  Reading read(byte[] encoded, Kind kind) throws UnreadablePictureException;

  /** Describes the loaded network. */
  ModelCard model();
}
