package io.github.digitkit.train.data.augment;

import io.github.digitkit.train.random.CounterRandom;

/** Where an augmentation finds a second picture, such as the neighbour of a digit in a number. */
@FunctionalInterface
public interface OtherPictures {

  /** Always gives an empty picture. */
  OtherPictures EMPTY = (random, target) -> java.util.Arrays.fill(target, 0);

  /**
   * Copies a picture drawn with {@code random}, not augmented.
   *
   * @param target {@code (height, width)}, values 0..1. Overwritten.
   */
  void copyRandom(CounterRandom random, float[] target);
}
