package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.DigitNormalizer;
import io.github.digitkit.recognizer.image.InkMask;
import io.github.digitkit.recognizer.image.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

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

  /** A loop with its stroke must be this share of its strips' height. */
  private static final double WHOLE_LOOP = 0.8;

  /** A connecting stroke is not higher than this share of a digit. */
  private static final double CONNECTING = 0.5;

  /** A loop that differs less from its strips, as a share of their ink, is no other picture. */
  private static final double LEAST_TRIMMED = 0.06;

  private final Strips strips;
  private final DigitNormalizer normalizer;
  private final Overlap overlap;
  private final List<Hypothesis> all = new ArrayList<>();

  private Hypotheses(Strips strips, DigitNormalizer normalizer) {
    this.strips = strips;
    this.normalizer = normalizer;
    this.overlap = new Overlap(strips);
  }

  /** Every strip that is high enough on its own. */
  static List<Hypothesis> single(Strips strips, DigitNormalizer normalizer) {
    Hypotheses hypotheses = new Hypotheses(strips, normalizer);
    for (int i = 0; i < strips.all().size(); i++) {
      Box box = strips.all().get(i).box();
      if (hypotheses.isHighEnough(box)) {
        hypotheses.add(i, i, hypotheses.mask(i, i), 0, 0);
      }
    }
    return hypotheses.all;
  }

  /**
   * All runs that are worth a look and were not yet one strip, and of all runs what is left of them
   * without connecting strokes.
   *
   * @param worth of first and last strip
   */
  static List<Hypothesis> of(
      Strips strips, DigitNormalizer normalizer, BiPredicate<Integer, Integer> worth) {
    Hypotheses hypotheses = new Hypotheses(strips, normalizer);
    for (int first = 0; first < strips.all().size(); first++) {
      hypotheses.startingAt(first, worth);
    }
    return hypotheses.all;
  }

  private void startingAt(int first, BiPredicate<Integer, Integer> worth) {
    if (strips.all().get(first).box().isEmpty()) {
      return;
    }
    Box box = Box.EMPTY;
    double gaps = 0;
    boolean joined = false;
    int end = Math.min(strips.all().size(), first + MOST_STRIPS);
    for (int last = first; last < end; last++) {
      Strips.Strip strip = strips.all().get(last);
      if (strip.box().isEmpty()) {
        continue;
      }
      if (last > first && strip.freeBefore()) {
        int gap = Math.max(0, strip.box().x() - box.right());
        if (gap > WIDEST_GAP * strips.digitHeight()) {
          return;
        }
        gaps += gap;
        joined = true;
      }
      box = box.union(strip.box());
      double widest = (joined ? WIDEST_JOINED : WIDEST) * strips.digitHeight();
      if (last > first && box.width() > widest) {
        return;
      }
      if (isHighEnough(box) && worth.test(first, last) && !(joined && twoDigits(first, last))) {
        addWithLoop(first, last, gaps);
      }
    }
  }

  private boolean isHighEnough(Box box) {
    return box.height() >= LOWEST * strips.digitHeight();
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

  private void addWithLoop(int first, int last, double gaps) {
    InkMask mask = mask(first, last);
    if (!strips.isOriginal(first, last)) {
      add(first, last, mask, gaps, 0);
    }
    for (InkMask grown : overlap.around(first, last)) {
      if (grown.area() > mask.area()) {
        addShared(first, last, grown, gaps);
      }
    }
    Optional<Loop> loop = wholeLoop(mask.box());
    if (loop.isPresent()) {
      InkMask ring = loop.get().ring();
      double left = (double) ring.area() / mask.area();
      if (Math.abs(1 - left) > LEAST_TRIMMED && !hidesDigit(mask, ring.box())) {
        add(first, last, ring, gaps, Math.max(0, 1 - left));
      }
    }
  }

  /** Whether ink beside a loop is as high as a digit, and so no connecting stroke. */
  private boolean hidesDigit(InkMask run, Box ring) {
    Box left = Box.EMPTY;
    Box right = Box.EMPTY;
    Box box = run.box();
    for (int y = 0; y < box.height(); y++) {
      for (int x = 0; x < box.width(); x++) {
        int column = box.x() + x;
        if (run.inside()[y * box.width() + x]) {
          Box pixel = new Box(column, box.y() + y, 1, 1);
          left = column < ring.x() ? left.union(pixel) : left;
          right = column >= ring.right() ? right.union(pixel) : right;
        }
      }
    }
    double highest = CONNECTING * strips.digitHeight();
    return left.height() > highest || right.height() > highest;
  }

  /** The only loop in a run of strips, if with its stroke it is as high as the run. */
  private Optional<Loop> wholeLoop(Box run) {
    Optional<Loop> found = Optional.empty();
    for (Loop loop : strips.loops()) {
      boolean inside = loop.centreX() >= run.x() && loop.centreX() < run.right();
      if (inside && loop.ring().box().height() >= WHOLE_LOOP * run.height()) {
        if (found.isPresent()) {
          return Optional.empty();
        }
        found = Optional.of(loop);
      }
    }
    return found;
  }

  private void add(int first, int last, InkMask mask, double gaps, double trimmed) {
    add(first, last, mask, gaps, trimmed, false);
  }

  private void addShared(int first, int last, InkMask mask, double gaps) {
    add(first, last, mask, gaps, 0, true);
  }

  private void add(int first, int last, InkMask mask, double gaps, double trimmed, boolean shared) {
    double cuts = strips.cutBefore(first) + strips.cutBefore(last + 1);
    all.add(
        new Hypothesis(
            first,
            last,
            mask.box(),
            normalizer.normalize(strips.picture(), mask),
            cuts,
            gaps,
            trimmed,
            shared,
            Slant.of(mask)));
  }

  private InkMask mask(int first, int last) {
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
    return InkMask.of(strips.picture().pieces(), chosen);
  }
}
