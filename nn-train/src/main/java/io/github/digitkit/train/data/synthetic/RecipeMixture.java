package io.github.digitkit.train.data.synthetic;

import io.github.digitkit.train.data.Dataset;
import io.github.digitkit.train.data.EpochSource;

/**
 * The mixture for the bundled weights: all digits of a data set, 15 % synthetic digits and 22 %
 * pictures that are no digit (class 10) in each epoch, drawn anew from pools of 48,000 and 72,000.
 */
public final class RecipeMixture {
  /** Synthetic digits to draw from; as many as the main data set has, if these are fewer. */
  public static final int DIGIT_POOL = 48_000;

  /** Non-digits to draw from; twice as many as the main data set has, if these are fewer. */
  public static final int NON_DIGIT_POOL = 72_000;

  /** Synthetic digits in an epoch, as a share of the main data set. */
  public static final double DIGIT_SHARE = 0.15;

  /** Non-digits in an epoch, as a share of the main data set. */
  public static final double NON_DIGIT_SHARE = 0.22;

  private RecipeMixture() {}

  /**
   * The mixture around these digits, without augmentation yet; the pools follow from the seed.
   *
   * @param digits 28x28
   * @throws IllegalArgumentException if the pictures have another size
   */
  public static EpochSource.Builder of(Dataset digits, long seed) {
    int digitPool = Math.min(DIGIT_POOL, digits.size());
    int nonDigitPool = (int) Math.min(NON_DIGIT_POOL, 2L * digits.size());
    return EpochSource.of(digits)
        .seed(seed)
        .mix(SyntheticDigits.foreign(digitPool, seed), DIGIT_SHARE)
        .mix(SyntheticNonDigits.of(nonDigitPool, seed), NON_DIGIT_SHARE);
  }
}
