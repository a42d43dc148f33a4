package io.github.digitkit.web.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what Jetty itself refuses before any route is found (malformed requests, headers too
 * long, ambiguous paths) with a problem document that repeats nothing of the request.
 */
final class PlainErrors implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    Problem problem =
        new Problem(
            status,
            "bad-request",
            "The request cannot be understood",
            "The HTTP request itself is malformed, ambiguous or too long (status " + status + ").");
    SecurityHeaders.add(response.getHeaders(), new Peer("unknown", request.isSecure(), false));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
    response.write(true, ByteBuffer.wrap(Json.bytes(problem.members())), callback);
    return true;
  }
}
