package io.github.digitkit.recognizer.image;

/**
 * An upright rectangle in pixels.
 *
 * @param x column of the left edge, from 0
 * @param y row of the upper edge, from 0
 * @param width in pixels, 0 or more
 * @param height in pixels, 0 or more
 */
public record Box(int x, int y, int width, int height) {
  /** The box without any pixel. */
  public static final Box EMPTY = new Box(0, 0, 0, 0);

  /** Refuses negative sides. */
  public Box {
    if (width < 0 || height < 0) {
      throw new IllegalArgumentException("Box: negative side in " + width + " x " + height);
    }
  }

  /**
   * The box from column {@code left} to before {@code right}, row {@code top} to {@code bottom}.
   */
  static Box between(int left, int top, int right, int bottom) {
    return new Box(left, top, right - left, bottom - top);
  }

  /** The first column right of the box. */
  public int right() {
    return x + width;
  }

  /** The first row below the box. */
  public int bottom() {
    return y + height;
  }

  /** The longer of width and height. */
  public int longerSide() {
    return Math.max(width, height);
  }

  public boolean isEmpty() {
    return width == 0 || height == 0;
  }

  /** Whether the point lies in the box. */
  public boolean contains(double pointX, double pointY) {
    return pointX >= x && pointX < right() && pointY >= y && pointY < bottom();
  }

  /** The smallest box around both. */
  public Box union(Box other) {
    if (isEmpty()) {
      return other;
    }
    if (other.isEmpty()) {
      return this;
    }
    return between(
        Math.min(x, other.x),
        Math.min(y, other.y),
        Math.max(right(), other.right()),
        Math.max(bottom(), other.bottom()));
  }

  /** The larger of the horizontal and vertical gap to the other box, 0 where they overlap. */
  int gapTo(Box other) {
    int across = Math.max(other.x - right(), x - other.right());
    int down = Math.max(other.y - bottom(), y - other.bottom());
    return Math.max(0, Math.max(across, down));
  }

  /** How many columns both boxes share. */
  public int sharedColumns(Box other) {
    return Math.max(0, Math.min(right(), other.right()) - Math.max(x, other.x));
  }

  /** How many rows both boxes share. */
  public int sharedRows(Box other) {
    return Math.max(0, Math.min(bottom(), other.bottom()) - Math.max(y, other.y));
  }

  /** This box grown by {@code margin} on every side, cut to a picture of the given size. */
  public Box grown(int margin, int pictureWidth, int pictureHeight) {
    return grownWithin(new Box(0, 0, pictureWidth, pictureHeight), margin);
  }

  /** This box grown by {@code margin} on every side, cut to {@code limits}. */
  public Box grownWithin(Box limits, int margin) {
    return between(
        Math.max(limits.x, x - margin),
        Math.max(limits.y, y - margin),
        Math.min(limits.right(), right() + margin),
        Math.min(limits.bottom(), bottom() + margin));
  }
}
