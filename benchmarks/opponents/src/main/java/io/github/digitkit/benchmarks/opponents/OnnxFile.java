package io.github.digitkit.benchmarks.opponents;

import io.github.digitkit.benchmarks.opponents.OnnxGraph.Attribute;
import io.github.digitkit.nn.Model;
import io.github.digitkit.nn.Sequential;
import io.github.digitkit.nn.kernel.Conv2DGeometry;
import io.github.digitkit.nn.kernel.Pool2DGeometry;
import io.github.digitkit.nn.layer.Activation;
import io.github.digitkit.nn.layer.BatchNormalization;
import io.github.digitkit.nn.layer.Conv2D;
import io.github.digitkit.nn.layer.Dense;
import io.github.digitkit.nn.layer.Dropout;
import io.github.digitkit.nn.layer.Flatten;
import io.github.digitkit.nn.layer.MaxPooling2D;
import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.nn.tensor.Tensor;
import java.util.List;

/**
 * A model as an ONNX file. ONNX is NCHW, we are NHWC: kernels are turned, and what is flattened is
 * turned back, so that input of one channel and the outputs are the same arrays in both.
 */
final class OnnxFile {
  /** The name of the input. */
  static final String INPUT = "pictures";

  private final Model model;
  private final OnnxGraph graph;

  private OnnxFile(Model model) {
    Shape input = model.network().inputShape();
    this.model = model;
    this.graph = new OnnxGraph(INPUT, input.dim(2), input.dim(0), input.dim(1));
  }

  /**
   * @throws IllegalArgumentException if the model has a layer of a kind that is not written here
   */
  static byte[] of(Model model) {
    return new OnnxFile(model).write();
  }

  private byte[] write() {
    List<Sequential.Node> nodes = model.network().nodes();
    for (int i = 0; i < nodes.size(); i++) {
      Sequential.Node node = nodes.get(i);
      List<Tensor> parameters = model.parameters().ofNode(i);
      if (node.layer() instanceof Conv2D conv) {
        convolution(node, conv, parameters);
      } else if (node.layer() instanceof MaxPooling2D pooling) {
        pooling(pooling.geometry(node.input()));
      } else if (node.layer() instanceof BatchNormalization normalization) {
        normalization(node, normalization, parameters);
      } else if (node.layer() instanceof Flatten) {
        graph.node("Transpose", List.of(), Attribute.of("perm", 0, 2, 3, 1));
        graph.node("Flatten", List.of());
      } else if (node.layer() instanceof Dense dense) {
        dense(node, dense, parameters);
      } else if (!(node.layer() instanceof Dropout)) {
        throw new IllegalArgumentException("no ONNX for layer " + node.name());
      }
    }
    return graph.file(model.network().outputShape().dim(0));
  }

  private void convolution(Sequential.Node node, Conv2D layer, List<Tensor> parameters) {
    Conv2DGeometry g = layer.geometry(node.input());
    String kernel =
        graph.parameter(
            node.name() + ".kernel",
            outputsFirst(parameters.get(0).array(), g),
            g.outputChannels(),
            g.inputChannels(),
            g.kernelHeight(),
            g.kernelWidth());
    String bias = vector(node, "bias", parameters.get(1));
    long below =
        Math.max(
            0,
            end(g.outputHeight(), g.strideHeight(), g.kernelHeight(), g.padTop())
                - g.inputHeight());
    long right =
        Math.max(
            0,
            end(g.outputWidth(), g.strideWidth(), g.kernelWidth(), g.padLeft()) - g.inputWidth());
    graph.node(
        "Conv",
        List.of(kernel, bias),
        Attribute.of("kernel_shape", g.kernelHeight(), g.kernelWidth()),
        Attribute.of("strides", g.strideHeight(), g.strideWidth()),
        Attribute.of("pads", g.padTop(), g.padLeft(), below, right));
    activation(layer.activation());
  }

  /** Where the last window ends, from the input's first place. */
  private static int end(int outputs, int stride, int window, int padBefore) {
    return (outputs - 1) * stride + window - padBefore;
  }

  /** (height, width, inputs, outputs) to (outputs, inputs, height, width). */
  private static float[] outputsFirst(float[] kernel, Conv2DGeometry g) {
    float[] turned = new float[kernel.length];
    int taps = g.kernelHeight() * g.kernelWidth();
    int to = 0;
    for (int k = 0; k < g.outputChannels(); k++) {
      for (int c = 0; c < g.inputChannels(); c++) {
        for (int tap = 0; tap < taps; tap++) {
          turned[to] = kernel[(tap * g.inputChannels() + c) * g.outputChannels() + k];
          to++;
        }
      }
    }
    return turned;
  }

  private void pooling(Pool2DGeometry g) {
    graph.node(
        "MaxPool",
        List.of(),
        Attribute.of("kernel_shape", g.poolHeight(), g.poolWidth()),
        Attribute.of("strides", g.strideHeight(), g.strideWidth()));
  }

  private void normalization(
      Sequential.Node node, BatchNormalization layer, List<Tensor> parameters) {
    graph.node(
        "BatchNormalization",
        List.of(
            vector(node, "gamma", parameters.get(0)),
            vector(node, "beta", parameters.get(1)),
            vector(node, "mean", parameters.get(2)),
            vector(node, "variance", parameters.get(3))),
        Attribute.of("epsilon", layer.epsilon()));
  }

  private void dense(Sequential.Node node, Dense layer, List<Tensor> parameters) {
    String kernel =
        graph.parameter(
            node.name() + ".kernel", parameters.get(0).array(), node.input().size(), layer.units());
    graph.node("Gemm", List.of(kernel, vector(node, "bias", parameters.get(1))));
    activation(layer.activation());
  }

  private void activation(Activation activation) {
    switch (activation) {
      case LINEAR -> {}
      case RELU -> graph.node("Relu", List.of());
      case SOFTMAX -> graph.node("Softmax", List.of(), Attribute.of("axis", -1L));
    }
  }

  private String vector(Sequential.Node node, String name, Tensor values) {
    return graph.parameter(node.name() + "." + name, values.array(), values.array().length);
  }
}
