package io.github.digitkit.recognizer.image;

import java.util.ArrayList;
import java.util.List;

/**
 * Erases printed lines: the frame of a cell or box near the border, and the rulings of lined and
 * squared paper anywhere.
 *
 * <p>Decides which of the straight lines that {@link LineSearch} finds are printed and which are
 * strokes; {@link LineEraser} takes them out.
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

  /** The same line is a larger share of a strip's height than of a square picture's. */
  private static final double STRIP_RULING_THICKNESS = 0.08;

  private static final double LEAST_COVERED = 0.6;

  private static final double NO_FRAME = 0;

  /** Largest side of a part of a page in which lines are straight, in pixels. */
  private static final int BLOCK = 320;

  /** Lines that end nearer than this, as a share of the shorter side, end there. */
  private static final double MEETS = 0.06;

  private final Plane darkness;
  private final float level;
  private final NormalizationSettings settings;
  private final double frameZone;
  private final List<StraightLine> frame = new ArrayList<>();
  private final List<StraightLine> rulings = new ArrayList<>();

  /**
   * @param frameZone in which lines are a frame's, as a share of the shorter side
   */
  private RulingLines(
      Plane darkness, float level, NormalizationSettings settings, double frameZone) {
    this.darkness = darkness;
    this.level = level;
    this.settings = settings;
    this.frameZone = frameZone;
  }

  /**
   * Sets the darkness of lines to 0.
   *
   * @param darkness in levels. Overwritten.
   * @param level darkness above which a pixel may belong to a line
   * @return whether a line was erased
   */
  static boolean erase(Plane darkness, float level, NormalizationSettings settings) {
    RulingLines lines = new RulingLines(darkness, level, settings, settings.lineZone());
    LineDirection.of(darkness).forEach(lines::collect);
    return lines.erase();
  }

  /**
   * As {@link #erase}, where several digits stand side by side. Then an upright line is likelier a
   * 1, which in a tightly cropped picture reaches from border to border; only horizontal lines that
   * it crosses or ends at show that it is printed. Near the borders are digits, too, so strokes
   * that cross a line stay there as elsewhere.
   */
  static boolean eraseAroundNumber(Plane darkness, float level, NormalizationSettings settings) {
    return new RulingLines(darkness, level, settings, NO_FRAME).eraseCrossed();
  }

  /**
   * As {@link #eraseAroundNumber}, on a whole page: block by block, for over a page lines bend and
   * slope more than a straight run allows.
   */
  static boolean eraseFromPage(Plane darkness, float level, NormalizationSettings settings) {
    int columns = 1 + darkness.width() / BLOCK;
    int rows = 1 + darkness.height() / BLOCK;
    boolean erased = false;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        Box block =
            Box.between(
                darkness.width() * column / columns,
                darkness.height() * row / rows,
                darkness.width() * (column + 1) / columns,
                darkness.height() * (row + 1) / rows);
        Plane part = darkness.crop(block);
        if (eraseAroundNumber(part, level, settings)) {
          darkness.paste(part, block.x(), block.y());
          erased = true;
        }
      }
    }
    return erased;
  }

  /** Erases the horizontal lines, and the upright ones that belong to them. */
  private boolean eraseCrossed() {
    List<LineDirection> directions = LineDirection.of(darkness);
    collect(directions.get(0));
    List<StraightLine> across = List.copyOf(rulings);
    collect(directions.get(1));
    rulings.removeIf(line -> !across.contains(line) && !belongsTo(line, across));
    return erase();
  }

  /** Whether an upright line crosses horizontal ones from border to border, or joins two. */
  private boolean belongsTo(StraightLine upright, List<StraightLine> across) {
    int margin = (int) Math.max(2, MEETS * Math.min(darkness.width(), darkness.height()));
    boolean toBorders = upright.from() <= margin && upright.to() >= darkness.height() - margin;
    boolean atTop = false;
    boolean atBottom = false;
    boolean between = false;
    for (StraightLine line : across) {
      atTop |= Math.abs(line.middle() - upright.from()) <= margin;
      atBottom |= Math.abs(line.middle() - upright.to()) <= margin;
      between |= line.middle() > upright.from() + margin && line.middle() < upright.to() - margin;
    }
    return (toBorders && between) || (atTop && atBottom);
  }

  private boolean erase() {
    if (frame.isEmpty() && rulings.isEmpty()) {
      return false; // most pictures: no search for pieces of ink
    }
    if (frame.size() + rulings.size() <= 2 && frame.size() < 2 && inkFillsFrame()) {
      return false;
    }
    if (frame.isEmpty() && rulings.size() == 1 && holdsMostInk(rulings.get(0))) {
      return false;
    }
    LineEraser eraser = new LineEraser(darkness, level);
    frame.forEach(eraser::eraseWhole);
    rulings.forEach(eraser::eraseBetweenCrossings);
    return true;
  }

  private void collect(LineDirection direction) {
    double zone = frameZone * Math.min(direction.along(), direction.across());
    boolean strip = direction.along() > STRIP * direction.across();
    double thickest = strip ? STRIP_RULING_THICKNESS : RULING_THICKNESS;
    double rulingSpan = strip ? STRIP_RULING_SPAN : RULING_SPAN;
    for (StraightLine line : new LineSearch(darkness, level, direction, settings).groups()) {
      if (line.covered() < LEAST_COVERED) {
        continue;
      }
      boolean atBorder = line.last() + 1 <= zone || line.first() >= direction.across() - zone;
      if (atBorder && line.span() >= settings.lineSpan() * direction.along()) {
        frame.add(line);
      } else if (line.span() >= rulingSpan * direction.along()
          && line.thickness() <= Math.max(2, thickest * direction.across())) {
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
  private boolean holdsMostInk(StraightLine line) {
    int ink = 0;
    for (float value : darkness.values()) {
      ink += value > level ? 1 : 0;
    }
    return line.pixels() > ALL_INK * ink;
  }
}
