package io.github.digitkit.train.data.augment;

/**
 * A random change of one picture that leaves its class as it is.
 *
 * <p>Immutable and thread-safe: everything that changes is in the context, and the result follows
 * from the picture and the state of the context's random stream alone.
 */
@FunctionalInterface
public interface Augmentation {

  /**
   * Changes a picture.
   *
   * @param image {@code (height, width)} of the context, values 0..1 before and after. Overwritten.
   * @param context size, random numbers, scratch planes and the other pictures of the epoch
   */
  void apply(float[] image, AugmentationContext context);

  /** Leaves every picture as it is. */
  static Augmentation none() {
    return (image, context) -> {};
  }
}
