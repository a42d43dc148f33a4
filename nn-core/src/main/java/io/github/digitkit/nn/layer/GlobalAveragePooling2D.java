package io.github.digitkit.nn.layer;

import io.github.digitkit.nn.kernel.Padding;
import io.github.digitkit.nn.kernel.Window;
import io.github.digitkit.nn.tensor.Shape;
import java.util.List;

/** The average of each whole channel: {@code (height, width, channels)} to {@code (channels)}. */
public record GlobalAveragePooling2D() implements Layer {
  @Override
  public Shape outputShape(Shape input) {
    Axes.requirePicture(input);
    return Shape.of(input.dim(2));
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    return List.of();
  }

  @Override
  public BoundLayer bind(Shape input) {
    Window whole = new Window(input.dim(0), input.dim(1), 1, 1);
    return new AveragePooling2D(whole, Padding.VALID).bind(input);
  }
}
