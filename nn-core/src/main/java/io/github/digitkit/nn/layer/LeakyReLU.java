package io.github.digitkit.nn.layer;

import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.nn.tensor.Tensor;
import java.util.List;

/**
 * {@code y = x} where x is positive, else {@code negativeSlope * x}.
 *
 * @param negativeSlope 0 or more; Keras's default is 0.3
 */
public record LeakyReLU(float negativeSlope) implements Layer {

  /** Checks the slope. */
  public LeakyReLU {
    if (!(negativeSlope >= 0)) {
      throw new IllegalArgumentException(
          "negativeSlope must be at least 0, but got " + negativeSlope);
    }
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    return List.of();
  }

  @Override
  public BoundLayer bind(Shape input) {
    return new Pass(input.size(), negativeSlope);
  }

  /** Also the pass of {@link ReLU}, whose negative slope is 0. */
  record Pass(int size, float negativeSlope) implements StatelessPass {
    @Override
    public void forward(LayerContext c, Tensor x, Tensor y) {
      float[] in = x.array();
      float[] out = y.array();
      for (int i = c.from() * size; i < c.to() * size; i++) {
        out[i] = in[i] > 0 ? in[i] : negativeSlope * in[i];
      }
    }

    @Override
    public void backward(TrainingContext c, Tensor x, Tensor y, Tensor dy, Tensor dx) {
      float[] in = x.array();
      float[] gradient = dy.array();
      float[] out = dx.array();
      for (int i = c.from() * size; i < c.to() * size; i++) {
        out[i] = in[i] > 0 ? gradient[i] : negativeSlope * gradient[i];
      }
    }
  }
}
