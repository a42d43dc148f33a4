package io.github.digitkit.web.http;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** Headers that every answer carries. */
final class SecurityHeaders {
  private static final String POLICY =
      "default-src 'self'; img-src 'self' blob: data:; object-src 'none'; base-uri 'none'; "
          + "form-action 'self'; frame-ancestors 'none'";
  private static final List<HttpField> ALWAYS =
      List.of(
          new PreEncodedHttpField("Content-Security-Policy", POLICY),
          new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
          new PreEncodedHttpField("X-Frame-Options", "DENY"),
          new PreEncodedHttpField("Referrer-Policy", "same-origin"),
          new PreEncodedHttpField("Permissions-Policy", "camera=(self), microphone=()"),
          new PreEncodedHttpField("Cross-Origin-Opener-Policy", "same-origin"),
          new PreEncodedHttpField("Cross-Origin-Resource-Policy", "same-origin"));
  private static final HttpField TLS_ONLY =
      new PreEncodedHttpField("Strict-Transport-Security", "max-age=31536000");
  private static final HttpField NO_STORE = new PreEncodedHttpField("Cache-Control", "no-store");

  private SecurityHeaders() {}

  static void add(HttpFields.Mutable headers, Peer peer) {
    ALWAYS.forEach(headers::add);
    if (peer.secure()) {
      headers.add(TLS_ONLY);
    }
    if (!headers.contains("Cache-Control")) {
      headers.add(NO_STORE);
    }
  }
}
