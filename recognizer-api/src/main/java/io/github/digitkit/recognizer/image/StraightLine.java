package io.github.digitkit.recognizer.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Long straight runs, one beside another, that touch. A slightly turned line is a staircase of such
 * runs. Not safe for use by many threads.
 */
final class StraightLine {
  /** Parts of a broken line may lie this far apart, as a share of the picture's side. */
  private static final double BROKEN = 0.1;

  private final LineDirection direction;
  private final List<StraightRun> runs = new ArrayList<>();
  private int first = Integer.MAX_VALUE;
  private int last = -1;
  private int from = Integer.MAX_VALUE;
  private int to;
  private int pixels;

  StraightLine(LineDirection direction) {
    this.direction = direction;
  }

  void add(StraightRun run) {
    runs.add(run);
    first = Math.min(first, run.across());
    last = Math.max(last, run.across());
    from = Math.min(from, run.from());
    to = Math.max(to, run.to());
    pixels += run.to() - run.from();
  }

  boolean touches(StraightRun run) {
    for (StraightRun own : runs) {
      boolean beside = Math.abs(own.across() - run.across()) <= 1;
      if (beside && own.from() <= run.to() && run.from() <= own.to()) {
        return true;
      }
      boolean inLine = Math.abs(own.across() - run.across()) <= 2;
      if (inLine && own.from() <= run.to() + gap() && run.from() <= own.to() + gap()) {
        return true;
      }
    }
    return false;
  }

  private int gap() {
    return (int) (BROKEN * direction.along());
  }

  LineDirection direction() {
    return direction;
  }

  List<StraightRun> runs() {
    return runs;
  }

  /** The first row or column of the line. */
  int first() {
    return first;
  }

  /** The last row or column of the line. */
  int last() {
    return last;
  }

  /** The row or column between its first and its last. */
  int middle() {
    return (first + last) / 2;
  }

  /** Where along its direction it starts. */
  int from() {
    return from;
  }

  /** Where along its direction it ends, exclusive. */
  int to() {
    return to;
  }

  /** How many pixels belong to the line. */
  int pixels() {
    return pixels;
  }

  /** From its first to its last pixel. */
  int span() {
    return to - from;
  }

  /** Share of the span that is inked. */
  double covered() {
    boolean[] inked = new boolean[direction.along()];
    for (StraightRun run : runs) {
      Arrays.fill(inked, run.from(), run.to(), true);
    }
    int count = 0;
    for (boolean ink : inked) {
      count += ink ? 1 : 0;
    }
    return (double) count / span();
  }

  /** Mean number of pixels across. */
  double thickness() {
    return (double) pixels / span();
  }
}
