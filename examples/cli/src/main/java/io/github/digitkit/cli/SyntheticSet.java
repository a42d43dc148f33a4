package io.github.digitkit.cli;

import io.github.digitkit.mnist.Split;
import io.github.digitkit.train.data.synthetic.SyntheticDigits;

/** Digits that the program draws, always the same ones, for trying things without any data. */
final class SyntheticSet {
  private static final int TRAIN_COUNT = 20_000;
  private static final int TEST_COUNT = 5_000;
  private static final long TRAIN_SEED = 20_001;
  private static final long TEST_SEED = 20_002;

  private SyntheticSet() {}

  static DigitSet of(Split split) {
    return of(split, split == Split.TRAIN ? TRAIN_COUNT : TEST_COUNT);
  }

  /** Another number of pictures; a larger set begins with the smaller one. */
  static DigitSet of(Split split, int count) {
    long seed = split == Split.TRAIN ? TRAIN_SEED : TEST_SEED;
    return new DigitSet(
        SyntheticDigits.balanced(count, seed), "synthetic", count + " drawn with seed " + seed);
  }
}
