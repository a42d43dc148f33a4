package io.github.digitkit.mnist;

import java.io.IOException;

/** A data set that is not where it was looked for. The message says what, where and what helps. */
public final class MissingDataException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception. */
  public MissingDataException(String message) {
    super(message);
  }
}
