package io.github.digitkit.train.data.augment;

import io.github.digitkit.train.random.CounterRandom;

/**
 * A uniform distribution between two finite bounds; equal bounds are a constant.
 *
 * @param low smallest value
 * @param high largest value
 */
public record Range(float low, float high) {

  /** Checks the order of the bounds. */
  public Range {
    if (!(low <= high) || Float.isInfinite(low) || Float.isInfinite(high)) {
      throw new IllegalArgumentException(
          "range: expected finite low <= high, got " + low + ".." + high);
    }
  }

  /** Between {@code -bound} and {@code bound}. */
  public static Range symmetric(double bound) {
    return new Range((float) -bound, (float) bound);
  }

  /** Between these bounds. */
  public static Range of(double low, double high) {
    return new Range((float) low, (float) high);
  }

  /** Draws a value. */
  public float draw(CounterRandom random) {
    return random.uniform(low, high);
  }

  Range within(String what, double least, double most) {
    if (low < (float) least || high > (float) most) {
      throw new IllegalArgumentException(
          "%s must be within %s..%s, got %s..%s".formatted(what, least, most, low, high));
    }
    return this;
  }

  static double probability(double value) {
    return atLeastZero("probability", value, 1);
  }

  static double atLeastZero(String what, double value, double most) {
    if (!(value >= 0 && value <= most)) {
      throw new IllegalArgumentException(
          "%s must be 0..%s, got %s".formatted(what, most == 1 ? "1" : most, value));
    }
    return value;
  }
}
