package io.github.digitkit.nn.kernel.vector;

/** Chooses tiles and runs them over all columns. */
final class GatherTiles {
  /** The most rows that a tile of any kind has. */
  static final int MAX_ROWS = 12;

  private static final GatherTile[] WIDE = {
    new GatherTile1x2(), new GatherTile4x2(), new GatherTile8x2()
  };
  private static final GatherTile[] NARROW = {
    new GatherTile1x1(), new GatherTile4x1(), new GatherTile8x1()
  };

  private GatherTiles() {}

  /** Returns how many rows the next block may have at most when so many are left. */
  static int rows(int left) {
    return Math.min(left, Lanes.MANY_REGISTERS ? 8 : 4);
  }

  /**
   * One block of rows over all columns; parameters as for {@link GatherTile#multiply}.
   *
   * @param rows 1 to {@link #MAX_ROWS}; the base arrays have room for MAX_ROWS and are filled up
   * @param columns a multiple of the vector's length
   */
  static void multiply(
      int rows,
      float[] a,
      int[] aBase,
      int[] aOffsets,
      float[] b,
      int bBase,
      int[] bOffsets,
      int count,
      float[] initial,
      int[] initialBase,
      float[] c,
      int[] cBase,
      int columns) {
    int shape = shape(rows);
    GatherTile tile = WIDE[shape];
    repeatLast(aBase, rows, tile.rows());
    repeatLast(cBase, rows, tile.rows());
    for (int column = 0; column < columns; column += 2 * Lanes.COUNT) {
      if (columns - column < 2 * Lanes.COUNT) {
        tile = NARROW[shape];
      }
      tile.multiply(
          a,
          aBase,
          aOffsets,
          b,
          bBase + column,
          bOffsets,
          count,
          initial,
          initialBase,
          c,
          cBase,
          column);
    }
  }

  private static int shape(int rows) {
    int shape = 0;
    while (WIDE[shape].rows() < rows) {
      shape++;
    }
    return shape;
  }

  /** Fills a block up with its last row, which is then computed again to the same value. */
  static void repeatLast(int[] base, int rows, int wanted) {
    for (int row = rows; row < wanted; row++) {
      base[row] = base[rows - 1];
    }
  }
}
