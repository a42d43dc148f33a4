package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.NormalizedDigit;

/**
 * A digit found in a line or on a page.
 *
 * @param picture its normalised picture, box and ink statistics
 * @param scores 11 probabilities: the digits 0 to 9, then "no digit". Not to be modified.
 */
public record FoundDigit(
    NormalizedDigit picture, @SuppressWarnings("ArrayRecordComponent") float[] scores) {

  /** The likeliest digit, 0 to 9. */
  public int digit() {
    return likeliest(scores);
  }

  /** The probability of {@link #digit()}. */
  public double confidence() {
    return scores[digit()];
  }

  /** Its extent in pixels of the source picture. */
  public Box box() {
    return picture.box();
  }

  static int likeliest(float[] scores) {
    int best = 0;
    for (int digit = 1; digit < DigitScorer.NO_DIGIT; digit++) {
      if (scores[digit] > scores[best]) {
        best = digit;
      }
    }
    return best;
  }
}
