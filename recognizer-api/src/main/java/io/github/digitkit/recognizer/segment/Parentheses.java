package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.Piece;
import io.github.digitkit.recognizer.image.Pieces;
import java.util.Comparator;
import java.util.List;

/**
 * Finds a pair of parentheses or brackets around a number. Each looks like a 1, but the first and
 * the last of a line's pieces reach beyond all others above and below, and are alike.
 */
final class Parentheses {
  /** Widest parenthesis, as a share of its height. */
  private static final double SLIM = 0.45;

  /** How much higher they are than what they hold, as a share of their height. */
  private static final double HIGHER = 0.08;

  /** How unlike their ends may be, as a share of their height. */
  private static final double UNLIKE = 0.15;

  /** Lower pieces, as a share of theirs, do not count. */
  private static final double TALL = 0.35;

  private Parentheses() {}

  /**
   * By label, whether a piece is a parenthesis.
   *
   * @param frames by label, what is known to be no digit. Not modified.
   */
  static boolean[] of(Pieces all, boolean[] frames) {
    List<Piece> pieces =
        all.all().stream()
            .filter(piece -> !frames[piece.label()])
            .sorted(Comparator.comparingInt(piece -> piece.box().x()))
            .toList();
    boolean[] found = new boolean[frames.length];
    int tallest = pieces.stream().mapToInt(piece -> piece.box().height()).max().orElse(0);
    List<Piece> tall =
        pieces.stream().filter(piece -> piece.box().height() >= TALL * tallest).toList();
    if (tall.size() > 2) {
      Piece first = tall.get(0);
      Piece last = tall.get(tall.size() - 1);
      boolean pair =
          isSlim(first.box())
              && isSlim(last.box())
              && areAlike(first.box(), last.box())
              && tall.subList(1, tall.size() - 1).stream()
                  .allMatch(held -> reachBeyond(first.box(), last.box(), held.box()));
      found[first.label()] = pair;
      found[last.label()] = pair;
    }
    return found;
  }

  private static boolean isSlim(Box box) {
    return box.width() <= SLIM * box.height();
  }

  private static boolean areAlike(Box one, Box other) {
    double unlike = UNLIKE * Math.max(one.height(), other.height());
    return Math.abs(one.y() - other.y()) <= unlike
        && Math.abs(one.bottom() - other.bottom()) <= unlike;
  }

  private static boolean reachBeyond(Box one, Box other, Box held) {
    int above = held.y() - Math.max(one.y(), other.y());
    int below = Math.min(one.bottom(), other.bottom()) - held.bottom();
    return above > 0
        && below > 0
        && above + below >= HIGHER * Math.min(one.height(), other.height());
  }
}
