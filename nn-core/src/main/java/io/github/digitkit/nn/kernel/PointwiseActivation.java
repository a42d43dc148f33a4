package io.github.digitkit.nn.kernel;

/** What a kernel can apply to each element while it still holds it in a register. */
public enum PointwiseActivation {
  /** {@code y = x}. */
  LINEAR,
  /** {@code y = max(x, 0)}. */
  RELU
}
