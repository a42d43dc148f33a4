package io.github.digitkit.web.http;

/** Is told of every finished request: access log, metrics. It must be quick and never throw. */
@FunctionalInterface
public interface RequestObserver {
  /**
   * One request is over.
   *
   * @param method HTTP method
   * @param template the route's path template, so that no visitor's data is in it
   * @param reply what was answered
   * @param nanos time from the request's headers to the answer's last byte
   */
  void done(String method, String template, Reply reply, long nanos);

  /** Tells this observer, then another. */
  default RequestObserver and(RequestObserver other) {
    return (method, template, reply, nanos) -> {
      done(method, template, reply, nanos);
      other.done(method, template, reply, nanos);
    };
  }
}
