package io.github.digitkit.web.reading;

import java.util.Locale;

/** What a visitor asks to be read. */
public enum Kind {
  /** One digit fills the picture. */
  DIGIT,
  /** A line of digits. */
  NUMBER;

  /** The name used in JSON and in the database. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The kind with the given {@link #code()}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Kind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
