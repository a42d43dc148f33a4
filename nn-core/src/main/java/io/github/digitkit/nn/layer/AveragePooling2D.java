package io.github.digitkit.nn.layer;

import io.github.digitkit.nn.kernel.Padding;
import io.github.digitkit.nn.kernel.Pool2DGeometry;
import io.github.digitkit.nn.kernel.Window;
import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.nn.tensor.Tensor;
import java.util.List;

/**
 * The average of each window, channel by channel: {@code (height, width, channels)} to {@code
 * (outHeight, outWidth, channels)}. Padding does not count.
 *
 * @param window pool size and strides
 * @param padding what happens at the border
 */
public record AveragePooling2D(Window window, Padding padding) implements Layer {

  /** A square window whose strides are its size, padding valid: Keras's default. */
  public static AveragePooling2D of(int poolSize) {
    return new AveragePooling2D(Window.square(poolSize, poolSize), Padding.VALID);
  }

  @Override
  public Shape outputShape(Shape input) {
    Axes.requirePicture(input);
    return Shape.of(
        window.outputHeight(input.dim(0), padding),
        window.outputWidth(input.dim(1), padding),
        input.dim(2));
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    return List.of();
  }

  @Override
  public BoundLayer bind(Shape input) {
    return new Pass(geometry(input));
  }

  /** Returns the sizes of this pooling on such input {@code (height, width, channels)}. */
  public Pool2DGeometry geometry(Shape input) {
    return Pool2DGeometry.of(input.dim(0), input.dim(1), input.dim(2), window, padding);
  }

  private record Pass(Pool2DGeometry geometry) implements StatelessPass {
    @Override
    public void forward(LayerContext c, Tensor x, Tensor y) {
      c.kernels().averagePoolForward(geometry, x.array(), y.array(), c.from(), c.to());
    }

    @Override
    public void backward(TrainingContext c, Tensor x, Tensor y, Tensor dy, Tensor dx) {
      c.kernels().averagePoolBackward(geometry, dy.array(), dx.array(), c.from(), c.to());
    }
  }
}
