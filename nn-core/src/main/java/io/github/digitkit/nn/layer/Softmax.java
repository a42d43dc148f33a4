package io.github.digitkit.nn.layer;

import io.github.digitkit.nn.kernel.InferenceOperation;
import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.nn.tensor.Tensor;
import java.util.List;

/** Softmax over the last axis: {@code y_i = exp(x_i) / sum_j exp(x_j)}. */
public record Softmax() implements Layer {
  @Override
  public Shape outputShape(Shape input) {
    Axes.channels(input);
    return input;
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    return List.of();
  }

  @Override
  public BoundLayer bind(Shape input) {
    int columns = Axes.channels(input);
    return new Pass(input.size() / columns, columns);
  }

  /**
   * The forward pass alone, on bare arrays: it allocates nothing.
   *
   * @param input the shape of one sample
   * @return the step of an inference plan
   */
  public InferenceOperation inference(Shape input) {
    int columns = Axes.channels(input);
    int rows = input.size() / columns;
    return (x, y, from, to, workspace) ->
        SoftmaxRows.forward(x, y, from * rows, to * rows, columns);
  }

  private record Pass(int rowsPerSample, int columns) implements StatelessPass {
    @Override
    public void forward(LayerContext c, Tensor x, Tensor y) {
      SoftmaxRows.forward(
          x.array(), y.array(), c.from() * rowsPerSample, c.to() * rowsPerSample, columns);
    }

    @Override
    public void backward(TrainingContext c, Tensor x, Tensor y, Tensor dy, Tensor dx) {
      SoftmaxRows.backward(
          y.array(),
          dy.array(),
          dx.array(),
          c.from() * rowsPerSample,
          c.to() * rowsPerSample,
          columns);
    }
  }
}
