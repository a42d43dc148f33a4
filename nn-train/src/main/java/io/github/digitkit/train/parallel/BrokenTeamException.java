package io.github.digitkit.train.parallel;

/** Unwinds a worker because another one failed; never leaves this package. */
final class BrokenTeamException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenTeamException() {
    super("another worker failed", null, false, false);
  }
}
