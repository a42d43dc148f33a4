package io.github.digitkit.web.visitor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A visitor's secret: 128 random bits that only the visitor's browser keeps.
 *
 * @param secret base64url, 22 characters
 */
public record Token(String secret) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");
  private static final int BYTES = 16;

  /** A fresh secret. */
  public static Token random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Token(base64(bytes));
  }

  /** The secret in a cookie, empty if it has not the form of one. */
  public static Optional<Token> parse(String cookie) {
    return FORM.matcher(cookie).matches() ? Optional.of(new Token(cookie)) : Optional.empty();
  }

  /** What the database may know of the secret. */
  public VisitorId id() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return new VisitorId(base64(digest.digest(secret.getBytes(StandardCharsets.US_ASCII))));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "Token[" + id().hash().substring(0, 6) + "...]";
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
