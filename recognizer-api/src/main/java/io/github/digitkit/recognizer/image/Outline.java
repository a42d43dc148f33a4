package io.github.digitkit.recognizer.image;

import java.util.BitSet;
import java.util.Optional;

/**
 * Tells digits that are drawn as outlines, whose stroke is the paper between two lines of ink, and
 * fills them.
 *
 * <p>That paper is enclosed, long and narrow. The loop of a usual digit is neither; a ring around a
 * digit encloses a piece of ink that encloses nothing, or leaves a broad gap.
 */
final class Outline {
  /** The paper between the lines covers at least this many times their ink. */
  private static final double LEAST_AREA = 0.6;

  /** It is at least this many times as long as wide. */
  private static final double LEAST_LENGTH = 8.5;

  /** It is no wider than this share of the outline's longer side. */
  private static final double MOST_WIDTH = 0.18;

  /** A piece of ink within the paper counts if it has this share of the paper's area. */
  private static final double SPECK = 0.02;

  private final Pieces pieces;
  private final PaperRegions regions;

  private Outline(Pieces pieces, PaperRegions regions) {
    this.pieces = pieces;
    this.regions = regions;
  }

  /**
   * The darkness with the strokes between outlines filled; nothing if there are no outlines.
   *
   * @param darkness of the picture in which the pieces were found. Not modified.
   */
  static Optional<Plane> filled(Plane darkness, Pieces pieces) {
    PaperRegions regions = PaperRegions.of(pieces);
    if (!regions.anyEnclosed()) {
      return Optional.empty();
    }
    Outline outline = new Outline(pieces, regions);
    float[] levels = new float[regions.count()];
    for (Piece outer : pieces.all()) {
      BitSet within = outline.strokesWithin(outer);
      if (outline.areStrokes(within, outer)) {
        within.stream()
            .forEach(region -> levels[region] = (float) (outer.darkness() / outer.area()));
      }
    }
    return anyAboveZero(levels)
        ? Optional.of(outline.fill(copy(darkness), levels))
        : Optional.empty();
  }

  private static boolean anyAboveZero(float[] levels) {
    for (float level : levels) {
      if (level > 0) {
        return true;
      }
    }
    return false;
  }

  /** The regions directly within an outermost line, around nothing but other lines. */
  private BitSet strokesWithin(Piece outer) {
    BitSet within = new BitSet();
    if (regions.isReachedFromOutside(outer)) {
      for (int region = 0; region < regions.count(); region++) {
        if (!regions.isOpen(region) && regions.touch(region, outer) && isStroke(region, outer)) {
          within.set(region);
        }
      }
    }
    return within;
  }

  private boolean isStroke(int region, Piece outer) {
    for (Piece piece : pieces.all()) {
      if (piece.label() != outer.label()
          && regions.touch(region, piece)
          && !regions.enclosesPaper(piece)
          && piece.area() > SPECK * regions.area(region)) {
        return false;
      }
    }
    return true;
  }

  private boolean areStrokes(BitSet within, Piece outer) {
    int area = within.stream().map(regions::area).sum();
    if (within.isEmpty() || area < LEAST_AREA * outer.area()) {
      return false;
    }
    float[] levels = new float[regions.count()];
    within.stream().forEach(region -> levels[region] = 1);
    Plane strokes = fill(Plane.zeros(pieces.width(), pieces.height()), levels);
    double width = StrokeWidth.of(strokes);
    return area >= LEAST_LENGTH * width * width && width <= MOST_WIDTH * outer.box().longerSide();
  }

  /** Sets the pixels of each region that has a level to it. */
  private Plane fill(Plane plane, float[] levels) {
    for (int i = 0; i < plane.values().length; i++) {
      int region = regions.at(i);
      if (region >= 0 && levels[region] > 0) {
        plane.values()[i] = levels[region];
      }
    }
    return plane;
  }

  private static Plane copy(Plane plane) {
    return plane.crop(new Box(0, 0, plane.width(), plane.height()));
  }
}
