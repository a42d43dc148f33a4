package io.github.digitkit.web.page;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTML with places for texts: {@code {{key}}} becomes the text of the language, escaped; {@code
 * {{=name}}} becomes a value of ours as it is.
 */
final class Template {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(=?)([a-zA-Z0-9_.-]+)}}");

  private final String html;

  Template(String html) {
    this.html = html;
  }

  /**
   * Fills all places.
   *
   * @throws IllegalStateException if a text or value is missing
   */
  String fill(Language language, Map<String, String> values) {
    Matcher place = PLACE.matcher(html);
    StringBuilder filled = new StringBuilder();
    while (place.find()) {
      String name = place.group(2);
      String text = place.group(1).isEmpty() ? escape(language.text(name)) : value(values, name);
      place.appendReplacement(filled, Matcher.quoteReplacement(text));
    }
    return place.appendTail(filled).toString();
  }

  private static String value(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("a page uses the unknown value " + name);
    }
    return value;
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
