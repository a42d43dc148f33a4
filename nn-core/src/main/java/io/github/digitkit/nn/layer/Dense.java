package io.github.digitkit.nn.layer;

import io.github.digitkit.nn.kernel.Conv2DGeometry;
import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.nn.tensor.ShapeException;
import java.util.List;

/**
 * Fully connected layer, {@code (inputs)} to {@code (units)}: {@code y = activation(x * kernel +
 * bias)}. Parameters: {@code kernel (inputs, units)}, Glorot-uniform, and {@code bias (units)},
 * zero.
 *
 * @param units outputs
 * @param activation applied to the outputs
 */
public record Dense(int units, Activation activation) implements Layer {

  /** Checks the number of units. */
  public Dense {
    Axes.requirePositive("units", units);
  }

  /** That many units without activation. */
  public static Dense of(int units) {
    return new Dense(units, Activation.LINEAR);
  }

  /** The same with that activation. */
  public Dense activation(Activation other) {
    return new Dense(units, other);
  }

  @Override
  public Shape outputShape(Shape input) {
    if (input.rank() != 1) {
      throw new ShapeException(
          "expected flat input (features), but got " + input + "; put a Flatten before it");
    }
    return Shape.of(units);
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    int inputs = input.dim(0);
    return List.of(
        ParameterSpec.trainable(
            "kernel", Shape.of(inputs, units), Initializer.glorotUniform(inputs, units)),
        ParameterSpec.trainable("bias", Shape.of(units), Initializer.ZEROS));
  }

  @Override
  public BoundLayer bind(Shape input) {
    return new Convolution(Conv2DGeometry.dense(input.dim(0), units), activation);
  }
}
