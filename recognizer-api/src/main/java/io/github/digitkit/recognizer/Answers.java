package io.github.digitkit.recognizer;

import io.github.digitkit.nn.DigitNetworks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes answers of the network's readings. */
final class Answers {
  private Answers() {}

  /** The answer that a reading comes to. */
  static Recognition of(Reading reading, RejectPolicy policy) {
    List<Double> ofDigits = new ArrayList<>(DigitNetworks.DIGITS);
    for (int k = 0; k < DigitNetworks.DIGITS; k++) {
      ofDigits.add((double) reading.probability(k));
    }
    return new Recognition(
        reading.best(),
        reading.confidence(),
        ofDigits,
        rejection(reading, policy),
        reading.digit().seen());
  }

  private static Optional<RejectReason> rejection(Reading reading, RejectPolicy policy) {
    if (reading.digit().looksBlank()) {
      return Optional.of(RejectReason.BLANK);
    }
    if (reading.digit().severalDigits()) {
      return Optional.of(RejectReason.SEVERAL_DIGITS);
    }
    if (reading.noDigit() > policy.noDigit()) {
      return Optional.of(RejectReason.NOT_A_DIGIT);
    }
    return reading.confidence() < policy.confidence()
        ? Optional.of(RejectReason.UNSURE)
        : Optional.empty();
  }
}
