package io.github.digitkit.benchmarks.jmh;

import java.util.Random;

/** Arrays of random numbers, the same in every run. */
final class Numbers {
  private final Random random = new Random(1);

  /** Returns numbers in [-1, 1). */
  float[] around0(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = random.nextFloat() * 2 - 1;
    }
    return numbers;
  }

  /** Returns numbers in [0, 1): pictures. */
  float[] upTo1(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = random.nextFloat();
    }
    return numbers;
  }
}
