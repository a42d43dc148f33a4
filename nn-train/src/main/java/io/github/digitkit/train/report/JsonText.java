package io.github.digitkit.train.report;

import java.util.StringJoiner;

/** A JSON object of numbers, written member by member. */
final class JsonText {
  private final StringJoiner members = new StringJoiner(",", "{", "}");

  JsonText number(String name, long value) {
    return raw(name, String.valueOf(value));
  }

  /** What is no number (a share of nothing) is null in JSON. */
  JsonText number(String name, double value) {
    return raw(name, Double.isFinite(value) ? String.valueOf(value) : "null");
  }

  /**
   * @param json any JSON value
   */
  JsonText raw(String name, String json) {
    members.add('"' + name + "\":" + json);
    return this;
  }

  @Override
  public String toString() {
    return members.toString();
  }
}
