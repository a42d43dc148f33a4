package io.github.digitkit.cli.study;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes digits of a data set and drawn marks side by side, as one hand does: one pen, distances
 * from ink to ink, sizes and lines that are not quite even. Not safe for use by many threads.
 */
final class Writing {
  /** Height of a digit in pixels. */
  static final int HEIGHT = 96;

  /** Ink that is nearer than so many rows counts as beside each other. */
  private static final int REACH = 6;

  private static final double SPREAD = 0.04;

  private final SplittableRandom random;
  private final double pen;
  private final double unevenness;
  private final List<Placed> placed = new ArrayList<>();

  /** A glyph and where it is: columns from the first one's left, rows from the digits' top. */
  private record Placed(InkSheet ink, int left, int top) {
    int right() {
      return left + ink.width();
    }
  }

  /**
   * @param unevenness of size and height, 1 for the usual
   */
  Writing(SplittableRandom random, double unevenness) {
    this.random = random;
    this.pen = random.nextDouble(0.05, 0.12);
    this.unevenness = unevenness;
  }

  /** Height of a digit that is not exactly as high as the others, in pixels. */
  private int unevenHeight() {
    return (int) (HEIGHT * Math.exp(SPREAD * unevenness * random.nextGaussian()));
  }

  /**
   * Writes a digit.
   *
   * @param gap from the ink before, in digits' heights; below 0 they overlap
   */
  Writing digit(InkSheet digit, double gap) {
    InkSheet ink = Pen.large(digit, unevenHeight(), pen);
    double off = SPREAD * unevenness * HEIGHT * random.nextGaussian();
    return place(ink, (int) ((HEIGHT - ink.height()) / 2.0 + off), gap);
  }

  /** Writes all digits with gaps between two measures. */
  Writing digits(List<InkSheet> digits, double leastGap, double mostGap) {
    for (InkSheet digit : digits) {
      digit(digit, random.nextDouble(leastGap, mostGap));
    }
    return this;
  }

  /** Writes a mark after a gap in digits' heights. */
  Writing mark(Mark mark, double gap) {
    return place(mark.draw(HEIGHT, pen * HEIGHT), (int) (mark.top() * HEIGHT), gap);
  }

  /** Joins the last two glyphs by a stroke from the upper part of one to that of the other. */
  Writing joined() {
    Placed last = placed.get(placed.size() - 1);
    Placed before = placed.get(placed.size() - 2);
    int from = before.left + before.ink.width() / 2;
    int to = last.left + last.ink.width() / 2;
    int height = HEIGHT / 3;
    InkSheet stroke =
        InkSheet.blank(to - from + 1, height)
            .withStroke(0, height * 0.4, (to - from) / 2.0, height * 0.6, pen * HEIGHT)
            .withStroke((to - from) / 2.0, height * 0.6, to - from, height * 0.3, pen * HEIGHT);
    placed.add(placed.size() - 1, new Placed(stroke, from, before.top));
    return this;
  }

  private Writing place(InkSheet ink, int top, double gap) {
    int left = 0;
    if (!placed.isEmpty()) {
      left = Integer.MIN_VALUE;
      for (Placed other : placed) {
        left = Math.max(left, leftmost(other, ink, top));
      }
      left += (int) (gap * HEIGHT);
    }
    placed.add(new Placed(ink, left, top));
    return this;
  }

  /** The least column where a glyph at some rows does not meet another's ink. */
  private static int leftmost(Placed other, InkSheet ink, int top) {
    int left = other.left;
    for (int y = 0; y < other.ink.height(); y++) {
      int right = lastInk(other.ink, y);
      for (int near = -REACH; right >= 0 && near <= REACH; near++) {
        int first = firstInk(ink, other.top + y + near - top);
        left = first < 0 ? left : Math.max(left, other.left + right + 1 - first);
      }
    }
    return left;
  }

  private static int lastInk(InkSheet ink, int y) {
    int x = ink.width() - 1;
    while (x >= 0 && ink.get(x, y) < 0.5f) {
      x--;
    }
    return x;
  }

  private static int firstInk(InkSheet ink, int y) {
    for (int x = 0; x < ink.width(); x++) {
      if (ink.get(x, y) >= 0.5f) {
        return x;
      }
    }
    return -1;
  }

  /** Everything written, without margins. */
  InkSheet ink() {
    int left = placed.stream().mapToInt(Placed::left).min().orElse(0);
    int right = placed.stream().mapToInt(Placed::right).max().orElse(1);
    int top = placed.stream().mapToInt(Placed::top).min().orElse(0);
    int bottom = placed.stream().mapToInt(p -> p.top + p.ink.height()).max().orElse(1);
    InkSheet all = InkSheet.blank(right - left, bottom - top);
    for (Placed glyph : placed) {
      all = all.with(glyph.ink, glyph.left - left, glyph.top - top);
    }
    return all;
  }

  /** Where each digit or mark begins and ends, in columns of {@link #ink}. */
  List<int[]> extents() {
    int left = placed.stream().mapToInt(Placed::left).min().orElse(0);
    return placed.stream().map(p -> new int[] {p.left - left, p.right() - left}).toList();
  }
}
