package io.github.digitkit.recognizer.image;

import java.io.IOException;

/**
 * Says that a picture cannot be read: it is damaged, too large, or of a format that is not
 * supported.
 *
 * <p>The message names where, what, expected and got: {@code scan.png: PNG chunk IDAT at byte 57:
 * expected CRC 1c2d3e4f, got 00000000}.
 */
public final class ImageFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String source;
  private final String reason;

  ImageFormatException(String source, String reason) {
    super(source + ": " + reason);
    this.source = source;
    this.reason = reason;
  }

  ImageFormatException(String source, String reason, Throwable cause) {
    super(source + ": " + reason, cause);
    this.source = source;
    this.reason = reason;
  }

  /** Returns the name of the picture: the path of a file, {@code stream} or {@code bytes}. */
  public String source() {
    return source;
  }

  /** Returns what is wrong, without the name of the picture. */
  public String reason() {
    return reason;
  }
}
