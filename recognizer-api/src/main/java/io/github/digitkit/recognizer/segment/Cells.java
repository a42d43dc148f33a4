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
   *     grid, or if it is squared paper whose lines the writing crosses
   */
  static List<List<Box>> rows(Pieces pieces) {
    Optional<Piece> grid = largestGrid(pieces);
    if (grid.isEmpty()) {
      return List.of();
    }
    Cells inGrid = new Cells(pieces, grid.get());
    List<Box> cells = alike(inGrid.enclosed());
    if (cells.size() < FEWEST) {
      return List.of();
    }
    List<List<Box>> rows = Lattice.rows(cells);
    return inGrid.holdsItsWriting(rows) ? rows : List.of();
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

  private boolean hasOwnPiece(Box cell) {
    return pieces.all().stream()
        .anyMatch(
            piece ->
                piece.label() != grid.label()
                    && piece.box().height() >= LOWEST * cell.height()
                    && cell.contains(piece.centreX(), piece.centreY()));
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

  /** The boxes of all areas inside the grid's box that the grid parts from its outside. */
  private List<Box> enclosed() {
    Box area = grid.box();
    boolean[] seen = new boolean[area.width() * area.height()];
    int[] stack = new int[seen.length];
    List<Box> boxes = new ArrayList<>();
    for (int start = 0; start < seen.length; start++) {
      if (!seen[start] && !isLine(start)) {
        Box box = flood(start, seen, stack);
        boolean inside =
            box.x() > 0
                && box.y() > 0
                && box.right() < area.width()
                && box.bottom() < area.height();
        if (inside) {
          boxes.add(new Box(area.x() + box.x(), area.y() + box.y(), box.width(), box.height()));
        }
      }
    }
    return boxes;
  }

  private boolean isLine(int at) {
    int x = grid.box().x() + at % grid.box().width();
    int y = grid.box().y() + at / grid.box().width();
    return pieces.labels()[y * pieces.width() + x] == grid.label();
  }

  /** Collects a 4-connected area; lines that touch only at a corner part areas, too. */
  private Box flood(int start, boolean[] seen, int[] stack) {
    int width = grid.box().width();
    int depth = 0;
    stack[depth++] = start;
    seen[start] = true;
    int left = width;
    int right = 0;
    int top = grid.box().height();
    int bottom = 0;
    while (depth > 0) {
      int at = stack[--depth];
      int x = at % width;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, at / width);
      bottom = Math.max(bottom, at / width);
      int[] around = {x > 0 ? at - 1 : at, x < width - 1 ? at + 1 : at, at - width, at + width};
      for (int next : around) {
        if (next >= 0 && next < seen.length && !seen[next] && !isLine(next)) {
          seen[next] = true;
          stack[depth++] = next;
        }
      }
    }
    return new Box(left, top, right + 1 - left, bottom + 1 - top);
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
