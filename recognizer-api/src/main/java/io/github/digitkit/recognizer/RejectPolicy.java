package io.github.digitkit.recognizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * When an answer is refused, and the curve that says what a threshold costs, measured on pictures
 * that the network did not train on and kept with the weights.
 *
 * @param confidence an answer below this confidence is {@link RejectReason#UNSURE}
 * @param noDigit an answer whose probability of showing no digit is above this is {@link
 *     RejectReason#NOT_A_DIGIT}
 * @param curve thresholds of confidence, rising
 */
public record RejectPolicy(double confidence, double noDigit, List<Point> curve) {

  /**
   * What one threshold does on the validation pictures.
   *
   * @param threshold the confidence
   * @param errors share of the accepted answers that are wrong
   * @param refused share of all answers that are refused
   */
  public record Point(double threshold, double errors, double refused) {}

  /** Copies the curve. */
  public RejectPolicy {
    curve = List.copyOf(curve);
  }

  /**
   * The policy of a model file: {@code reject_threshold}, {@code no_digit_threshold} and {@code
   * reject_curve} as {@code threshold:errors:refused} separated by blanks.
   *
   * @throws IllegalArgumentException if an entry is not a number
   */
  static RejectPolicy of(Map<String, String> metadata) {
    List<Point> curve = new ArrayList<>();
    for (String point : metadata.getOrDefault("reject_curve", "").split(" ")) {
      String[] fields = point.split(":");
      if (fields.length == 3) {
        curve.add(
            new Point(
                Double.parseDouble(fields[0]),
                Double.parseDouble(fields[1]),
                Double.parseDouble(fields[2])));
      }
    }
    return new RejectPolicy(
        Double.parseDouble(metadata.getOrDefault("reject_threshold", "0.5")),
        Double.parseDouble(metadata.getOrDefault("no_digit_threshold", "0.04")),
        curve);
  }

  /**
   * This policy with the lowest threshold that keeps the errors down.
   *
   * @param share of the accepted answers that may be wrong, 0 to 1
   * @return the policy
   * @throws IllegalArgumentException if no threshold of the curve reaches it; names the lowest
   *     share
   */
  RejectPolicy withErrorsAtMost(double share) {
    for (Point point : curve) {
      if (point.errors() <= share) {
        return new RejectPolicy(point.threshold(), noDigit, curve);
      }
    }
    double lowest = curve.stream().mapToDouble(Point::errors).min().orElse(Double.NaN);
    throw new IllegalArgumentException(
        "no threshold keeps the errors at or below " + share + "; the lowest share is " + lowest);
  }
}
