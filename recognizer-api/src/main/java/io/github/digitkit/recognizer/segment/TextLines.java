package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.Piece;
import io.github.digitkit.recognizer.image.Pieces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the lines of writing on a page without a grid: pieces of like height beside each other. */
final class TextLines {
  private static final double LEAST_SHARED = 0.4;
  private static final double LIKE_HEIGHT = 0.4;

  /** Widest gap within a line, as a multiple of its height. */
  private static final double WIDEST_GAP = 3;

  private static final int LEAST_HEIGHT = 7;
  private static final double LARGEST = 0.5;
  private static final double MARGIN = 0.25;

  /** A line with this share of its area within a larger one is a part of that. */
  private static final double WITHIN = 0.6;

  private TextLines() {}

  /** The extents of a room's lines, in pixels of the ink picture. */
  static List<Box> of(Room room, Pieces page) {
    List<Piece> letters = new ArrayList<>();
    for (Piece piece : room.writing()) {
      Box box = piece.box();
      boolean large = box.width() > LARGEST * page.width();
      if (box.height() >= LEAST_HEIGHT && !large) {
        letters.add(piece);
      }
    }
    letters.sort(Comparator.comparingInt(piece -> piece.box().x()));
    List<Box> lines = new ArrayList<>();
    List<Box> lasts = new ArrayList<>();
    for (Piece letter : letters) {
      int line = lineFor(letter.box(), lasts);
      if (line < 0) {
        lines.add(letter.box());
        lasts.add(letter.box());
      } else {
        lines.set(line, lines.get(line).union(letter.box()));
        lasts.set(line, letter.box());
      }
    }
    return grown(withoutParts(lines), room.area());
  }

  /** Drops detached strokes, as the bar of a 5, that lie within a larger line. */
  private static List<Box> withoutParts(List<Box> lines) {
    return lines.stream()
        .filter(line -> lines.stream().noneMatch(other -> isPart(line, other)))
        .toList();
  }

  private static boolean isPart(Box line, Box other) {
    int width = Math.min(line.right(), other.right()) - Math.max(line.x(), other.x());
    double shared = (double) Math.max(0, width) * line.sharedRows(other);
    double area = (double) line.width() * line.height();
    return (double) other.width() * other.height() > area && shared > WITHIN * area;
  }

  private static int lineFor(Box box, List<Box> lasts) {
    int best = -1;
    for (int i = 0; i < lasts.size(); i++) {
      Box last = lasts.get(i);
      int shorter = Math.min(last.height(), box.height());
      int taller = Math.max(last.height(), box.height());
      boolean beside =
          last.sharedRows(box) >= LEAST_SHARED * shorter
              && shorter >= LIKE_HEIGHT * taller
              && box.x() - last.right() <= WIDEST_GAP * taller;
      if (beside && (best < 0 || last.right() > lasts.get(best).right())) {
        best = i;
      }
    }
    return best;
  }

  private static List<Box> grown(List<Box> lines, Box limits) {
    List<Box> result = new ArrayList<>();
    for (Box line : lines) {
      int margin = Math.max(2, (int) (MARGIN * line.height()));
      result.add(line.grownWithin(limits, margin));
    }
    return result;
  }
}
