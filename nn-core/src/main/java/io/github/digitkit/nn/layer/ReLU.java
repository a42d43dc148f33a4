package io.github.digitkit.nn.layer;

import io.github.digitkit.nn.tensor.Shape;
import java.util.List;

/** {@code y = max(x, 0)} as a layer of its own. */
public record ReLU() implements Layer {
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
    return new LeakyReLU.Pass(input.size(), 0f);
  }
}
