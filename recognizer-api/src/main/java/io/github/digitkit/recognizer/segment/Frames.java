package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.Piece;
import io.github.digitkit.recognizer.image.Pieces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds what is printed around the digits of a line: boxes of a form, and the upright lines that
 * are left of boxes whose long sides were erased as rulings. Upright lines look like a 1, but they
 * reach beyond all digits above and below, are alike, and stand a digit apart.
 */
final class Frames {
  /** Widest upright line, as a share of its height. */
  private static final double SLIM = 0.2;

  /** How unlike the ends of two upright lines of a row may be, as a share of their height. */
  private static final double UNLIKE = 0.07;

  private static final double LEAST_APART = 0.6;

  /** How much further than any digit lines reach, as a share of their height. */
  private static final double BEYOND = 0.03;

  /** Lower pieces, as a share of a line's height, do not count as digits. */
  private static final double DIGIT = 0.35;

  /** What stands in a box is at least this share as high. */
  private static final double INSIDE = 0.25;

  /** A box is hollow and at least about half as wide as high. */
  private static final double MOST_FILLED = 0.4;

  private static final double NARROWEST_BOX = 0.5;
  private static final double NEARLY_ALL = 0.65;

  /** A box has ink along this share of its upper and of its lower side. */
  private static final double SIDE = 0.6;

  /** How far a side may bend or slope, as a share of the box's height. */
  private static final double BENT = 0.15;

  private Frames() {}

  /** By label, whether a piece is part of a frame. */
  static boolean[] of(Pieces all) {
    List<Piece> pieces = all.all();
    boolean[] frames = new boolean[pieces.size() + 1];
    for (Piece piece : pieces) {
      frames[piece.label()] = isBox(piece, pieces) && hasSides(piece, all);
    }
    List<Piece> upright = new ArrayList<>();
    for (Piece piece : pieces) {
      if (isUpright(piece.box())) {
        upright.add(piece);
      }
    }
    upright.sort(Comparator.comparingInt(piece -> piece.box().x()));
    for (Piece line : upright) {
      frames[line.label()] = hasTwin(line.box(), upright) && reachesBeyond(line.box(), pieces);
    }
    return frames;
  }

  /** Whether a hollow piece holds another that could be a digit. */
  private static boolean isBox(Piece piece, List<Piece> pieces) {
    Box box = piece.box();
    boolean hollow =
        piece.area() < MOST_FILLED * box.width() * box.height()
            && box.width() > NARROWEST_BOX * box.height();
    return hollow
        && pieces.stream()
            .anyMatch(
                other ->
                    other.label() != piece.label()
                        && other.box().height() > INSIDE * box.height()
                        && box.contains(other.box().x(), other.box().y())
                        && box.contains(other.box().right(), other.box().bottom()));
  }

  /** Whether ink runs along the upper and the lower side, as it does not of joined digits. */
  private static boolean hasSides(Piece piece, Pieces all) {
    Box box = piece.box();
    int band = (int) Math.ceil(BENT * box.height());
    return inked(piece, all, box.y(), box.y() + band) >= SIDE * box.width()
        && inked(piece, all, box.bottom() - band, box.bottom()) >= SIDE * box.width();
  }

  /** In how many columns a piece has ink between two rows. */
  private static int inked(Piece piece, Pieces all, int from, int to) {
    int columns = 0;
    for (int x = piece.box().x(); x < piece.box().right(); x++) {
      boolean ink = false;
      for (int y = from; y < to; y++) {
        ink |= all.labels()[y * all.width() + x] == piece.label();
      }
      columns += ink ? 1 : 0;
    }
    return columns;
  }

  private static boolean isUpright(Box box) {
    return box.width() <= Math.max(3, SLIM * box.height());
  }

  private static boolean hasTwin(Box line, List<Piece> upright) {
    double unlike = Math.max(2, UNLIKE * line.height());
    return upright.stream()
        .map(Piece::box)
        .anyMatch(
            other ->
                Math.abs(other.x() - line.x()) >= LEAST_APART * line.height()
                    && Math.abs(other.y() - line.y()) <= unlike
                    && Math.abs(other.bottom() - line.bottom()) <= unlike);
  }

  /** Whether nearly all digits end short of a line; a digit that touches one may not. */
  private static boolean reachesBeyond(Box line, List<Piece> pieces) {
    double beyond = BEYOND * line.height();
    int digits = 0;
    int within = 0;
    for (Piece piece : pieces) {
      Box box = piece.box();
      if (box.height() > DIGIT * line.height() && !isUpright(box)) {
        digits++;
        boolean endsShort = box.y() >= line.y() + beyond && box.bottom() <= line.bottom() - beyond;
        within += endsShort ? 1 : 0;
      }
    }
    return within > 0 && within >= NEARLY_ALL * digits;
  }
}
