package io.github.digitkit.nn;

import io.github.digitkit.nn.kernel.InferenceOperation;
import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.nn.kernel.Workspace;
import io.github.digitkit.nn.layer.BoundLayer;
import io.github.digitkit.nn.layer.LayerContext;
import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.nn.tensor.Tensor;
import java.util.List;

/** A layer's own forward pass as a step of an inference plan, for layers that nothing fuses. */
record LayerOperation(BoundLayer layer, List<Tensor> parameters, Kernels kernels)
    implements InferenceOperation {

  static InferenceOperation of(Sequential.Node node, List<Tensor> parameters, Kernels kernels) {
    BoundLayer bound = node.layer().bind(node.input());
    return new LayerOperation(bound, parameters, kernels);
  }

  @Override
  public void apply(float[] x, float[] y, int from, int to, Workspace workspace) {
    // Passes look at the range alone, whatever the tensor's own shape.
    layer.forward(new Range(this, from, to, workspace), flat(x), flat(y));
  }

  private static Tensor flat(float[] array) {
    return Tensor.wrap(Shape.of(array.length), array);
  }

  private record Range(LayerOperation operation, int from, int to, Workspace workspace)
      implements LayerContext {
    @Override
    public Kernels kernels() {
      return operation.kernels();
    }

    @Override
    public float[] parameter(int index) {
      return operation.parameters().get(index).array();
    }
  }
}
