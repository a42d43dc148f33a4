package io.github.digitkit.recognizer;

import io.github.digitkit.recognizer.image.NormalizedDigit;
import java.util.Arrays;

/** What the network makes of one picture: probabilities of the digits 0 to 9 and of none. */
final class Reading {
  private final NormalizedDigit digit;
  private final float[] probabilities;

  /**
   * @param digit what the network saw
   * @param probabilities 11, of sum 1. Shared.
   */
  Reading(NormalizedDigit digit, float[] probabilities) {
    this.digit = digit;
    this.probabilities = probabilities;
  }

  /** The reading in the {@code index}-th row of {@code (count, 11)} probabilities. */
  static Reading ofRow(NormalizedDigit digit, float[] rows, int index) {
    int from = index * DigitNetwork.CLASSES;
    return new Reading(digit, Arrays.copyOfRange(rows, from, from + DigitNetwork.CLASSES));
  }

  NormalizedDigit digit() {
    return digit;
  }

  /** The most probable digit. */
  int best() {
    int best = 0;
    for (int k = 1; k < DigitNetwork.CLASSES - 1; k++) {
      if (probabilities[k] > probabilities[best]) {
        best = k;
      }
    }
    return best;
  }

  /** The probability of one class. */
  float probability(int k) {
    return probabilities[k];
  }

  /** The probability of the most probable digit. */
  float confidence() {
    return probabilities[best()];
  }

  /** The probability that there is no digit. */
  float noDigit() {
    return probabilities[DigitNetwork.CLASSES - 1];
  }

  /** Another look's digits, sharing what both looks leave for digits; what was noticed stays. */
  Reading withDigitsOf(Reading other) {
    float both = (noDigit() + other.noDigit()) / 2;
    float scale = (1 - both) / (1 - other.noDigit());
    float[] mixed = new float[DigitNetwork.CLASSES];
    for (int k = 0; k < DigitNetwork.CLASSES - 1; k++) {
      mixed[k] = scale * other.probabilities[k];
    }
    mixed[DigitNetwork.CLASSES - 1] = both;
    return new Reading(digit.seenAs(other.digit), mixed);
  }
}
