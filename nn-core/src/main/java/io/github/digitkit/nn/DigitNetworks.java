package io.github.digitkit.nn;

import io.github.digitkit.nn.kernel.Padding;
import io.github.digitkit.nn.layer.Activation;
import io.github.digitkit.nn.layer.Conv2D;
import io.github.digitkit.nn.layer.Dense;
import io.github.digitkit.nn.layer.Dropout;
import io.github.digitkit.nn.layer.Flatten;
import io.github.digitkit.nn.layer.MaxPooling2D;
import io.github.digitkit.nn.tensor.Shape;

/** The architectures that read digits, for pictures {@code (28, 28, 1)} with ink 1 on paper 0. */
public final class DigitNetworks {
  /** Rows and columns of an input picture. */
  public static final int SIDE = 28;

  /** Digits 0 to 9. */
  public static final int DIGITS = 10;

  /** The class of pictures that show no digit, in networks that have it. */
  public static final int NO_DIGIT = 10;

  /** Filters of the report's first convolution. */
  public static final int FILTERS = 32;

  private static final float REPORT_DROPOUT = 0.4f;

  /** Augmented pictures are noise enough: at the report's rate such a network underfits. */
  private static final float AUGMENTED_DROPOUT = 0.2f;

  private DigitNetworks() {}

  /** The report's CNN with ten classes: 194,762 parameters. */
  public static Sequential report() {
    return convolutional(DIGITS, REPORT_DROPOUT);
  }

  /**
   * The report's CNN with an eleventh class, {@link #NO_DIGIT}, and half its dropout: for training
   * on augmented pictures.
   */
  public static Sequential reportWithNoDigitClass() {
    return convolutional(DIGITS + 1, AUGMENTED_DROPOUT);
  }

  /**
   * The report's CNN with another dropout.
   *
   * @param classes 2 or more; 10 is the report's
   * @param dropout the share dropped in each of its three places, at least 0 and below 1
   */
  public static Sequential convolutional(int classes, float dropout) {
    return convolutional(classes, 1, dropout);
  }

  /**
   * The report's CNN with more filters: about {@code width} squared times the parameters and the
   * work.
   *
   * @param classes 2 or more; 10 is the report's
   * @param width how many times the report's filters each convolution has, at least 1
   * @param dropout the share dropped in each of its three places, at least 0 and below 1
   */
  public static Sequential convolutional(int classes, int width, float dropout) {
    int few = FILTERS * width;
    int many = 2 * few;
    return Sequential.builder(Shape.of(SIDE, SIDE, 1))
        .add(convolution(few, 3))
        .add(MaxPooling2D.of(2))
        .add(convolution(few, 3))
        .addBatchNormalization()
        .add(halving(few))
        .addBatchNormalization()
        .add(new Dropout(dropout))
        .add(convolution(many, 3))
        .addBatchNormalization()
        .add(convolution(many, 3))
        .addBatchNormalization()
        .add(halving(many))
        .addBatchNormalization()
        .add(new Dropout(dropout))
        .add(new Flatten())
        .add(new Dropout(dropout))
        .add(Dense.of(classes).activation(Activation.SOFTMAX))
        .build();
  }

  private static Conv2D convolution(int filters, int kernelSize) {
    return Conv2D.of(filters, kernelSize).activation(Activation.RELU);
  }

  private static Conv2D halving(int filters) {
    return convolution(filters, 5).strides(2).padding(Padding.SAME);
  }
}
