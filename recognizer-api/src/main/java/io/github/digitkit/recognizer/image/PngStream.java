package io.github.digitkit.recognizer.image;

import java.util.Iterator;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The unpacked bytes of a PNG's IDAT chunks; to be closed, as the unpacker is native memory. */
final class PngStream implements AutoCloseable {
  private final EncodedImage file;
  private final Iterator<PngChunks.Span> pieces;
  private final Inflater inflater = new Inflater();

  PngStream(EncodedImage file, PngChunks chunks) {
    this.file = file;
    this.pieces = chunks.data().iterator();
  }

  /** Fills the first {@code count} bytes of {@code target}. Overwritten. */
  void readFully(byte[] target, int count) throws ImageFormatException {
    int filled = 0;
    while (filled < count) {
      int got = inflate(target, filled, count - filled);
      if (got == 0) {
        throw file.fault("PNG pixel data", "more rows", "the end of the zlib stream");
      }
      filled += got;
    }
  }

  /** Checks that the stream ends here, with the right checksum, and that nothing follows it. */
  void requireEnd() throws ImageFormatException {
    if (inflate(new byte[1], 0, 1) != 0) {
      throw file.fault("PNG pixel data", "the end of the zlib stream after the last row", "more");
    }
    int rest = inflater.getRemaining();
    while (pieces.hasNext()) {
      rest += pieces.next().length();
    }
    if (rest > 0) {
      throw file.fault("PNG pixel data", "nothing after the zlib stream", rest + " bytes");
    }
  }

  @Override
  public void close() {
    inflater.end();
  }

  /** Unpacks at least one byte unless the stream has ended. */
  private int inflate(byte[] target, int at, int count) throws ImageFormatException {
    try {
      while (true) {
        int got = inflater.inflate(target, at, count);
        if (got > 0 || inflater.finished()) {
          return got;
        }
        if (inflater.needsDictionary()) {
          throw file.fault("PNG pixel data", "a zlib stream of its own", "a preset dictionary");
        }
        feed();
      }
    } catch (DataFormatException e) {
      throw file.fault("PNG pixel data", "a sound zlib stream", e);
    }
  }

  private void feed() throws ImageFormatException {
    if (!pieces.hasNext()) {
      throw file.fault("PNG pixel data", "a complete zlib stream", "its end missing (truncated?)");
    }
    PngChunks.Span piece = pieces.next();
    inflater.setInput(file.array(), piece.at(), piece.length());
  }
}
