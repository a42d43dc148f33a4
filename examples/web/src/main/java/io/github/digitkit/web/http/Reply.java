package io.github.digitkit.web.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;

/**
 * A complete answer.
 *
 * @param status HTTP status
 * @param type content type, empty for no body
 * @param body the body, never modified afterwards
 * @param headers further headers
 */
@SuppressWarnings("ArrayRecordComponent") // Written once to the wire, never compared.
public record Reply(int status, String type, byte[] body, List<HttpField> headers) {
  private static final byte[] NOTHING = {};
  private static final String RETRY_SECONDS = "1";

  /** A JSON document. */
  public static Reply json(Object value) {
    return of("application/json", Json.bytes(value));
  }

  /** A JSON document for something that was created. */
  public static Reply created(Object value) {
    return new Reply(201, "application/json", Json.bytes(value), List.of());
  }

  /** A 200 answer of any type. */
  public static Reply of(String type, byte[] body) {
    return new Reply(200, type, body, List.of());
  }

  /** Plain text. */
  public static Reply text(String text) {
    return of("text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Done, nothing to say. */
  public static Reply noContent() {
    return new Reply(204, "", NOTHING, List.of());
  }

  /** The client has it already. */
  public static Reply notModified() {
    return new Reply(304, "", NOTHING, List.of());
  }

  /** A problem document. */
  public static Reply problem(Problem problem) {
    byte[] body = Json.bytes(problem.members());
    Reply reply = new Reply(problem.status(), "application/problem+json", body, List.of());
    return problem.passes() ? reply.with("Retry-After", RETRY_SECONDS) : reply;
  }

  /** The same answer with another status. */
  public Reply withStatus(int other) {
    return new Reply(other, type, body, headers);
  }

  /** The same answer with one more header. */
  public Reply with(String name, String value) {
    List<HttpField> more = new ArrayList<>(headers);
    more.add(new HttpField(name, value));
    return new Reply(status, type, body, List.copyOf(more));
  }
}
