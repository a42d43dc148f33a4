package io.github.digitkit.train.data.augment;

import java.util.Arrays;

/**
 * Pictures moved by one pixel, zeros moving in. With them a filter over neighbours is a loop over
 * one index of several arrays, which the compiler turns into vector instructions.
 */
final class Neighbourhood {
  private Neighbourhood() {}

  /** Each pixel of {@code target} is the one to its left in {@code source}. */
  static void left(float[] source, float[] target, int width) {
    System.arraycopy(source, 0, target, 1, source.length - 1);
    for (int i = 0; i < source.length; i += width) {
      target[i] = 0;
    }
  }

  /** Each pixel of {@code target} is the one to its right in {@code source}. */
  static void right(float[] source, float[] target, int width) {
    System.arraycopy(source, 1, target, 0, source.length - 1);
    for (int i = width - 1; i < source.length; i += width) {
      target[i] = 0;
    }
  }

  /** Each pixel of {@code target} is the one above it in {@code source}. */
  static void above(float[] source, float[] target, int width) {
    System.arraycopy(source, 0, target, width, source.length - width);
    Arrays.fill(target, 0, width, 0);
  }

  /** Each pixel of {@code target} is the one below it in {@code source}. */
  static void below(float[] source, float[] target, int width) {
    System.arraycopy(source, width, target, 0, source.length - width);
    Arrays.fill(target, source.length - width, source.length, 0);
  }
}
