package io.github.digitkit.nn.layer;

import io.github.digitkit.nn.tensor.Tensor;

/**
 * A layer at a known input shape: its forward and backward passes. Immutable; safe for use by many
 * threads.
 *
 * <p>Tensors hold whole batches, {@code (batch, sample...)}, or more: only the samples of the
 * context's range are read and written. In training several workers run the same passes side by
 * side, each over its own range, and meet at {@link TrainingContext#barrier}; every worker calls
 * every pass of every layer in the same order.
 */
public interface BoundLayer {
  /**
   * The pass used for prediction.
   *
   * @param c the samples to work on, and the weights
   * @param x input. Not modified.
   * @param y output, of the context's samples. Overwritten.
   */
  void forward(LayerContext c, Tensor x, Tensor y);

  /**
   * The pass used in training; may keep in the context what {@link #backward} needs.
   *
   * @param c this worker's samples, the weights, and what is saved
   * @param x input. Not modified.
   * @param y output, of the context's samples. Overwritten.
   */
  void forwardTraining(TrainingContext c, Tensor x, Tensor y);

  /**
   * The gradients of input and parameters. Every worker has finished the whole forward pass before
   * any worker starts this.
   *
   * @param c this worker's samples; its parameter gradients are added to
   * @param x the forward pass's input. Not modified.
   * @param y the forward pass's output. Not modified.
   * @param dy gradient of the output. May be overwritten.
   * @param dx gradient of the input, of the context's samples. Overwritten.
   */
  void backward(TrainingContext c, Tensor x, Tensor y, Tensor dy, Tensor dx);

  /**
   * The gradients of the parameters alone: for a network's first layer, whose input needs none.
   *
   * @param c this worker's samples; its parameter gradients are added to
   * @param x the forward pass's input. Not modified.
   * @param y the forward pass's output. Not modified.
   * @param dy gradient of the output. May be overwritten.
   */
  void backwardParameters(TrainingContext c, Tensor x, Tensor y, Tensor dy);
}
