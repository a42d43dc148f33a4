package io.github.digitkit.nn.layer;

import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.nn.tensor.ShapeException;

/** The checks of input shapes that layers share. */
final class Axes {
  private Axes() {}

  static void requirePicture(Shape input) {
    if (input.rank() != 3) {
      throw new ShapeException("expected input (height, width, channels), but got " + input);
    }
  }

  static int channels(Shape input) {
    if (input.rank() < 1) {
      throw new ShapeException("expected input with at least one axis, but got a scalar");
    }
    return input.dim(input.rank() - 1);
  }

  static int requirePositive(String what, int value) {
    if (value < 1) {
      throw new ShapeException(what + " must be at least 1, but got " + value);
    }
    return value;
  }
}
