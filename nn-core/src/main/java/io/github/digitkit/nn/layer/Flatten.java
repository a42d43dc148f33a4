package io.github.digitkit.nn.layer;

import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.nn.tensor.Tensor;
import java.util.List;

/** Lays all axes of a sample end to end: any shape to {@code (size)}. */
public record Flatten() implements Layer {
  @Override
  public Shape outputShape(Shape input) {
    return Shape.of(input.size());
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    return List.of();
  }

  @Override
  public BoundLayer bind(Shape input) {
    return new Pass(input.size());
  }

  private record Pass(int size) implements StatelessPass {
    @Override
    public void forward(LayerContext c, Tensor x, Tensor y) {
      copy(c, x, y);
    }

    @Override
    public void backward(TrainingContext c, Tensor x, Tensor y, Tensor dy, Tensor dx) {
      copy(c, dy, dx);
    }

    private void copy(LayerContext c, Tensor source, Tensor target) {
      int start = c.from() * size;
      System.arraycopy(source.array(), start, target.array(), start, (c.to() - c.from()) * size);
    }
  }
}
