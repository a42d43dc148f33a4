package io.github.digitkit.recognizer;

import java.util.List;

/**
 * The digits of a picture in reading order.
 *
 * @param text the digits; with several lines, a line feed between them
 * @param confidence the probability that the whole text is right, 0 to 1; 0 if there is no digit
 * @param digits each digit with its place
 */
public record NumberReading(String text, double confidence, List<LocatedDigit> digits) {

  /** Copies the list. */
  public NumberReading {
    digits = List.copyOf(digits);
  }
}
