package io.github.digitkit.web.http;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON mapper of the server. */
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /** The UTF-8 bytes of a value. */
  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /** The text of a value. */
  public static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /**
   * An object of strings to strings, such as a language file.
   *
   * @throws JacksonException if it is something else
   */
  public static Map<String, String> strings(byte[] json) {
    return MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
  }

  /**
   * Any JSON object from a client.
   *
   * @throws ProblemException if the bytes are no JSON object
   */
  public static Map<String, Object> object(byte[] json) {
    try {
      return MAPPER.readValue(json, new TypeReference<Map<String, Object>>() {});
    } catch (JacksonException malformed) {
      throw new ProblemException(Problem.badRequest("The body is no JSON object."));
    }
  }
}
