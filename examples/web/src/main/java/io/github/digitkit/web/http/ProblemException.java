package io.github.digitkit.web.http;

/** Ends a request with a {@link Problem}. */
public final class ProblemException extends RuntimeException {
  private final transient Problem problem;

  /** Creates the exception. */
  public ProblemException(Problem problem) {
    // Part of the normal course of a request: no stack trace.
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  /** What to tell the client. */
  public Problem problem() {
    return problem;
  }
}
