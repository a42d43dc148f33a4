package io.github.digitkit.nn.layer;

import io.github.digitkit.nn.kernel.Conv2DGeometry;
import io.github.digitkit.nn.kernel.Padding;
import io.github.digitkit.nn.kernel.Window;
import io.github.digitkit.nn.tensor.Shape;
import java.util.List;

/**
 * Two-dimensional convolution with bias, {@code (height, width, channels)} to {@code (outHeight,
 * outWidth, filters)}. Parameters: {@code kernel (height, width, channels, filters)},
 * Glorot-uniform, and {@code bias (filters)}, zero.
 *
 * @param filters output channels
 * @param window kernel size and strides
 * @param padding what happens at the border
 * @param activation applied to each output
 */
public record Conv2D(int filters, Window window, Padding padding, Activation activation)
    implements Layer {

  /** Checks the number of filters. */
  public Conv2D {
    Axes.requirePositive("filters", filters);
  }

  /** A square kernel with strides 1, padding valid and no activation. */
  public static Conv2D of(int filters, int kernelSize) {
    return new Conv2D(filters, Window.square(kernelSize, 1), Padding.VALID, Activation.LINEAR);
  }

  /** The same with these strides both ways. */
  public Conv2D strides(int strides) {
    Window strided = new Window(window.height(), window.width(), strides, strides);
    return new Conv2D(filters, strided, padding, activation);
  }

  /** The same with that padding. */
  public Conv2D padding(Padding other) {
    return new Conv2D(filters, window, other, activation);
  }

  /** The same with that activation. */
  public Conv2D activation(Activation other) {
    return new Conv2D(filters, window, padding, other);
  }

  @Override
  public Shape outputShape(Shape input) {
    Axes.requirePicture(input);
    return Shape.of(
        window.outputHeight(input.dim(0), padding),
        window.outputWidth(input.dim(1), padding),
        filters);
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    int channels = input.dim(2);
    int area = window.height() * window.width();
    return List.of(
        ParameterSpec.trainable(
            "kernel",
            Shape.of(window.height(), window.width(), channels, filters),
            Initializer.glorotUniform(area * channels, area * filters)),
        ParameterSpec.trainable("bias", Shape.of(filters), Initializer.ZEROS));
  }

  @Override
  public BoundLayer bind(Shape input) {
    return new Convolution(geometry(input), activation);
  }

  /**
   * This convolution and the pooling behind it as one, for training: the output between the two,
   * often a network's largest array, is not kept.
   *
   * @param input the shape of one input sample
   * @param pooling the layer that follows
   * @return the passes of both, with this layer's parameters
   */
  public BoundLayer bindWithPooling(Shape input, MaxPooling2D pooling) {
    if (activation == Activation.SOFTMAX) {
      throw new IllegalArgumentException("softmax is not taken element by element: " + this);
    }
    return new PooledConvolution(
        geometry(input), pooling.geometry(outputShape(input)), activation.pointwise());
  }

  /** Returns the sizes of this convolution on such input {@code (height, width, channels)}. */
  public Conv2DGeometry geometry(Shape input) {
    return Conv2DGeometry.of(input.dim(0), input.dim(1), input.dim(2), filters, window, padding);
  }
}
