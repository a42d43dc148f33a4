package io.github.digitkit.nn.layer;

import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.nn.kernel.Workspace;

/** What a layer's pass works with: which samples, whose weights, which kernels. */
public interface LayerContext {
  /** Returns the kernels to compute with. */
  Kernels kernels();

  /** Returns this call chain's scratch memory. */
  Workspace workspace();

  /** Returns the first sample to work on. */
  int from();

  /** Returns the end (exclusive) of the samples to work on. */
  int to();

  /**
   * @param index the parameter's place in {@link Layer#parameters}
   * @return its elements, not a copy
   */
  float[] parameter(int index);
}
