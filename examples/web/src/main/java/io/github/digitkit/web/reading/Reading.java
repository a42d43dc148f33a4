package io.github.digitkit.web.reading;

import java.util.List;
import java.util.Optional;

/**
 * What was read in one picture.
 *
 * @param kind a digit or a number
 * @param answer the digits read, may be empty for a number without digits
 * @param confidence calibrated probability of the whole answer, 0 to 1
 * @param rejected the reason not to trust the answer, empty if it may be trusted
 * @param probabilities of the digits 0 to 9; empty for a number
 * @param digits the single digits and their boxes, left to right; empty for {@link Kind#DIGIT}
 * @param seen what the network saw: one 28x28 picture per digit, concatenated row by row, ink 255
 * @param picture the decoded picture
 */
@SuppressWarnings("ArrayRecordComponent") // A value carrier between two stages of one request.
public record Reading(
    Kind kind,
    String answer,
    double confidence,
    Optional<String> rejected,
    List<Double> probabilities,
    List<ReadDigit> digits,
    byte[] seen,
    Picture picture) {
  /** Pixels of one picture that the network saw. */
  public static final int SEEN_SIZE = 28 * 28;
}
