package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.DigitNormalizer;
import io.github.digitkit.recognizer.image.NormalizedDigit;
import io.github.digitkit.recognizer.image.Piece;
import java.util.ArrayList;
import java.util.List;

/** Proposes which runs of strips could be a digit, by size and gaps alone. */
final class Hypotheses {
  private static final int MOST_STRIPS = 6;

  /** Widest digit, as a share of the typical height. */
  private static final double WIDEST = 1.7;

  /** Widest digit put together across a gap, and the widest such gap. */
  private static final double WIDEST_JOINED = 1.1;

  private static final double WIDEST_GAP = 0.25;

  /** Sides of a joined part above this share of the height look like a digit of their own. */
  private static final double DIGIT_LIKE = 0.7;

  private static final double LOWEST = 0.3;

  /** Slivers of a neighbour that a cut left, as a share of the digit's ink. */
  private static final double SLIVER = 0.04;

  private final Strips strips;
  private final DigitNormalizer normalizer;

  private Hypotheses(Strips strips, DigitNormalizer normalizer) {
    this.strips = strips;
    this.normalizer = normalizer;
  }

  static List<Hypothesis> of(Strips strips, DigitNormalizer normalizer) {
    Hypotheses hypotheses = new Hypotheses(strips, normalizer);
    List<Hypothesis> all = new ArrayList<>();
    for (int first = 0; first < strips.all().size(); first++) {
      hypotheses.startingAt(first, all);
    }
    return all;
  }

  private void startingAt(int first, List<Hypothesis> all) {
    Box box = Box.EMPTY;
    boolean joined = false;
    int end = Math.min(strips.all().size(), first + MOST_STRIPS);
    for (int last = first; last < end; last++) {
      Strips.Strip strip = strips.all().get(last);
      if (last > first && strip.freeBefore()) {
        if (strip.box().x() - box.right() > WIDEST_GAP * strips.digitHeight()) {
          return;
        }
        joined = true;
      }
      box = box.union(strip.box());
      double widest = (joined ? WIDEST_JOINED : WIDEST) * strips.digitHeight();
      if (last > first && box.width() > widest) {
        return;
      }
      if (box.height() >= LOWEST * strips.digitHeight() && !(joined && twoDigits(first, last))) {
        all.add(new Hypothesis(first, last, box, picture(first, last)));
      }
    }
  }

  /** Whether a gap parts two groups of strips that each look like a whole digit. */
  private boolean twoDigits(int first, int last) {
    Box group = Box.EMPTY;
    int wholes = 0;
    for (int i = first; i <= last; i++) {
      Strips.Strip strip = strips.all().get(i);
      if (strip.freeBefore()) {
        wholes += looksWhole(group) ? 1 : 0;
        group = Box.EMPTY;
      }
      group = group.union(strip.box());
    }
    wholes += looksWhole(group) ? 1 : 0;
    return wholes > 1;
  }

  private boolean looksWhole(Box box) {
    double height = strips.digitHeight();
    return box.height() > DIGIT_LIKE * height && box.width() > DIGIT_LIKE / 2 * height;
  }

  private NormalizedDigit picture(int first, int last) {
    List<Piece> pieces = strips.picture().pieces().all();
    boolean[] chosen = new boolean[pieces.size() + 1];
    int ink = 0;
    for (int i = first; i <= last; i++) {
      ink += strips.all().get(i).ink();
    }
    for (int i = first; i <= last; i++) {
      for (int label : strips.all().get(i).labels()) {
        chosen[label] = pieces.get(label - 1).area() >= SLIVER * ink;
      }
    }
    return normalizer.normalize(strips.picture(), chosen);
  }
}
