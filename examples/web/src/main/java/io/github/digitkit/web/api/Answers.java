package io.github.digitkit.web.api;

import io.github.digitkit.web.reading.Kind;
import io.github.digitkit.web.reading.ReadDigit;
import io.github.digitkit.web.reading.Reading;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns readings into the JSON of the API. */
final class Answers {
  private static final double PRECISION = 1e6;

  private Answers() {}

  /** The members of an answer, in order. */
  static Map<String, Object> of(Reading reading, Duration took) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("kind", reading.kind().code());
    if (reading.kind() == Kind.DIGIT) {
      answer.put("digit", Integer.valueOf(reading.answer()));
    } else {
      answer.put("text", reading.answer());
    }
    answer.put("confidence", rounded(reading.confidence()));
    answer.put("rejected", reading.rejected().orElse(null));
    answer.putAll(details(reading));
    answer.put("width", reading.picture().width());
    answer.put("height", reading.picture().height());
    answer.put("seen", Base64.getEncoder().encodeToString(reading.seen()));
    answer.put("milliseconds", took.toNanos() / 1e6);
    return answer;
  }

  /** Probabilities of a digit, or the boxes of a number. */
  static Map<String, Object> details(Reading reading) {
    return reading.kind() == Kind.DIGIT
        ? Map.of("probabilities", reading.probabilities().stream().map(Answers::rounded).toList())
        : Map.of("digits", reading.digits().stream().map(Answers::digit).toList());
  }

  private static Map<String, Object> digit(ReadDigit digit) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("digit", digit.digit());
    members.put("confidence", rounded(digit.confidence()));
    members.put("rejected", digit.rejected().orElse(null));
    members.put("box", List.of(digit.x(), digit.y(), digit.width(), digit.height()));
    return members;
  }

  private static double rounded(double probability) {
    return Math.round(probability * PRECISION) / PRECISION;
  }
}
