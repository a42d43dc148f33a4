package io.github.digitkit.train.step;

import io.github.digitkit.nn.Sequential;
import io.github.digitkit.nn.layer.Activation;
import io.github.digitkit.nn.layer.BoundLayer;
import io.github.digitkit.nn.layer.Conv2D;
import io.github.digitkit.nn.layer.MaxPooling2D;
import io.github.digitkit.nn.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * What trains as one: a layer, or a convolution with the max pooling behind it.
 *
 * @param node the place in the network of the layer whose parameters these are
 * @param layer the passes
 * @param output the shape of one output sample
 */
record Stage(int node, BoundLayer layer, Shape output) {

  /** All stages of a network, in order. */
  static List<Stage> of(Sequential network) {
    List<Sequential.Node> nodes = network.nodes();
    List<Stage> stages = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      Sequential.Node node = nodes.get(i);
      if (node.layer() instanceof Conv2D conv
          && conv.activation() != Activation.SOFTMAX
          && i + 1 < nodes.size()
          && nodes.get(i + 1).layer() instanceof MaxPooling2D pooling) {
        BoundLayer both = conv.bindWithPooling(node.input(), pooling);
        stages.add(new Stage(i, both, nodes.get(i + 1).output()));
        i++;
      } else {
        stages.add(new Stage(i, node.layer().bind(node.input()), node.output()));
      }
    }
    return List.copyOf(stages);
  }
}
