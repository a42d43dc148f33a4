package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.NormalizedDigit;

/**
 * A guess that some neighbouring strips make one digit.
 *
 * @param first index of the first strip
 * @param last index of the last strip
 * @param box of its ink, in pixels of the cut picture
 * @param picture what the network is shown
 */
record Hypothesis(int first, int last, Box box, NormalizedDigit picture) {}
