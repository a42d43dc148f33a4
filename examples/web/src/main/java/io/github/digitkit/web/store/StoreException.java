package io.github.digitkit.web.store;

/** The database did not do what it should. */
public final class StoreException extends RuntimeException {
  /** Creates the exception. */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
