package io.github.digitkit.nn;

import io.github.digitkit.nn.kernel.Conv2DGeometry;
import io.github.digitkit.nn.kernel.Epilogue;
import io.github.digitkit.nn.kernel.InferenceOperation;
import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.nn.kernel.PointwiseActivation;
import io.github.digitkit.nn.layer.Activation;
import io.github.digitkit.nn.layer.BatchNormalization;
import io.github.digitkit.nn.layer.Conv2D;
import io.github.digitkit.nn.layer.Dense;
import io.github.digitkit.nn.layer.Dropout;
import io.github.digitkit.nn.layer.Flatten;
import io.github.digitkit.nn.layer.MaxPooling2D;
import io.github.digitkit.nn.layer.Softmax;
import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A network made ready for prediction: weights packed, and a convolution's bias, activation, the
 * BatchNormalization and the pooling behind it done while its sums are at hand. Dropout and Flatten
 * are nothing here. Immutable.
 */
final class InferencePlan {
  /** One step and the floats of one sample that it gives. */
  record Step(InferenceOperation operation, int outputSize) {}

  private final int inputSize;
  private final List<Step> steps;

  private InferencePlan(int inputSize, List<Step> steps) {
    this.inputSize = inputSize;
    this.steps = steps;
  }

  static InferencePlan of(Sequential network, Parameters parameters, Kernels kernels) {
    Compiler compiler = new Compiler(network, parameters, kernels);
    return new InferencePlan(network.inputShape().size(), compiler.compile());
  }

  int inputSize() {
    return inputSize;
  }

  List<Step> steps() {
    return steps;
  }

  /** Returns the most floats of one sample between two steps. */
  int largestActivation() {
    return steps.stream().mapToInt(Step::outputSize).reduce(inputSize, Math::max);
  }

  /** Walks along the layers and makes one step of those that belong together. */
  private static final class Compiler {
    private final List<Sequential.Node> nodes;
    private final Parameters parameters;
    private final Kernels kernels;
    private final List<Step> steps = new ArrayList<>();
    private int next;

    Compiler(Sequential network, Parameters parameters, Kernels kernels) {
      this.nodes = network.nodes();
      this.parameters = parameters;
      this.kernels = kernels;
    }

    List<Step> compile() {
      while (next < nodes.size()) {
        int index = next++;
        Sequential.Node node = nodes.get(index);
        if (node.layer() instanceof Conv2D conv) {
          convolution(index, conv.geometry(node.input()), conv.activation());
        } else if (node.layer() instanceof Dense dense) {
          Conv2DGeometry geometry = Conv2DGeometry.dense(node.input().size(), dense.units());
          convolution(index, geometry, dense.activation());
        } else if (node.layer() instanceof Softmax softmax) {
          steps.add(new Step(softmax.inference(node.input()), node.output().size()));
        } else if (!(node.layer() instanceof Dropout || node.layer() instanceof Flatten)) {
          steps.add(single(index, node));
        }
      }
      return List.copyOf(steps);
    }

    private void convolution(int index, Conv2DGeometry geometry, Activation activation) {
      float[] kernel = parameters.ofNode(index).get(0).array();
      Epilogue epilogue = epilogue(index, geometry, activation);
      if (nextIs(MaxPooling2D.class)) {
        Sequential.Node pool = nodes.get(next++);
        MaxPooling2D layer = (MaxPooling2D) pool.layer();
        InferenceOperation operation =
            kernels.prepareConv2dMaxPool(geometry, kernel, epilogue, layer.geometry(pool.input()));
        steps.add(new Step(operation, pool.output().size()));
      } else {
        InferenceOperation operation = kernels.prepareConv2d(geometry, kernel, epilogue);
        steps.add(new Step(operation, geometry.outputSize()));
      }
      if (activation == Activation.SOFTMAX) {
        Shape output = nodes.get(index).output();
        steps.add(new Step(new Softmax().inference(output), output.size()));
      }
    }

    /** Takes the BatchNormalization behind the convolution, if there is one, into its epilogue. */
    private Epilogue epilogue(int index, Conv2DGeometry geometry, Activation activation) {
      float[] bias = parameters.ofNode(index).get(1).array();
      PointwiseActivation pointwise =
          activation == Activation.RELU ? PointwiseActivation.RELU : PointwiseActivation.LINEAR;
      if (activation != Activation.SOFTMAX && nextIs(BatchNormalization.class)) {
        BatchNormalization layer = (BatchNormalization) nodes.get(next).layer();
        List<Tensor> p = parameters.ofNode(next++);
        float[] scale = layer.scale(p.get(0).array(), p.get(3).array());
        float[] shift = layer.shift(p.get(1).array(), p.get(2).array(), scale);
        return new Epilogue(bias, pointwise, scale, shift);
      }
      float[] ones = new float[geometry.outputChannels()];
      Arrays.fill(ones, 1);
      return new Epilogue(bias, pointwise, ones, new float[geometry.outputChannels()]);
    }

    private Step single(int index, Sequential.Node node) {
      return new Step(
          LayerOperation.of(node, parameters.ofNode(index), kernels), node.output().size());
    }

    private boolean nextIs(Class<?> type) {
      return next < nodes.size() && type.isInstance(nodes.get(next).layer());
    }
  }
}
