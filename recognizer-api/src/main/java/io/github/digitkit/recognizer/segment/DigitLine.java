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
  /** What each digit of a line beyond doubt contributes to its confidence. */
  private static final double BEYOND_DOUBT = 0.99;

  /** Takes a copy of the list. */
  public DigitLine {
    digits = List.copyOf(digits);
  }

  /** Whether another look may read more; a long line has more digits to be unsure of. */
  boolean isInDoubt() {
    return digits.isEmpty() || confidence < Math.pow(BEYOND_DOUBT, digits.size());
  }

  /** The digits as text. */
  public String text() {
    return digits.stream().map(d -> Integer.toString(d.digit())).collect(Collectors.joining());
  }
}
