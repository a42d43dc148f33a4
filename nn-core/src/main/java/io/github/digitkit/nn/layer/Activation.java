package io.github.digitkit.nn.layer;

import io.github.digitkit.nn.kernel.PointwiseActivation;

/** The function that a {@link Conv2D} or {@link Dense} layer applies to its sums. */
public enum Activation {
  /** {@code y = x}. */
  LINEAR(PointwiseActivation.LINEAR),
  /** {@code y = max(x, 0)}. */
  RELU(PointwiseActivation.RELU),
  /** {@code y_i = exp(x_i) / sum_j exp(x_j)} over the last axis. */
  SOFTMAX(PointwiseActivation.LINEAR);

  private final PointwiseActivation pointwise;

  Activation(PointwiseActivation pointwise) {
    this.pointwise = pointwise;
  }

  /** Returns the part of this activation that a kernel applies element by element. */
  PointwiseActivation pointwise() {
    return pointwise;
  }
}
