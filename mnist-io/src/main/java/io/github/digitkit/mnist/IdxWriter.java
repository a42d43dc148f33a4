package io.github.digitkit.mnist;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Writes IDX arrays. Stateless and safe to share between threads. */
public final class IdxWriter {
  /** Creates a writer. */
  public IdxWriter() {}

  /**
   * Writes an array to a file, compressed if the name ends in {@code .gz}. The file appears whole
   * or not at all, and replaces one of the same name.
   *
   * @throws IOException if the file cannot be written
   */
  public void write(IdxArray array, Path file) throws IOException {
    Path name = file.getFileName();
    boolean gzip = name != null && name.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    AtomicFile.write(
        file,
        out -> {
          if (gzip) {
            writeGzip(array, out);
          } else {
            write(array, out);
          }
        });
  }

  /**
   * Writes an array, uncompressed, to a stream, which stays open.
   *
   * @throws IOException if the stream cannot be written
   */
  public void write(IdxArray array, OutputStream out) throws IOException {
    array.writeTo(out);
    out.flush();
  }

  private void writeGzip(IdxArray array, OutputStream out) throws IOException {
    GZIPOutputStream gzip = new GZIPOutputStream(new BufferedOutputStream(out));
    write(array, gzip);
    gzip.finish();
    gzip.flush();
  }
}
