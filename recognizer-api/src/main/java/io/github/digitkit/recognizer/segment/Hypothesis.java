package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.NormalizedDigit;

/**
 * A guess that some neighbouring strips make one digit, or one thing that is none.
 *
 * @param first index of the first strip
 * @param last index of the last strip
 * @param box of its ink, in pixels of the cut picture
 * @param picture what the network is shown
 * @param cuts ink crossed by the cuts on its two sides, in stroke widths; 0 between gaps
 * @param gap the gaps within it, all together, in pixels
 * @param trimmed share of its ink that was left out as connecting strokes
 * @param shared whether some of its ink is a neighbour's, too, as where digits overlap
 * @param slant columns that its ink leans to the right a row upwards
 */
record Hypothesis(
    int first,
    int last,
    Box box,
    NormalizedDigit picture,
    double cuts,
    double gap,
    double trimmed,
    boolean shared,
    double slant) {

  /** Whether another guess is about the same strips, in another picture. */
  boolean isAboutSameStrips(Hypothesis other) {
    return first == other.first && last == other.last;
  }

  /** The same guess about strips that are numbered otherwise. */
  Hypothesis at(int newFirst, int newLast) {
    return new Hypothesis(newFirst, newLast, box, picture, cuts, gap, trimmed, shared, slant);
  }
}
