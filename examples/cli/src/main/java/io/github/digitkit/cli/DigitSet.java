package io.github.digitkit.cli;

import io.github.digitkit.mnist.MnistDataset;
import io.github.digitkit.train.data.Dataset;
import io.github.digitkit.train.data.MnistDigits;

/**
 * Labelled digits and where they are from.
 *
 * @param digits the pictures
 * @param origin the collection's name
 * @param sha256 of pictures and labels, or how to draw them again
 */
record DigitSet(Dataset digits, String origin, String sha256) {
  static DigitSet of(MnistDataset source) {
    return new DigitSet(new MnistDigits(source), source.provenance().collection(), source.sha256());
  }

  /** The first {@code count} pictures, or all if there are fewer. */
  DigitSet first(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("--limit must be at least 1, got " + count);
    }
    if (count >= digits.size()) {
      return this;
    }
    return new DigitSet(digits.range(0, count), origin, sha256 + ", the first " + count);
  }
}
