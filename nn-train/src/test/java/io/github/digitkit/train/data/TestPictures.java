package io.github.digitkit.train.data;

import io.github.digitkit.train.random.CounterRandom;

/** Small data sets for tests. */
final class TestPictures {
  private TestPictures() {}

  /** Pictures whose pixels all hold their index / 255, labelled index modulo classes. */
  static Dataset numbered(int size, int classes) {
    byte[] pixels = new byte[size * 12];
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      java.util.Arrays.fill(pixels, i * 12, i * 12 + 12, (byte) i);
      labels[i] = i % classes;
    }
    return ByteDataset.wrap(pixels, labels, 4, 3, classes);
  }

  /** 28x28 pictures of random pixels. */
  static Dataset noise(int size, long seed) {
    CounterRandom random = new CounterRandom(seed);
    float[] pixels = new float[size * 784];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextFloat();
    }
    return new ArrayDataset(pixels, new int[size], 28, 28, 10);
  }
}
