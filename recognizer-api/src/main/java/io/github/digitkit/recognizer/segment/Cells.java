package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.Piece;
import io.github.digitkit.recognizer.image.Pieces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The cells of a printed grid: the areas of paper that its lines enclose. Needs no straight lines
 * and no right angles, so photos may be turned and bent.
 */
final class Cells {
  /** A grid's least extent, as a share of the page's shorter side. */
  private static final double GRID_SIDE = 0.2;

  /** Lines fill little of the area they span. */
  private static final double GRID_FILL = 0.4;

  private static final double LEAST_SIDE_RATIO = 0.6;
  private static final double LEAST_AREA = 0.5;
  private static final double MOST_AREA = 1.7;
  private static final int FEWEST = 9;

  /** What is written in a cell is at least this share of its height. */
  private static final double LOWEST = 0.22;

  /** A number may be written smaller, to fit in. */
  private static final double LOWEST_OF_NUMBER = 0.1;

  private static final double ALIKE = 0.6;

  /** The grid's lines keep out of a cell but for this share of its sides. */
  private static final double BORDER = 0.25;

  /** Ink in a cell that hangs on the grid, as a share of the inner area: writing that crosses. */
  private static final double CROSSED = 0.03;

  private final Pieces pieces;
  private final Piece grid;

  private Cells(Pieces pieces, Piece grid) {
    this.pieces = pieces;
    this.grid = grid;
  }

  /**
   * Finds the cells of the page's largest grid.
   *
   * @return boxes of the cells, row by row, in pixels of the ink picture; empty if there is no
   *     grid, if it is squared paper whose lines the writing crosses, or a table of numbers
   */
  static List<List<Box>> rows(Pieces pieces) {
    Optional<Piece> grid = largestGrid(pieces);
    if (grid.isEmpty()) {
      return List.of();
    }
    Cells inGrid = new Cells(pieces, grid.get());
    List<Box> cells =
        alike(EnclosedArea.of(pieces, grid.get()).stream().map(EnclosedArea::box).toList());
    if (cells.size() < FEWEST) {
      return List.of();
    }
    List<List<Box>> rows = Lattice.rows(cells);
    return inGrid.holdsItsWriting(rows) && inGrid.holdsSingleDigits(rows) ? rows : List.of();
  }

  /** Whether more cells hold a piece of their own than have writing that hangs on the grid. */
  private boolean holdsItsWriting(List<List<Box>> rows) {
    int own = 0;
    int crossed = 0;
    for (List<Box> row : rows) {
      for (Box cell : row) {
        if (hasOwnPiece(cell)) {
          own++;
        } else if (isCrossed(cell)) {
          crossed++;
        }
      }
    }
    return own >= crossed;
  }

  /** Whether most cells with writing do not hold several digits side by side. */
  private boolean holdsSingleDigits(List<List<Box>> rows) {
    int single = 0;
    int several = 0;
    for (List<Box> row : rows) {
      for (Box cell : row) {
        if (holdsNumber(ownPieces(cell, LOWEST_OF_NUMBER))) {
          several++;
        } else if (hasOwnPiece(cell)) {
          single++;
        }
      }
    }
    return single >= several;
  }

  /** Whether two pieces of like height stand beside each other. */
  private static boolean holdsNumber(List<Box> boxes) {
    return boxes.stream().anyMatch(one -> boxes.stream().anyMatch(other -> alike(one, other)));
  }

  private static boolean alike(Box one, Box other) {
    int shorter = Math.min(one.height(), other.height());
    return shorter >= ALIKE * Math.max(one.height(), other.height())
        && one.sharedColumns(other) == 0
        && one.sharedRows(other) >= ALIKE * shorter;
  }

  private boolean hasOwnPiece(Box cell) {
    return !ownPieces(cell, LOWEST).isEmpty();
  }

  private List<Box> ownPieces(Box cell, double lowest) {
    return pieces.all().stream()
        .filter(piece -> piece.label() != grid.label())
        .filter(piece -> piece.box().height() >= lowest * cell.height())
        .filter(piece -> cell.contains(piece.centreX(), piece.centreY()))
        .map(Piece::box)
        .toList();
  }

  private boolean isCrossed(Box cell) {
    int left = cell.x() + (int) (BORDER * cell.width());
    int top = cell.y() + (int) (BORDER * cell.height());
    int right = Math.min(pieces.width(), cell.right() - (int) (BORDER * cell.width()));
    int bottom = Math.min(pieces.height(), cell.bottom() - (int) (BORDER * cell.height()));
    int ink = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        ink += pieces.labels()[y * pieces.width() + x] == grid.label() ? 1 : 0;
      }
    }
    return ink > CROSSED * (right - left) * (bottom - top);
  }

  private static Optional<Piece> largestGrid(Pieces pieces) {
    double side = GRID_SIDE * Math.min(pieces.width(), pieces.height());
    return pieces.all().stream()
        .filter(piece -> piece.box().width() > side && piece.box().height() > side)
        .filter(p -> p.area() < GRID_FILL * p.box().width() * p.box().height())
        .max(Comparator.comparingInt(piece -> piece.box().width() * piece.box().height()));
  }

  /** Boxes that are about square and about as large as most: neither blocks nor closed loops. */
  private static List<Box> alike(List<Box> boxes) {
    List<Box> square = new ArrayList<>();
    for (Box box : boxes) {
      int shorter = Math.min(box.width(), box.height());
      if (shorter >= LEAST_SIDE_RATIO * box.longerSide() && shorter >= 8) {
        square.add(box);
      }
    }
    if (square.isEmpty()) {
      return square;
    }
    // Weighted by area: many small loops of letters do not outvote the cells.
    square.sort(Comparator.comparingInt(Cells::area));
    long all = square.stream().mapToLong(Cells::area).sum();
    long sum = 0;
    int typical = 0;
    for (Box box : square) {
      sum += area(box);
      if (2 * sum >= all) {
        typical = area(box);
        break;
      }
    }
    int median = typical;
    square.removeIf(b -> area(b) < LEAST_AREA * median || area(b) > MOST_AREA * median);
    return square;
  }

  private static int area(Box box) {
    return box.width() * box.height();
  }
}
