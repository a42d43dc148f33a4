package io.github.digitkit.nn;

import io.github.digitkit.nn.layer.Activation;
import io.github.digitkit.nn.layer.BatchNormalization;
import io.github.digitkit.nn.layer.Dense;
import io.github.digitkit.nn.layer.Layer;
import io.github.digitkit.nn.layer.Softmax;
import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.nn.tensor.ShapeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A network as a chain of named layers with all shapes worked out: its architecture, without
 * weights. Immutable; safe for use by many threads.
 */
public final class Sequential {
  private final Shape inputShape;
  private final List<Node> nodes;

  private Sequential(Shape inputShape, List<Node> nodes) {
    this.inputShape = inputShape;
    this.nodes = List.copyOf(nodes);
  }

  /**
   * One layer in its place.
   *
   * @param name unique in the network, for example {@code conv2d_1}
   * @param layer its hyper-parameters
   * @param input the shape of one sample that comes in
   * @param output the shape of one sample that goes out
   */
  public record Node(String name, Layer layer, Shape input, Shape output) {}

  /**
   * @param inputShape the shape of one sample, for example {@code (28, 28, 1)}
   * @return an empty chain to add layers to
   */
  public static Builder builder(Shape inputShape) {
    return new Builder(inputShape);
  }

  /** Returns the layers in order. */
  public List<Node> nodes() {
    return nodes;
  }

  /** Returns the shape of one sample that goes in. */
  public Shape inputShape() {
    return inputShape;
  }

  /** Returns the shape of one sample that comes out. */
  public Shape outputShape() {
    return nodes.isEmpty() ? inputShape : nodes.get(nodes.size() - 1).output();
  }

  /**
   * The first part of this network.
   *
   * @param name the last layer that is kept
   * @return the chain up to and with that layer
   * @throws IllegalArgumentException if there is no such layer; names those there are
   */
  public Sequential upTo(String name) {
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).name().equals(name)) {
        return new Sequential(inputShape, nodes.subList(0, i + 1));
      }
    }
    throw new IllegalArgumentException(
        "no layer " + name + "; there are " + nodes.stream().map(Node::name).toList());
  }

  /**
   * The same network giving logits: what a loss "from logits" takes, so that softmax and
   * cross-entropy become one well-conditioned step.
   *
   * @return this network with the softmax at its end, if there is one, left out
   */
  public Sequential withoutFinalSoftmax() {
    if (nodes.isEmpty()) {
      return this;
    }
    List<Node> kept = new ArrayList<>(nodes);
    Node last = kept.remove(kept.size() - 1);
    if (last.layer() instanceof Dense dense && dense.activation() == Activation.SOFTMAX) {
      Layer linear = dense.activation(Activation.LINEAR);
      kept.add(new Node(last.name(), linear, last.input(), last.output()));
      return new Sequential(inputShape, kept);
    }
    return last.layer() instanceof Softmax ? new Sequential(inputShape, kept) : this;
  }

  /** Returns the table that Keras prints: layers, output shapes, numbers of parameters. */
  public String summary() {
    return Summary.of(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sequential network
        && inputShape.equals(network.inputShape)
        && nodes.equals(network.nodes);
  }

  @Override
  public int hashCode() {
    return 31 * inputShape.hashCode() + nodes.hashCode();
  }

  @Override
  public String toString() {
    return "Sequential" + nodes.stream().map(Node::name).toList();
  }

  /** Adds layer to layer, checking each shape at once. Not safe for use by many threads. */
  public static final class Builder {
    private final Shape inputShape;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Integer> used = new HashMap<>();

    private Builder(Shape inputShape) {
      this.inputShape = inputShape;
    }

    /**
     * Adds a layer under Keras's next name for its type: {@code conv2d}, {@code conv2d_1}, ...
     *
     * @throws ShapeException if the layer cannot take what the last one gives; names the layer
     */
    public Builder add(Layer layer) {
      String base = kerasName(layer);
      int number = used.merge(base, 1, Integer::sum) - 1;
      return add(number == 0 ? base : base + "_" + number, layer);
    }

    /**
     * Adds a layer under a name of its own.
     *
     * @throws ShapeException if the layer cannot take what the last one gives; names the layer
     * @throws IllegalArgumentException if the name is taken
     */
    public Builder add(String name, Layer layer) {
      if (nodes.stream().anyMatch(node -> node.name().equals(name))) {
        throw new IllegalArgumentException("two layers have the name " + name);
      }
      Shape input = nodes.isEmpty() ? inputShape : nodes.get(nodes.size() - 1).output();
      try {
        nodes.add(new Node(name, layer, input, layer.outputShape(input)));
      } catch (ShapeException e) {
        throw e.in(name + " (" + layer.type() + ")");
      }
      return this;
    }

    /** Adds a BatchNormalization with Keras's defaults. */
    public Builder addBatchNormalization() {
      return add(BatchNormalization.defaults());
    }

    /** Returns the network. */
    public Sequential build() {
      return new Sequential(inputShape, nodes);
    }

    /** Keras's snake case: an underscore before a capital that starts a word. */
    private static String kerasName(Layer layer) {
      return layer
          .type()
          .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
          .replaceAll("([a-z])([A-Z])", "$1_$2")
          .toLowerCase(Locale.ROOT);
    }
  }
}
