package io.github.digitkit.nn.layer;

import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.nn.tensor.ShapeException;
import java.util.List;

/**
 * A layer's hyper-parameters: an immutable record, shared by any number of threads and networks. It
 * holds neither weights nor activations.
 *
 * <p>Shapes here are those of one sample, without the batch axis. For a known input shape, {@link
 * #bind} gives the passes that compute.
 */
public sealed interface Layer
    permits AveragePooling2D,
        BatchNormalization,
        Conv2D,
        Dense,
        Dropout,
        Flatten,
        GlobalAveragePooling2D,
        LeakyReLU,
        MaxPooling2D,
        ReLU,
        Softmax {

  /**
   * @param input the shape of one input sample
   * @return the shape of one output sample
   * @throws ShapeException if this layer cannot take such input; names expected and got
   */
  Shape outputShape(Shape input);

  /**
   * @param input the shape of one input sample, accepted by {@link #outputShape}
   * @return what this layer owns, in the order in which its passes index it
   */
  List<ParameterSpec> parameters(Shape input);

  /**
   * @param input the shape of one input sample, accepted by {@link #outputShape}
   * @return the passes for such input: immutable, safe for use by many threads
   */
  BoundLayer bind(Shape input);

  /** Returns the layer's type as Keras prints it, for example {@code Conv2D}. */
  default String type() {
    return getClass().getSimpleName();
  }
}
