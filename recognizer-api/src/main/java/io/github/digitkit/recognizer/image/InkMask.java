package io.github.digitkit.recognizer.image;

import java.util.Arrays;

/**
 * Which pixels of an {@link InkPicture} are the ink of one digit.
 *
 * <p>The array is shared, not copied; a mask belongs to one call chain and is not thread-safe.
 *
 * @param box the part of the picture that the mask covers; may be empty
 * @param inside for each pixel of the box, in rows, whether it is the digit's
 */
public record InkMask(Box box, @SuppressWarnings("ArrayRecordComponent") boolean[] inside) {
  /** Refuses an array of another size than the box. */
  public InkMask {
    if (inside.length != box.width() * box.height()) {
      throw new IllegalArgumentException(
          "InkMask: expected %d x %d values, got %d"
              .formatted(box.width(), box.height(), inside.length));
    }
  }

  /**
   * The ink of chosen pieces.
   *
   * @param chosen by label, whether the piece belongs to the digit; 0, the paper, never does. Not
   *     modified.
   */
  public static InkMask of(Pieces pieces, boolean[] chosen) {
    Box box = Box.EMPTY;
    for (Piece piece : pieces.all()) {
      if (chosen[piece.label()]) {
        box = box.union(piece.box());
      }
    }
    boolean[] inside = new boolean[box.width() * box.height()];
    int[] labels = pieces.labels();
    for (int y = 0; y < box.height(); y++) {
      int row = (box.y() + y) * pieces.width() + box.x();
      for (int x = 0; x < box.width(); x++) {
        inside[y * box.width() + x] = chosen[labels[row + x]];
      }
    }
    return new InkMask(box, inside);
  }

  /** How many pixels are inside. */
  public int area() {
    int area = 0;
    for (boolean in : inside) {
      area += in ? 1 : 0;
    }
    return area;
  }

  /** The same pixels in the smallest box around them. */
  public InkMask cropped() {
    int left = box.width();
    int right = 0;
    int top = box.height();
    int bottom = 0;
    for (int y = 0; y < box.height(); y++) {
      for (int x = 0; x < box.width(); x++) {
        if (inside[y * box.width() + x]) {
          left = Math.min(left, x);
          right = Math.max(right, x + 1);
          top = Math.min(top, y);
          bottom = y + 1;
        }
      }
    }
    if (left >= right) {
      return new InkMask(Box.EMPTY, new boolean[0]);
    }
    int width = right - left;
    boolean[] part = new boolean[width * (bottom - top)];
    for (int y = top; y < bottom; y++) {
      System.arraycopy(inside, y * box.width() + left, part, (y - top) * width, width);
    }
    return new InkMask(
        Box.between(box.x() + left, box.y() + top, box.x() + right, box.y() + bottom), part);
  }

  /**
   * For each pixel of the box and a margin of one around it, whether it or one of its eight
   * neighbours is inside.
   */
  boolean[] grownByOne() {
    int width = box.width() + 2;
    boolean[] grown = new boolean[width * (box.height() + 2)];
    for (int y = 0; y < box.height(); y++) {
      for (int x = 0; x < box.width(); x++) {
        if (inside[y * box.width() + x]) {
          for (int row = y; row < y + 3; row++) {
            Arrays.fill(grown, row * width + x, row * width + x + 3, true);
          }
        }
      }
    }
    return grown;
  }
}
