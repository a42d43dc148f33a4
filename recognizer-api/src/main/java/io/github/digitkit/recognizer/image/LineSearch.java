package io.github.digitkit.recognizer.image;

import java.util.ArrayList;
import java.util.List;

/** Finds the long runs of one direction and joins those that touch. */
final class LineSearch {
  private static final double LONGEST_RUN = 0.6;

  private final Plane darkness;
  private final float level;
  private final LineDirection direction;
  private final int shortest;

  /**
   * @param darkness in levels. Not modified.
   * @param level darkness above which a pixel may belong to a line
   */
  LineSearch(Plane darkness, float level, LineDirection direction, NormalizationSettings settings) {
    this.darkness = darkness;
    this.level = level;
    this.direction = direction;
    // In a long strip a slightly turned line has shorter runs.
    double run = Math.min(settings.lineRun() * direction.along(), LONGEST_RUN * direction.across());
    this.shortest = Math.max(4, (int) run);
  }

  List<StraightLine> groups() {
    List<StraightLine> lines = new ArrayList<>();
    for (int across = 0; across < direction.across(); across++) {
      int start = -1;
      for (int along = 0; along <= direction.along(); along++) {
        boolean ink =
            along < direction.along() && darkness.values()[direction.index(along, across)] > level;
        if (ink && start < 0) {
          start = along;
        } else if (!ink && start >= 0) {
          if (along - start >= shortest) {
            join(lines, new StraightRun(across, start, along));
          }
          start = -1;
        }
      }
    }
    return lines;
  }

  private void join(List<StraightLine> lines, StraightRun run) {
    StraightLine joined = new StraightLine(direction);
    joined.add(run);
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (lines.get(i).touches(run)) {
        lines.remove(i).runs().forEach(joined::add);
      }
    }
    lines.add(joined);
  }
}
