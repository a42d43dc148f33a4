package io.github.digitkit.recognizer.segment;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The digits of one line, from left to right.
 *
 * @param digits what was found
 * @param confidence probability of the whole reading: that the line was cut rightly, times that
 *     every digit is right; 0 for an empty line
 */
public record DigitLine(List<FoundDigit> digits, double confidence) {
  /** Takes a copy of the list. */
  public DigitLine {
    digits = List.copyOf(digits);
  }

  /** The digits as text. */
  public String text() {
    return digits.stream().map(d -> Integer.toString(d.digit())).collect(Collectors.joining());
  }
}
