package io.github.digitkit.mnist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads IDX arrays of every type and rank, plain or within gzip, xz, zip or tar, also nested as in
 * {@code .tar.gz}. What it is wrapped in is told by the content, whatever the name.
 *
 * <p>Strict: the file must be whole, hold exactly one array and nothing after it, and pass the
 * checksums of its containers. An archive may hold other files beside the array; folders and links
 * in it are ignored. Memory grows with the bytes that really come, within {@link ReadLimits}.
 *
 * <p>Immutable and safe to share between threads. Format: <a
 * href="http://yann.lecun.com/exdb/mnist/">the MNIST page</a>, at its foot.
 */
public final class IdxReader {
  private final ReadLimits limits;

  /** Creates a reader with the {@linkplain ReadLimits#standard() standard limits}. */
  public IdxReader() {
    this(ReadLimits.standard());
  }

  /** Creates a reader that gives up beyond these limits. */
  public IdxReader(ReadLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads the array of a file.
   *
   * @throws IdxFormatException if the content is damaged, unknown or too large
   * @throws IOException if the file cannot be read
   */
  public IdxArray read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a folder, expected a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString());
    }
  }

  /**
   * Reads the array of a stream to its end; the caller closes it.
   *
   * @param in the bytes of a file
   * @param source what messages call it
   * @throws IdxFormatException if the content is damaged, unknown or too large
   * @throws IOException if the stream cannot be read
   */
  public IdxArray read(InputStream in, String source) throws IOException {
    return new ContainerReader(limits).read(MeteredInputStream.of(in, source, limits));
  }
}
