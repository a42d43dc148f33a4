package io.github.digitkit.nn.layer;

import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.nn.tensor.ShapeException;
import java.util.List;

/**
 * Normalises each channel (the last axis) over the batch and all pixels: {@code y = gamma * (x -
 * mean) / sqrt(variance + epsilon) + beta}. Training uses the batch's own mean and biased variance
 * and updates the moving ones, {@code moving = moving * momentum + batch * (1 - momentum)};
 * prediction uses the moving ones. After Ioffe and Szegedy, "Batch Normalization", 2015.
 *
 * <p>Parameters: {@code gamma}, {@code beta} (trainable), {@code moving_mean}, {@code
 * moving_variance}, each {@code (channels)}.
 *
 * @param momentum weight of the old moving value, 0 to 1; Keras's default is 0.99
 * @param epsilon added to the variance, above 0; Keras's default is 0.001
 */
public record BatchNormalization(float momentum, float epsilon) implements Layer {

  /** Checks momentum and epsilon. */
  public BatchNormalization {
    if (!(momentum >= 0 && momentum <= 1)) {
      throw new IllegalArgumentException("momentum must be in [0, 1], but got " + momentum);
    }
    if (!(epsilon > 0)) {
      throw new IllegalArgumentException("epsilon must be above 0, but got " + epsilon);
    }
  }

  /** Momentum 0.99 and epsilon 0.001: Keras's defaults. */
  public static BatchNormalization defaults() {
    return new BatchNormalization(0.99f, 1e-3f);
  }

  @Override
  public Shape outputShape(Shape input) {
    if (input.rank() < 1) {
      throw new ShapeException("expected input with a channel axis, but got a scalar");
    }
    return input;
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    Shape channels = Shape.of(Axes.channels(input));
    return List.of(
        ParameterSpec.trainable("gamma", channels, Initializer.ONES),
        ParameterSpec.trainable("beta", channels, Initializer.ZEROS),
        ParameterSpec.statistic("moving_mean", channels, Initializer.ZEROS),
        ParameterSpec.statistic("moving_variance", channels, Initializer.ONES));
  }

  @Override
  public BoundLayer bind(Shape input) {
    int channels = Axes.channels(input);
    return new Normalization(input.size() / channels, channels, momentum, epsilon);
  }

  /**
   * The channel factor of prediction: {@code gamma / sqrt(movingVariance + epsilon)}.
   *
   * @param gamma {@code (channels)}. Not modified.
   * @param movingVariance {@code (channels)}. Not modified.
   * @return a new array {@code (channels)}
   */
  public float[] scale(float[] gamma, float[] movingVariance) {
    float[] scale = new float[gamma.length];
    Normalization.scale(gamma, movingVariance, epsilon, scale);
    return scale;
  }

  /**
   * The channel summand of prediction: {@code beta - movingMean * scale}.
   *
   * @param beta {@code (channels)}. Not modified.
   * @param movingMean {@code (channels)}. Not modified.
   * @param scale what {@link #scale} gave. Not modified.
   * @return a new array {@code (channels)}
   */
  public float[] shift(float[] beta, float[] movingMean, float[] scale) {
    float[] shift = new float[beta.length];
    Normalization.shift(beta, movingMean, scale, shift);
    return shift;
  }
}
