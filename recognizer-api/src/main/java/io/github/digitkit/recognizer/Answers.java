package io.github.digitkit.recognizer;

import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.recognizer.image.NormalizedDigit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes answers of the network's probabilities. */
final class Answers {
  private Answers() {}

  /** The answer for the {@code index}-th row of {@code (count, 11)} probabilities. */
  static Recognition of(
      NormalizedDigit digit, float[] probabilities, int index, RejectPolicy policy) {
    int offset = index * DigitNetwork.CLASSES;
    List<Double> ofDigits = new ArrayList<>(DigitNetworks.DIGITS);
    for (int k = 0; k < DigitNetworks.DIGITS; k++) {
      ofDigits.add((double) probabilities[offset + k]);
    }
    int best = best(probabilities, offset);
    double confidence = probabilities[offset + best];
    double noDigit = probabilities[offset + DigitNetworks.NO_DIGIT];
    Optional<RejectReason> rejected = rejection(digit, confidence, noDigit, policy);
    return new Recognition(best, confidence, ofDigits, rejected, digit.seen());
  }

  private static Optional<RejectReason> rejection(
      NormalizedDigit digit, double confidence, double noDigit, RejectPolicy policy) {
    if (digit.box().isEmpty() || digit.ink().looksBlank()) {
      return Optional.of(RejectReason.BLANK);
    }
    if (digit.severalDigits()) {
      return Optional.of(RejectReason.SEVERAL_DIGITS);
    }
    if (noDigit > policy.noDigit()) {
      return Optional.of(RejectReason.NOT_A_DIGIT);
    }
    return confidence < policy.confidence() ? Optional.of(RejectReason.UNSURE) : Optional.empty();
  }

  /** Returns the most probable digit of the row that starts at {@code offset}. */
  static int best(float[] probabilities, int offset) {
    int best = 0;
    for (int k = 1; k < DigitNetworks.DIGITS; k++) {
      if (probabilities[offset + k] > probabilities[offset + best]) {
        best = k;
      }
    }
    return best;
  }
}
