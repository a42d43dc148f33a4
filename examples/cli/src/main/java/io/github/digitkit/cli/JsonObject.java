package io.github.digitkit.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object on one line, members in the order in which they were put. A JSON library would
 * take longer to load than most commands take to run.
 */
final class JsonObject {
  private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

  /**
   * Adds a member.
   *
   * @param name its name
   * @param value text, a number, a truth value, null, a JsonObject, an array of numbers, or a list
   *     of such values
   * @return this object
   */
  JsonObject put(String name, @Nullable Object value) {
    members.put(name, value);
    return this;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    write(text);
    return text.toString();
  }

  private void write(StringBuilder text) {
    char separator = '{';
    for (Map.Entry<String, @Nullable Object> member : members.entrySet()) {
      text.append(separator);
      writeString(text, member.getKey());
      text.append(':');
      writeValue(text, member.getValue());
      separator = ',';
    }
    text.append(members.isEmpty() ? "{}" : "}");
  }

  private static void writeValue(StringBuilder text, @Nullable Object value) {
    if (value == null
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long) {
      text.append(value);
    } else if (value instanceof JsonObject object) {
      object.write(text);
    } else if (value instanceof Number number) {
      text.append(number(number.doubleValue()));
    } else if (value instanceof List<?> list) {
      writeList(text, list);
    } else if (value instanceof int[] array) {
      writeList(text, Arrays.stream(array).boxed().toList());
    } else if (value instanceof long[] array) {
      writeList(text, Arrays.stream(array).boxed().toList());
    } else if (value instanceof double[] array) {
      writeList(text, Arrays.stream(array).boxed().toList());
    } else {
      writeString(text, value.toString());
    }
  }

  private static void writeList(StringBuilder text, List<?> list) {
    text.append('[');
    for (int i = 0; i < list.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      writeValue(text, list.get(i));
    }
    text.append(']');
  }

  /**
   * At most six decimals, which is more than a float's probability carries; NaN has no JSON form.
   */
  private static String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return "null";
    }
    String text = new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).toPlainString();
    int end = text.length();
    while (text.charAt(end - 1) == '0' && text.charAt(end - 2) != '.') {
      end--;
    }
    return text.substring(0, end);
  }

  private static void writeString(StringBuilder text, String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < 0x20 || c == 0x7f || (Character.isSurrogate(c) && !isPaired(string, i))) {
            text.append("\\u").append(String.format("%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }

  private static boolean isPaired(String string, int i) {
    return Character.isHighSurrogate(string.charAt(i))
        ? i + 1 < string.length() && Character.isLowSurrogate(string.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(string.charAt(i - 1));
  }
}
