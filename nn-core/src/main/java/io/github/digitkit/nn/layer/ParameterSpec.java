package io.github.digitkit.nn.layer;

import io.github.digitkit.nn.tensor.Shape;

/**
 * One array that a layer owns.
 *
 * @param name for example {@code kernel} or {@code moving_mean}
 * @param shape its shape, without a batch axis
 * @param trainable whether the optimiser changes it; if not, the layer's own forward pass does
 * @param initializer its first values
 */
public record ParameterSpec(String name, Shape shape, boolean trainable, Initializer initializer) {

  static ParameterSpec trainable(String name, Shape shape, Initializer initializer) {
    return new ParameterSpec(name, shape, true, initializer);
  }

  static ParameterSpec statistic(String name, Shape shape, Initializer initializer) {
    return new ParameterSpec(name, shape, false, initializer);
  }
}
