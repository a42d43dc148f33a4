package io.github.digitkit.recognizer.image;

/**
 * Ink that goes around other ink: a ring or a box drawn around the digit, the desk around a sheet.
 * No digit does, apart from specks in a loop.
 */
final class Surroundings {
  /** What is surrounded is at least this share as long, and as dark. */
  private static final double LEAST_LENGTH = 0.3;

  private static final double LEAST_DARKNESS = 0.5;

  /** A piece that covers more of its box lies under others rather than around them. */
  private static final double SOLID = 0.65;

  private final Pieces pieces;

  private Surroundings(Pieces pieces) {
    this.pieces = pieces;
  }

  /** By label, whether a piece surrounds another. */
  static boolean[] in(Pieces pieces) {
    Surroundings surroundings = new Surroundings(pieces);
    boolean[] found = new boolean[pieces.all().size() + 1];
    for (Piece outer : pieces.all()) {
      for (Piece inner : pieces.all()) {
        found[outer.label()] |= surroundings.isAround(outer, inner);
      }
    }
    return found;
  }

  /**
   * By label, whether a piece shows surroundings that an earlier, coarser look found, of which the
   * closer one may hold no more than loose parts.
   *
   * @param around by label of the earlier look, whether the piece surrounds another
   */
  static boolean[] seenBefore(InkPicture earlier, boolean[] around, InkPicture closer) {
    Pieces pieces = closer.pieces();
    int[] shared = new int[pieces.all().size() + 1];
    for (int y = 0; y < pieces.height(); y++) {
      for (int x = 0; x < pieces.width(); x++) {
        int label = pieces.labels()[y * pieces.width() + x];
        if (label > 0 && around[earlier.labelAt(closer.sourceX(x), closer.sourceY(y))]) {
          shared[label]++;
        }
      }
    }
    boolean[] found = new boolean[shared.length];
    for (Piece piece : pieces.all()) {
      found[piece.label()] = 2 * shared[piece.label()] > piece.area();
    }
    return found;
  }

  private boolean isAround(Piece outer, Piece inner) {
    Box out = outer.box();
    Box in = inner.box();
    return outer.area() <= SOLID * out.width() * out.height()
        && in.longerSide() >= LEAST_LENGTH * out.longerSide()
        && in.x() > out.x()
        && in.y() > out.y()
        && in.right() < out.right()
        && in.bottom() < out.bottom()
        && inner.darkness() / inner.area() >= LEAST_DARKNESS * outer.darkness() / outer.area()
        && isOnAllSides(outer.label(), out, in);
  }

  private boolean isOnAllSides(int label, Box out, Box in) {
    int row = in.y() + in.height() / 2;
    int column = in.x() + in.width() / 2;
    return has(label, out.x(), in.x(), row, row + 1)
        && has(label, in.right(), out.right(), row, row + 1)
        && has(label, column, column + 1, out.y(), in.y())
        && has(label, column, column + 1, in.bottom(), out.bottom());
  }

  private boolean has(int label, int left, int right, int top, int bottom) {
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        if (pieces.labels()[y * pieces.width() + x] == label) {
          return true;
        }
      }
    }
    return false;
  }
}
