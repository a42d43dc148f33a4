package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.Piece;
import io.github.digitkit.recognizer.image.Pieces;
import java.util.List;

/**
 * Finds the lines under a number, drawn or printed, which, unlike a ruling, may end where the
 * number does, or run under each digit alone.
 */
final class Underlines {
  /** Highest line, as a share of its length. */
  private static final double FLAT = 0.15;

  /** A line is at least this long, as a share of a digit's height; the bar of a 2 is shorter. */
  private static final double LEAST_LENGTH = 0.5;

  /** At least this share of the digits ends above it. */
  private static final double MOST = 0.7;

  private Underlines() {}

  /**
   * By label, whether a piece is such a line.
   *
   * @param frames by label, what is known to be no digit. Not modified.
   */
  static boolean[] of(Pieces all, boolean[] frames) {
    List<Box> others =
        all.all().stream()
            .filter(piece -> !frames[piece.label()] && !isFlat(piece.box()))
            .map(Piece::box)
            .toList();
    int tallest = others.stream().mapToInt(Box::height).max().orElse(0);
    List<Box> tall = others.stream().filter(box -> 2 * box.height() > tallest).toList();
    boolean[] underlines = new boolean[frames.length];
    for (Piece piece : all.all()) {
      underlines[piece.label()] =
          isFlat(piece.box())
              && piece.box().width() >= LEAST_LENGTH * tallest
              && isBelow(piece.box(), tall);
    }
    return underlines;
  }

  private static boolean isFlat(Box box) {
    return box.height() <= FLAT * box.width();
  }

  private static boolean isBelow(Box line, List<Box> digits) {
    long above = digits.stream().filter(digit -> digit.bottom() <= line.y()).count();
    return !digits.isEmpty() && above >= MOST * digits.size();
  }
}
