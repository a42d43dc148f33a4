package io.github.digitkit.web.visitor;

import io.github.digitkit.web.http.Call;
import io.github.digitkit.web.http.Reply;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps a visitor's secret in a cookie that scripts cannot read and other sites cannot send. It is
 * set when the first recognition is kept, not before: who only tries the page gets no cookie.
 */
public final class VisitorCookie {
  private static final String NAME = "digitkit";
  // Browsers accept this prefix only with Secure, Path=/ and no Domain: no subdomain can plant it.
  private static final String SECURE_NAME = "__Host-digitkit";

  private final Duration age;

  /** Creates the cookie's rules; it lives as long as the history it opens. */
  public VisitorCookie(Duration age) {
    this.age = age;
  }

  /** The secret that a call brings, if it has the form of one. */
  public Optional<Token> of(Call call) {
    return call.cookie(name(call)).flatMap(Token::parse);
  }

  /** The same reply, with the secret for the browser. */
  public Reply give(Call call, Reply reply, Token token) {
    return reply.with(
        "Set-Cookie",
        name(call)
            + "="
            + token.secret()
            + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
            + age.toSeconds()
            + (call.peer().secure() ? "; Secure" : ""));
  }

  private static String name(Call call) {
    return call.peer().secure() ? SECURE_NAME : NAME;
  }
}
