package io.github.digitkit.recognizer.segment;

import java.util.List;

/** A classifier of normalised pictures. Must be as thread-safe as its callers need it. */
@FunctionalInterface
public interface DigitScorer {
  /** Index of the score for "no digit". */
  int NO_DIGIT = 10;

  /**
   * Scores pictures, all in one go.
   *
   * @param images 28 x 28 values each, in rows, 0 = paper to 1 = ink. Not modified.
   * @return for each picture 11 probabilities: the digits 0 to 9, then "no digit"
   */
  float[][] scores(List<float[]> images);
}
