package io.github.digitkit.train;

import io.github.digitkit.nn.Sequential;
import io.github.digitkit.nn.layer.Activation;
import io.github.digitkit.nn.layer.BatchNormalization;
import io.github.digitkit.nn.layer.Conv2D;
import io.github.digitkit.nn.layer.Dense;
import io.github.digitkit.nn.layer.Dropout;
import io.github.digitkit.nn.layer.Flatten;
import io.github.digitkit.nn.layer.MaxPooling2D;
import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.train.data.ArrayDataset;
import io.github.digitkit.train.data.Dataset;
import io.github.digitkit.train.random.CounterRandom;

/** A small problem and a small network with every kind of layer that training treats apart. */
final class TestDigits {
  private static final int SIDE = 10;
  private static final int CLASSES = 4;

  private TestDigits() {}

  /** Noisy strokes in four directions: the class is the direction. */
  static Dataset strokes(int size, long seed) {
    CounterRandom random = new CounterRandom(seed);
    float[] pixels = new float[size * SIDE * SIDE];
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      labels[i] = random.nextInt(CLASSES);
      double angle = Math.PI * (labels[i] + random.uniform(-0.2, 0.2)) / CLASSES;
      double shift = random.uniform(-2.0, 2.0);
      for (int p = 0; p < SIDE * SIDE; p++) {
        int row = p / SIDE;
        double x = p % SIDE - 4.5;
        double y = row - 4.5;
        double distance = Math.abs(x * Math.sin(angle) - y * Math.cos(angle) - shift);
        double ink = Math.max(0, 1 - distance / 1.5) + random.uniform(-0.2, 0.2);
        pixels[i * SIDE * SIDE + p] = (float) Math.max(0, Math.min(1, ink));
      }
    }
    return new ArrayDataset(pixels, labels, SIDE, SIDE, CLASSES);
  }

  static Sequential network() {
    return Sequential.builder(Shape.of(SIDE, SIDE, 1))
        .add(Conv2D.of(6, 3).activation(Activation.RELU))
        .add(MaxPooling2D.of(2))
        .add(new BatchNormalization(0.8f, 1e-3f)) // few steps: 0.99 would lag behind
        .add(Conv2D.of(8, 3).activation(Activation.RELU))
        .add(new BatchNormalization(0.8f, 1e-3f)) // few steps: 0.99 would lag behind
        .add(new Dropout(0.2f))
        .add(new Flatten())
        .add(Dense.of(CLASSES).activation(Activation.SOFTMAX))
        .build();
  }
}
