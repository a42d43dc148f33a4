package io.github.digitkit.recognizer.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Erases printed lines: the frame of a cell or box near the border, and the rulings of lined and
 * squared paper anywhere.
 *
 * <p>A line is a group of long straight runs, one beside another, that together span most of the
 * picture. A slightly turned line is a staircase of such runs.
 */
final class RulingLines {
  /** A ruling far from the border must span nearly everything, and be thin. */
  private static final double RULING_SPAN = 0.94;

  private static final double RULING_THICKNESS = 0.045;
  private static final double TIGHT_MARGIN = 0.03;
  private static final double ALL_INK = 0.6;

  /** A picture this many times longer than high holds a line of digits, none as long as itself. */
  private static final double STRIP = 1.5;

  private static final double STRIP_RULING_SPAN = 0.7;

  /** Parts of a broken line may lie this far apart, as a share of the picture's side. */
  private static final double BROKEN = 0.1;

  private static final double LEAST_COVERED = 0.6;
  private static final double LONGEST_RUN = 0.6;

  private final Plane darkness;
  private final float level;
  private final NormalizationSettings settings;

  private RulingLines(Plane darkness, float level, NormalizationSettings settings) {
    this.darkness = darkness;
    this.level = level;
    this.settings = settings;
  }

  /**
   * Sets the darkness of lines to 0.
   *
   * @param darkness in levels. Overwritten.
   * @param level darkness above which a pixel may belong to a line
   * @return whether a line was erased
   */
  static boolean erase(Plane darkness, float level, NormalizationSettings settings) {
    RulingLines lines = new RulingLines(darkness, level, settings);
    List<Line> frame = new ArrayList<>();
    List<Line> rulings = new ArrayList<>();
    for (Direction direction : lines.directions()) {
      lines.collect(direction, frame, rulings);
    }
    if (frame.size() + rulings.size() <= 2 && frame.size() < 2 && lines.inkFillsFrame()) {
      return false;
    }
    if (frame.isEmpty() && rulings.size() == 1 && lines.holdsMostInk(rulings.get(0))) {
      return false;
    }
    frame.forEach(lines::eraseWhole);
    rulings.forEach(lines::eraseBetweenCrossings);
    return !frame.isEmpty() || !rulings.isEmpty();
  }

  private Direction[] directions() {
    int width = darkness.width();
    int height = darkness.height();
    return new Direction[] {
      new Direction(width, height, 1, width), new Direction(height, width, width, 1)
    };
  }

  private void collect(Direction direction, List<Line> frame, List<Line> rulings) {
    double zone = settings.lineZone() * direction.across();
    boolean strip = direction.along() > STRIP * direction.across();
    double rulingSpan = strip ? STRIP_RULING_SPAN : RULING_SPAN;
    for (Line line : new LineSearch(direction).groups()) {
      if (line.covered() < LEAST_COVERED) {
        continue;
      }
      boolean atBorder = line.last + 1 <= zone || line.first >= direction.across() - zone;
      if (atBorder && line.span() >= settings.lineSpan() * direction.along()) {
        frame.add(line);
      } else if (line.span() >= rulingSpan * direction.along()
          && line.thickness() <= Math.max(2, RULING_THICKNESS * direction.across())) {
        rulings.add(line);
      }
    }
  }

  /**
   * Whether one piece of ink reaches all four borders: then a long stroke, as the bar of a 7, is
   * likelier than a ruling.
   */
  private boolean inkFillsFrame() {
    Pieces pieces = Pieces.find(darkness, new InkThreshold(level, level));
    double all = 0;
    Box largest = Box.EMPTY;
    double most = 0;
    for (Piece piece : pieces.all()) {
      all += piece.darkness();
      if (piece.darkness() > most) {
        most = piece.darkness();
        largest = piece.box();
      }
    }
    int marginX = (int) (TIGHT_MARGIN * darkness.width());
    int marginY = (int) (TIGHT_MARGIN * darkness.height());
    return most > 0.9 * all
        && largest.x() <= marginX
        && largest.y() <= marginY
        && largest.right() >= darkness.width() - marginX
        && largest.bottom() >= darkness.height() - marginY;
  }

  /** A single line with hardly any ink beside it is no ruling but a 1. */
  private boolean holdsMostInk(Line line) {
    int ink = 0;
    for (float value : darkness.values()) {
      ink += value > level ? 1 : 0;
    }
    return line.pixels > ALL_INK * ink;
  }

  private void eraseWhole(Line line) {
    int grow = Math.max(1, Math.round(darkness.longerSide() / 64f));
    Direction direction = line.direction;
    for (Run run : line.runs) {
      int from = Math.max(0, run.from - grow);
      int to = Math.min(direction.along(), run.to + grow);
      int first = Math.max(0, run.across - grow);
      int last = Math.min(direction.across() - 1, run.across + grow);
      for (int across = first; across <= last; across++) {
        for (int along = from; along < to; along++) {
          darkness.values()[direction.index(along, across)] = 0;
        }
      }
    }
  }

  /** Erases a line but where a stroke crosses it. */
  private void eraseBetweenCrossings(Line line) {
    Direction direction = line.direction;
    int thickest = (int) Math.ceil(line.thickness()) + 2;
    int[] first = new int[direction.along()];
    int[] last = new int[direction.along()];
    Arrays.fill(first, -1);
    for (Run run : line.runs) {
      for (int along = run.from; along < run.to; along++) {
        if (first[along] < 0) {
          first[along] = run.across;
        }
        last[along] = run.across;
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

  private int inkStart(float[] values, Direction direction, int along, int across) {
    int start = across;
    while (start > 0 && values[direction.index(along, start - 1)] > level) {
      start--;
    }
    return start;
  }

  private int inkEnd(float[] values, Direction direction, int along, int across) {
    int end = across;
    while (end < direction.across() - 1 && values[direction.index(along, end + 1)] > level) {
      end++;
    }
    return end;
  }

  /**
   * Lets rows and columns be walked by the same code.
   *
   * @param along pixels of a line from border to border
   * @param across how many such lines lie side by side
   */
  private record Direction(int along, int across, int alongStep, int acrossStep) {
    int index(int positionAlong, int positionAcross) {
      return positionAlong * alongStep + positionAcross * acrossStep;
    }
  }

  private record Run(int across, int from, int to) {}

  /** Runs that touch each other. */
  private static final class Line {
    private final Direction direction;
    private final List<Run> runs = new ArrayList<>();
    private int first = Integer.MAX_VALUE;
    private int last = -1;
    private int from = Integer.MAX_VALUE;
    private int to;
    private int pixels;

    Line(Direction direction) {
      this.direction = direction;
    }

    void add(Run run) {
      runs.add(run);
      first = Math.min(first, run.across);
      last = Math.max(last, run.across);
      from = Math.min(from, run.from);
      to = Math.max(to, run.to);
      pixels += run.to - run.from;
    }

    boolean touches(Run run) {
      for (Run own : runs) {
        boolean beside = Math.abs(own.across - run.across) <= 1;
        if (beside && own.from <= run.to && run.from <= own.to) {
          return true;
        }
        boolean inLine = Math.abs(own.across - run.across) <= 2;
        if (inLine && own.from <= run.to + gap() && run.from <= own.to + gap()) {
          return true;
        }
      }
      return false;
    }

    private int gap() {
      return (int) (BROKEN * direction.along());
    }

    int span() {
      return to - from;
    }

    /** Share of the span that is inked. */
    double covered() {
      boolean[] inked = new boolean[direction.along()];
      for (Run run : runs) {
        Arrays.fill(inked, run.from, run.to, true);
      }
      int count = 0;
      for (boolean ink : inked) {
        count += ink ? 1 : 0;
      }
      return (double) count / span();
    }

    double thickness() {
      return (double) pixels / span();
    }
  }

  /** Finds the long runs of one direction and joins those that touch. */
  private final class LineSearch {
    private final Direction direction;
    private final int shortest;

    LineSearch(Direction direction) {
      this.direction = direction;
      // In a long strip a slightly turned line has shorter runs.
      double run =
          Math.min(settings.lineRun() * direction.along(), LONGEST_RUN * direction.across());
      this.shortest = Math.max(4, (int) run);
    }

    List<Line> groups() {
      List<Line> lines = new ArrayList<>();
      for (int across = 0; across < direction.across(); across++) {
        int start = -1;
        for (int along = 0; along <= direction.along(); along++) {
          boolean ink =
              along < direction.along()
                  && darkness.values()[direction.index(along, across)] > level;
          if (ink && start < 0) {
            start = along;
          } else if (!ink && start >= 0) {
            if (along - start >= shortest) {
              join(lines, new Run(across, start, along));
            }
            start = -1;
          }
        }
      }
      return lines;
    }

    private void join(List<Line> lines, Run run) {
      Line joined = new Line(direction);
      joined.add(run);
      for (int i = lines.size() - 1; i >= 0; i--) {
        if (lines.get(i).touches(run)) {
          lines.remove(i).runs.forEach(joined::add);
        }
      }
      lines.add(joined);
    }
  }
}
