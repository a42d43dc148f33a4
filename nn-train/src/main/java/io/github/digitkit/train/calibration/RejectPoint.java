package io.github.digitkit.train.calibration;

/**
 * What one threshold of confidence costs on validation digits.
 *
 * @param threshold answers below it are refused
 * @param errors share of the accepted answers that are wrong
 * @param refused share of all answers that are refused
 */
public record RejectPoint(double threshold, double errors, double refused) {
  /** Returns {@code threshold:errors:refused}. */
  String text() {
    return threshold + Calibration.number(":%.5f", errors) + Calibration.number(":%.5f", refused);
  }
}
