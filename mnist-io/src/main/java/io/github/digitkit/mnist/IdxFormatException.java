package io.github.digitkit.mnist;

import java.io.IOException;

/**
 * Data that is not the IDX array, or not the container of one, that it should be.
 *
 * <p>The message names the source, the problem and the byte. A disk or network that fails is a
 * plain {@link IOException} instead.
 */
public final class IdxFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String source;
  private final long offset;

  /**
   * Creates the exception.
   *
   * @param source what was read; {@code !} separates a container from the file inside it
   * @param offset position in the source where the problem shows, in bytes from 0
   * @param problem what is wrong, with expected and found values
   */
  public IdxFormatException(String source, long offset, String problem) {
    super(source + ": " + problem + " (byte " + offset + ")");
    this.source = source;
    this.offset = offset;
  }

  IdxFormatException(String source, long offset, String problem, Throwable cause) {
    this(source, offset, problem);
    initCause(cause);
  }

  /** Returns what was read; {@code !} separates a container from the file inside it. */
  public String source() {
    return source;
  }

  /** Returns the position in the source where the problem shows, in bytes from 0. */
  public long offset() {
    return offset;
  }
}
