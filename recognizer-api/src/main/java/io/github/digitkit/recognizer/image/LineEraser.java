package io.github.digitkit.recognizer.image;

import java.util.Arrays;

/** Takes lines out of a picture and leaves what crosses them. */
final class LineEraser {
  private final Plane darkness;
  private final float level;

  /**
   * @param darkness in levels. Overwritten.
   * @param level darkness above which a pixel is ink
   */
  LineEraser(Plane darkness, float level) {
    this.darkness = darkness;
    this.level = level;
  }

  /** Erases a line and its soft rim. */
  void eraseWhole(StraightLine line) {
    int grow = Math.max(1, Math.round(darkness.longerSide() / 64f));
    LineDirection direction = line.direction();
    for (StraightRun run : line.runs()) {
      int from = Math.max(0, run.from() - grow);
      int to = Math.min(direction.along(), run.to() + grow);
      int first = Math.max(0, run.across() - grow);
      int last = Math.min(direction.across() - 1, run.across() + grow);
      for (int across = first; across <= last; across++) {
        for (int along = from; along < to; along++) {
          darkness.values()[direction.index(along, across)] = 0;
        }
      }
    }
  }

  /** Erases a line but where a stroke crosses it. */
  void eraseBetweenCrossings(StraightLine line) {
    LineDirection direction = line.direction();
    int thickest = (int) Math.ceil(line.thickness()) + 2;
    int[] first = new int[direction.along()];
    int[] last = new int[direction.along()];
    Arrays.fill(first, -1);
    for (StraightRun run : line.runs()) {
      for (int along = run.from(); along < run.to(); along++) {
        if (first[along] < 0) {
          first[along] = run.across();
        }
        last[along] = run.across();
      }
    }
    float[] before = darkness.values().clone();
    for (int along = 0; along < first.length; along++) {
      if (first[along] >= 0) {
        int from = inkStart(before, direction, along, first[along]);
        int to = inkEnd(before, direction, along, last[along]);
        if (to - from + 1 <= thickest) {
          int end = Math.min(direction.across() - 1, to + 1);
          for (int across = Math.max(0, from - 1); across <= end; across++) {
            darkness.values()[direction.index(along, across)] = 0;
          }
        }
      }
    }
  }

  private int inkStart(float[] values, LineDirection direction, int along, int across) {
    int start = across;
    while (start > 0 && values[direction.index(along, start - 1)] > level) {
      start--;
    }
    return start;
  }

  private int inkEnd(float[] values, LineDirection direction, int along, int across) {
    int end = across;
    while (end < direction.across() - 1 && values[direction.index(along, end + 1)] > level) {
      end++;
    }
    return end;
  }
}
