package io.github.digitkit.recognizer.image;

/**
 * A one-channel picture of floats in rows, the working material of the image steps: grey levels 0
 * (black) to 255 (white), darkness in the same levels, or ink from 0 to 1, as the step says.
 *
 * <p>The array is shared, not copied; a plane belongs to one call chain and is not thread-safe.
 */
public final class Plane {
  private final int width;
  private final int height;
  private final float[] values;

  private Plane(int width, int height, float[] values) {
    this.width = width;
    this.height = height;
    this.values = values;
  }

  /**
   * Wraps an array without copying it.
   *
   * @param values {@code height * width} values in rows. Shared with the plane.
   */
  public static Plane wrap(int width, int height, float[] values) {
    if (width < 1 || height < 1 || values.length != Math.multiplyExact(width, height)) {
      throw new IllegalArgumentException(
          "Plane of %d x %d: got an array of %d values".formatted(width, height, values.length));
    }
    return new Plane(width, height, values);
  }

  /** A plane of zeros. */
  public static Plane zeros(int width, int height) {
    return wrap(width, height, new float[Math.multiplyExact(width, height)]);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** The longer of width and height. */
  public int longerSide() {
    return Math.max(width, height);
  }

  /** The values in rows, shared. */
  public float[] values() {
    return values;
  }

  /** The value in column {@code x} of row {@code y}. */
  public float get(int x, int y) {
    return values[y * width + x];
  }

  /** The part inside {@code box}, copied. */
  public Plane crop(Box box) {
    float[] part = new float[box.width() * box.height()];
    for (int y = 0; y < box.height(); y++) {
      System.arraycopy(values, (box.y() + y) * width + box.x(), part, y * box.width(), box.width());
    }
    return wrap(box.width(), box.height(), part);
  }

  /** Overwrites a part with another plane, whose upper left corner comes there. */
  void paste(Plane part, int x, int y) {
    for (int row = 0; row < part.height; row++) {
      System.arraycopy(part.values, row * part.width, values, (y + row) * width + x, part.width);
    }
  }
}
