package io.github.digitkit.web.reading;

/** The bytes given are no picture that can be read; the message says why. */
public final class UnreadablePictureException extends Exception {
  /** Creates the exception with a reason fit for a visitor. */
  public UnreadablePictureException(String reason, Throwable cause) {
    super(reason, cause);
  }

  /** Creates the exception with a reason fit for a visitor. */
  public UnreadablePictureException(String reason) {
    super(reason);
  }
}
