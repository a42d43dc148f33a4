package io.github.digitkit.nn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON (RFC 8259) of weights files, read as hostile: bounded depth, no doubled name, nothing
 * after the value. Objects are {@code Map<String, Object>}, arrays {@code List<Object>}, numbers
 * Long or Double.
 */
final class Json {
  private static final int MAX_DEPTH = 16;

  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  /** Wrong JSON; the message names the reason and the offset. */
  static final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    SyntaxException(String message) {
      super(message);
    }
  }

  /** Reads an object that is the whole text. */
  static Map<String, Object> parseObject(String text) throws SyntaxException {
    Json json = new Json(text);
    json.skipSpace();
    if (json.peek() != '{') {
      throw json.error("expected an object");
    }
    Map<String, Object> object = json.object(0);
    json.skipSpace();
    if (json.at < text.length()) {
      throw json.error("expected the end");
    }
    return object;
  }

  static String write(Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(Object value, StringBuilder out) {
    if (value instanceof Map<?, ?> map) {
      String separator = "{";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.append(separator);
        quote(entry.getKey().toString(), out);
        out.append(':');
        write(entry.getValue(), out);
        separator = ",";
      }
      out.append(map.isEmpty() ? "{}" : "}");
    } else if (value instanceof List<?> list) {
      String separator = "[";
      for (Object element : list) {
        out.append(separator);
        write(element, out);
        separator = ",";
      }
      out.append(list.isEmpty() ? "[]" : "]");
    } else if (value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      quote(value.toString(), out);
    }
  }

  private static void quote(String string, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || c > 0x7e) {
        out.append("\\u").append(hexDigit(c >> 12)).append(hexDigit(c >> 8));
        out.append(hexDigit(c >> 4)).append(hexDigit(c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private static char hexDigit(int value) {
    return Character.forDigit(value & 15, 16);
  }

  private Object value(int depth) throws SyntaxException {
    if (depth > MAX_DEPTH) {
      throw error("nested deeper than " + MAX_DEPTH);
    }
    skipSpace();
    char c = peek();
    if (c == '{') {
      return object(depth);
    }
    if (c == '[') {
      return array(depth);
    }
    if (c == '"') {
      return string();
    }
    if (text.startsWith("true", at)) {
      at += 4;
      return true;
    }
    if (text.startsWith("false", at)) {
      at += 5;
      return false;
    }
    return number();
  }

  private Map<String, Object> object(int depth) throws SyntaxException {
    Map<String, Object> object = new LinkedHashMap<>();
    at++;
    skipSpace();
    if (peek() == '}') {
      at++;
      return object;
    }
    do {
      skipSpace();
      String name = string();
      expect(':');
      if (object.put(name, value(depth + 1)) != null) {
        throw error("the name " + name + " is there twice");
      }
    } while (continued('}'));
    return object;
  }

  private List<Object> array(int depth) throws SyntaxException {
    List<Object> array = new ArrayList<>();
    at++;
    skipSpace();
    if (peek() == ']') {
      at++;
      return array;
    }
    do {
      array.add(value(depth + 1));
    } while (continued(']'));
    return array;
  }

  private boolean continued(char end) throws SyntaxException {
    skipSpace();
    char c = peek();
    at++;
    if (c != ',' && c != end) {
      throw error("expected , or " + end);
    }
    return c == ',';
  }

  private void expect(char wanted) throws SyntaxException {
    skipSpace();
    if (peek() != wanted) {
      throw error("expected " + wanted);
    }
    at++;
  }

  private String string() throws SyntaxException {
    if (peek() != '"') {
      throw error("expected a string");
    }
    StringBuilder string = new StringBuilder();
    for (at++; peek() != '"'; at++) {
      char c = text.charAt(at);
      if (c < 0x20) {
        throw error("control character in a string");
      }
      string.append(c == '\\' ? escaped() : c);
    }
    at++;
    return string.toString();
  }

  private char escaped() throws SyntaxException {
    at++;
    char c = peek();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw error("unknown escape \\" + c);
    };
  }

  private char unicode() throws SyntaxException {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      at++;
      int digit = Character.digit(peek(), 16);
      if (digit < 0) {
        throw error("expected four hex digits");
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }

  private Number number() throws SyntaxException {
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String digits = text.substring(start, at);
    try {
      if (digits.matches("-?\\d{1,18}")) {
        return Long.valueOf(digits);
      }
      if (digits.matches("-?\\d{1,18}(\\.\\d+)?([eE][+-]?\\d{1,3})?")) {
        return Double.valueOf(digits);
      }
    } catch (NumberFormatException e) {
      throw error("not a number: " + digits);
    }
    at = start;
    throw error("expected a value");
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() throws SyntaxException {
    if (at >= text.length()) {
      throw error("ends too early");
    }
    return text.charAt(at);
  }

  private SyntaxException error(String reason) {
    return new SyntaxException(reason + " at character " + at);
  }
}
