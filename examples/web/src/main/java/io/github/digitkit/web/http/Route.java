package io.github.digitkit.web.http;

/**
 * One row of the routing table.
 *
 * @param method HTTP method
 * @param template path, in which a segment in braces stands for any one segment
 * @param access who may call
 * @param handler answers
 */
public record Route(String method, String template, Access access, RouteHandler handler) {
  /** Who may call a route. */
  public enum Access {
    /** Everybody, as often as the rate limit allows. */
    PUBLIC,
    /** Everybody, always: probes must work when all else is limited. */
    PROBE,
    /** The machine itself, or the port for the operator. */
    OPERATOR
  }

  /** A route for everybody. */
  public static Route of(String method, String template, RouteHandler handler) {
    return new Route(method, template, Access.PUBLIC, handler);
  }
}
