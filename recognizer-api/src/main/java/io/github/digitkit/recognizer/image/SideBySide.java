package io.github.digitkit.recognizer.image;

import java.util.List;

/**
 * Whether a picture shows several separate digits in a row: two pieces of like height beside each
 * other, whole in the picture, none over or under the other.
 */
final class SideBySide {
  private static final double LIKE_HEIGHT = 0.6;
  private static final double LIKE_DARKNESS = 0.2;
  private static final double SHARED_ROWS = 0.6;
  private static final double TALL = 0.2;

  private SideBySide() {}

  /** Judges by the pieces' boxes. */
  static boolean in(Pieces pieces) {
    List<Piece> all = pieces.all();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        if (whole(all.get(i), pieces)
            && whole(all.get(j), pieces)
            && alike(all.get(i), all.get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean whole(Piece piece, Pieces pieces) {
    Box box = piece.box();
    return box.x() > 0
        && box.y() > 0
        && box.right() < pieces.width()
        && box.bottom() < pieces.height()
        && box.height() >= TALL * pieces.height();
  }

  private static boolean alike(Piece one, Piece other) {
    int taller = Math.max(one.box().height(), other.box().height());
    int shorter = Math.min(one.box().height(), other.box().height());
    double darker = Math.max(one.darkness(), other.darkness());
    double lighter = Math.min(one.darkness(), other.darkness());
    return shorter >= LIKE_HEIGHT * taller
        && lighter >= LIKE_DARKNESS * darker
        && one.box().sharedColumns(other.box()) == 0
        && one.box().sharedRows(other.box()) >= SHARED_ROWS * shorter;
  }
}
