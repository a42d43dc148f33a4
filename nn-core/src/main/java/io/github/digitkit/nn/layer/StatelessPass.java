package io.github.digitkit.nn.layer;

import io.github.digitkit.nn.tensor.Tensor;

/** A pass without parameters that does the same in training and prediction. */
interface StatelessPass extends BoundLayer {
  @Override
  default void forwardTraining(TrainingContext c, Tensor x, Tensor y) {
    forward(c, x, y);
  }

  @Override
  default void backwardParameters(TrainingContext c, Tensor x, Tensor y, Tensor dy) {}
}
