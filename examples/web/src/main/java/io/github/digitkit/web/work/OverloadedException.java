package io.github.digitkit.web.work;

/** There is more work than room for it: come back later. */
public final class OverloadedException extends RuntimeException {
  /** Creates the exception, saying what was full. */
  public OverloadedException(String what) {
    // Thrown often and on purpose under load: a stack trace would cost more than the answer.
    super(what, null, false, false);
  }
}
