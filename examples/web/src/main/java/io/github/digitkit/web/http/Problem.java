package io.github.digitkit.web.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What went wrong, as told to the client (RFC 9457).
 *
 * @param status HTTP status
 * @param code stable short name, the fragment of the problem's type
 * @param title the same for every problem of this code
 * @param detail what is wrong this time and what would be right
 */
public record Problem(int status, String code, String title, String detail) {
  /** A parameter, path or body that does not make sense. */
  public static Problem badRequest(String detail) {
    return new Problem(400, "bad-request", "The request cannot be understood", detail);
  }

  /** A change asked for by another site. */
  public static Problem crossSite(String detail) {
    return new Problem(403, "cross-site", "Changes are accepted from this site only", detail);
  }

  /** Nothing there, or nothing that this visitor may see: the answer is the same. */
  public static Problem notFound(String detail) {
    return new Problem(404, "not-found", "Nothing found here", detail);
  }

  /** The path exists, but not with this method. */
  public static Problem methodNotAllowed(String allowed) {
    return new Problem(
        405, "method-not-allowed", "Method not allowed", "This path answers to " + allowed + ".");
  }

  /** The body did not arrive in time. */
  public static Problem tooSlow() {
    return new Problem(408, "too-slow", "The body took too long", "Send the body without pauses.");
  }

  /** The body is longer than allowed. */
  public static Problem tooLarge(long limit) {
    return new Problem(
        413, "too-large", "The upload is too large", "At most " + limit + " bytes are accepted.");
  }

  /** The bytes are no picture, or a damaged one. */
  public static Problem unreadablePicture(String detail) {
    return new Problem(422, "unreadable-picture", "The picture cannot be read", detail);
  }

  /** This address asked too often. */
  public static Problem tooManyRequests() {
    return new Problem(
        429, "too-many-requests", "Too many requests", "Wait for the seconds in Retry-After.");
  }

  /** A fault of the server; the log knows more. */
  public static Problem internal(String id) {
    return new Problem(
        500, "internal", "The server made a mistake", "It is in the log as request " + id + ".");
  }

  /** No room for more work now. */
  public static Problem overloaded(String detail) {
    return new Problem(503, "overloaded", "The server is busy", detail);
  }

  /** Whether the same request may succeed in a moment. */
  boolean passes() {
    return status == 429 || status == 503;
  }

  /** The JSON members, in order. */
  public Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "/api#problem-" + code);
    members.put("title", title);
    members.put("status", status);
    members.put("detail", detail);
    return members;
  }
}
