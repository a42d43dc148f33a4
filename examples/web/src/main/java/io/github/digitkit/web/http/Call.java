package io.github.digitkit.web.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/** One request, as the routes see it. Used by one request only. */
public final class Call {
  private final Request request;
  private final Map<String, String> path;
  private final Peer peer;
  private final BodyReader bodies;

  Call(Request request, Map<String, String> path, Peer peer, BodyReader bodies) {
    this.request = request;
    this.path = path;
    this.peer = peer;
    this.bodies = bodies;
  }

  /** The path parameter that the route's template names. */
  public String path(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no parameter " + name);
    }
    return value;
  }

  /** A query parameter. */
  public Optional<String> query(String name) {
    try {
      Fields query = Request.extractQueryParameters(request, StandardCharsets.UTF_8);
      return Optional.ofNullable(query.getValue(name));
    } catch (RuntimeException malformed) {
      throw new ProblemException(Problem.badRequest("The query of the address is malformed."));
    }
  }

  /** A query parameter that is {@code true} or {@code false}, and false where it is missing. */
  public boolean flag(String name) {
    String value = query(name).orElse("false").toLowerCase(Locale.ROOT);
    if (!value.equals("true") && !value.equals("false")) {
      throw new ProblemException(
          Problem.badRequest("Parameter '" + name + "' must be true or false."));
    }
    return value.equals("true");
  }

  /** A query parameter that is a whole number in a range. */
  public int number(String name, int otherwise, int min, int max) {
    Optional<String> value = query(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value.get());
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Falls through to the same message.
    }
    throw new ProblemException(
        Problem.badRequest(
            "Parameter '" + name + "' must be a whole number from " + min + " to " + max + "."));
  }

  /** A request header. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeaders().get(name));
  }

  /** The content type of the body, empty if none was given. */
  public String contentType() {
    return header(HttpHeader.CONTENT_TYPE.asString()).orElse("");
  }

  /** The value of a cookie. */
  public Optional<String> cookie(String name) {
    try {
      for (HttpCookie cookie : Request.getCookies(request)) {
        if (cookie.getName().equals(name)) {
          return Optional.of(cookie.getValue());
        }
      }
    } catch (RuntimeException malformed) {
      // A cookie that cannot be read opens nothing, like none.
    }
    return Optional.empty();
  }

  /** Where the call comes from. */
  public Peer peer() {
    return peer;
  }

  /**
   * Reads the whole body within the limits. The future fails with {@link ProblemException} if it is
   * too long or too slow.
   */
  public CompletableFuture<byte[]> body() {
    return bodies.read();
  }
}
