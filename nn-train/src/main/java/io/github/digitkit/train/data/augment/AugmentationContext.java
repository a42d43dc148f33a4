package io.github.digitkit.train.data.augment;

import io.github.digitkit.train.random.CounterRandom;

/**
 * What augmentations need beside the picture: its size, a random stream, scratch planes and other
 * pictures. Made once a thread and used for any number of pictures, so that none allocates.
 *
 * <p>Not thread-safe: one context a thread.
 */
public final class AugmentationContext {
  /** Number of scratch planes. */
  public static final int PLANES = 4;

  private static final int CURVE = 64;

  private final int height;
  private final int width;
  private final CounterRandom random = new CounterRandom(0);
  private final float[] picture;
  private final float[][] planes;
  private final Resampling resampling;
  private final float[] curve = new float[CURVE];
  private OtherPictures others = OtherPictures.EMPTY;

  /**
   * A context for pictures of this size.
   *
   * @throws IllegalArgumentException if a side is below 1
   */
  public AugmentationContext(int height, int width) {
    if (height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "a picture must be at least 1x1, got " + height + "x" + width);
    }
    this.height = height;
    this.width = width;
    this.picture = new float[height * width];
    this.planes = new float[PLANES][height * width];
    this.resampling = new Resampling(height, width);
  }

  /** Rows of a picture. */
  public int height() {
    return height;
  }

  /** Columns of a picture. */
  public int width() {
    return width;
  }

  /** The stream that the augmentations draw from. */
  public CounterRandom random() {
    return random;
  }

  /** Names the stream for the next picture and where its neighbours come from. */
  public void start(long seed, long epoch, long index, OtherPictures otherPictures) {
    random.rekey(seed, epoch, index);
    others = otherPictures;
  }

  /** Room for the picture being prepared, {@code (height, width)}; belongs to the caller. */
  public float[] picture() {
    return picture;
  }

  /** Scratch of {@code height * width} values, any content; overwritten by each step. */
  public float[] plane(int number) {
    return planes[number];
  }

  /**
   * Copies another picture of the epoch, drawn from the random stream.
   *
   * @param target {@code (height, width)}. Overwritten.
   */
  public void copyOther(float[] target) {
    others.copyRandom(random, target);
  }

  Resampling resampling() {
    return resampling;
  }

  /** Scratch for the knots of a tone curve. */
  float[] curve() {
    return curve;
  }
}
