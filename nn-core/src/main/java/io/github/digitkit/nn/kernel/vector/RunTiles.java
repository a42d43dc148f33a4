package io.github.digitkit.nn.kernel.vector;

import org.jspecify.annotations.Nullable;

/** Run tiles of one width and several heights, and how they cover a product. */
final class RunTiles {
  private static final RunTiles FEW_REGISTERS = new RunTiles(2, new RunTile4x2());
  private static final RunTiles PAIRS =
      new RunTiles(2, new RunTile4x2(), new RunTile8x2(), new RunTile12x2());
  private static final RunTiles QUADS = new RunTiles(4, new RunTile4x4(), new RunTile6x4());

  private final RunTile[] tiles;
  private final int width;

  private RunTiles(int vectors, RunTile... tilesByRows) {
    this.width = vectors * Lanes.COUNT;
    this.tiles = tilesByRows;
  }

  /** Returns the best tiles for so many columns, or null if none fits. */
  static @Nullable RunTiles of(int columns) {
    if (Lanes.MANY_REGISTERS && columns % QUADS.width == 0) {
      return QUADS;
    }
    RunTiles pairs = Lanes.MANY_REGISTERS ? PAIRS : FEW_REGISTERS;
    return columns % pairs.width == 0 ? pairs : null;
  }

  /** Returns how many rows the next block may have at most when so many are left. */
  int rows(int left) {
    return Math.min(left, tiles[tiles.length - 1].rows());
  }

  /**
   * One block of rows over all columns and runs; the sums wait in c from run to run.
   *
   * @param rows at least 2; base arrays have room for the next tile's rows and are filled up
   */
  void multiply(
      int rows,
      TapClass taps,
      float[] source,
      int[] sourceBases,
      float[] weights,
      float[] initial,
      int[] initialBases,
      float[] target,
      int[] targetBases,
      int columns) {
    RunTile tile = tile(rows);
    GatherTiles.repeatLast(sourceBases, rows, tile.rows());
    GatherTiles.repeatLast(targetBases, rows, tile.rows());
    int[] runs = taps.runs();
    for (int column = 0; column < columns; column += width) {
      float[] sums = initial;
      int[] bases = initialBases;
      for (int run = 0; run < runs.length - 1; run++) {
        int first = runs[run];
        tile.multiply(
            source,
            sourceBases,
            taps.sourceOffsets()[first],
            weights,
            taps.weightOffsets()[first] + column,
            columns,
            runs[run + 1] - first,
            sums,
            bases,
            target,
            targetBases,
            column);
        sums = target;
        bases = targetBases;
      }
    }
  }

  private RunTile tile(int rows) {
    int i = 0;
    while (tiles[i].rows() < rows) {
      i++;
    }
    return tiles[i];
  }
}
