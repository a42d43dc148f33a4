package io.github.digitkit.web.page;

import java.util.Map;

/**
 * The texts of one language.
 *
 * @param tag BCP 47, such as {@code ta}
 * @param texts key to text
 */
record Language(String tag, Map<String, String> texts) {
  /** The language's own name for itself. */
  String name() {
    return text("language.name");
  }

  String text(String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalStateException("language " + tag + " lacks the text " + key);
    }
    return text;
  }
}
