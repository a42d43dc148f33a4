package io.github.digitkit.web.api;

import io.github.digitkit.web.http.Call;
import io.github.digitkit.web.http.Reply;
import io.github.digitkit.web.visitor.Token;
import io.github.digitkit.web.visitor.VisitorCookie;
import java.util.Optional;

/**
 * The visitor of one call while rows are stored for it: the one whose cookie came along, or a new
 * one. Used by one call only.
 */
final class Visit {
  private Token token;
  private boolean known;
  private boolean giveCookie;

  private Visit(Token token, boolean known) {
    this.token = token;
    this.known = known;
  }

  static Visit of(Optional<Token> brought) {
    return new Visit(brought.orElseGet(Token::random), brought.isPresent());
  }

  Token token() {
    return token;
  }

  /** Whether the visitor is in the database, as far as we know. */
  boolean known() {
    return known;
  }

  /** The cookie that came along is not one of ours, or too old: start anew. */
  void restart() {
    token = Token.random();
    known = false;
  }

  /** A row was stored. */
  void stored() {
    known = true;
    giveCookie = true;
  }

  /** The reply, with the cookie (again, so that it lives on) if anything was stored. */
  Reply sign(VisitorCookie cookie, Call call, Reply reply) {
    return giveCookie ? cookie.give(call, reply, token) : reply;
  }
}
