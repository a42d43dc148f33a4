package io.github.digitkit.nn;

import io.github.digitkit.nn.layer.ParameterSpec;
import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * The weights of one network: a tensor for each name {@code layer.parameter}, for example {@code
 * conv2d_1.kernel}, in the order of the layers.
 *
 * <p>The set of tensors never changes; their elements do in training. Who shares them with others
 * takes a {@link #copy}.
 */
public final class Parameters {
  private final Map<String, Tensor> tensors;
  private final List<List<Tensor>> byNode;

  private Parameters(Sequential network, Map<String, Tensor> tensors) {
    this.tensors = tensors;
    this.byNode = new ArrayList<>();
    for (Sequential.Node node : network.nodes()) {
      List<Tensor> ofNode = new ArrayList<>();
      for (ParameterSpec spec : node.layer().parameters(node.input())) {
        ofNode.add(get(name(node, spec)));
      }
      byNode.add(List.copyOf(ofNode));
    }
  }

  /** Returns the name under which a parameter is kept: {@code layer.parameter}. */
  public static String name(Sequential.Node node, ParameterSpec spec) {
    return node.name() + "." + spec.name();
  }

  /**
   * First values by each parameter's initializer; the same seed gives the same values.
   *
   * @param network the architecture
   * @param seed the seed of all random numbers
   * @return new tensors
   */
  public static Parameters initialized(Sequential network, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Sequential.Node node : network.nodes()) {
      for (ParameterSpec spec : node.layer().parameters(node.input())) {
        Tensor tensor = Tensor.zeros(spec.shape());
        spec.initializer().initialize(tensor.array(), random.split());
        tensors.put(name(node, spec), tensor);
      }
    }
    return new Parameters(network, tensors);
  }

  /**
   * Takes the tensors of a network from those at hand.
   *
   * @param network the architecture
   * @param available tensors by name; borrowed, not copied
   * @return the network's parameters
   * @throws IllegalArgumentException if a name is missing, one is not the network's, or a shape
   *     differs; all complaints in one message
   */
  public static Parameters of(Sequential network, Map<String, Tensor> available) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    List<String> complaints = new ArrayList<>();
    for (Sequential.Node node : network.nodes()) {
      for (ParameterSpec spec : node.layer().parameters(node.input())) {
        String name = name(node, spec);
        Tensor tensor = available.get(name);
        if (tensor == null) {
          complaints.add("missing " + name + " " + spec.shape());
        } else if (!tensor.shape().equals(spec.shape())) {
          complaints.add(name + " has shape " + tensor.shape() + ", expected " + spec.shape());
        } else {
          tensors.put(name, tensor);
        }
      }
    }
    TreeSet<String> unexpected = new TreeSet<>(available.keySet());
    unexpected.removeAll(expectedNames(network));
    unexpected.forEach(name -> complaints.add("unexpected " + name));
    if (!complaints.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", complaints));
    }
    return new Parameters(network, tensors);
  }

  private static List<String> expectedNames(Sequential network) {
    return network.nodes().stream()
        .flatMap(
            node -> node.layer().parameters(node.input()).stream().map(spec -> name(node, spec)))
        .toList();
  }

  /**
   * @param name {@code layer.parameter}
   * @return the tensor itself, not a copy
   * @throws IllegalArgumentException if there is none of that name
   */
  public Tensor get(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException(
          "no parameter " + name + "; there are " + tensors.keySet());
    }
    return tensor;
  }

  /**
   * @param node the layer's place in the network, from 0
   * @return its tensors in the order of its parameters; empty if it has none
   */
  public List<Tensor> ofNode(int node) {
    return byNode.get(node);
  }

  /** Returns all tensors by name, in the order of the layers; the map cannot be changed. */
  public Map<String, Tensor> asMap() {
    return java.util.Collections.unmodifiableMap(tensors);
  }

  /**
   * @param network the architecture that these parameters belong to, or a part of it (see {@link
   *     Sequential#upTo})
   * @return that network's parameters with elements of their own
   */
  public Parameters copy(Sequential network) {
    Map<String, Tensor> copies = new LinkedHashMap<>();
    for (String name : expectedNames(network)) {
      copies.put(name, get(name).copy());
    }
    return new Parameters(network, copies);
  }

  /** Returns the number of floats in all. */
  public long size() {
    return tensors.values().stream().map(Tensor::shape).mapToLong(Shape::size).sum();
  }
}
