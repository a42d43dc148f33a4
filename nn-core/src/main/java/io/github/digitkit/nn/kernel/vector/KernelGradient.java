package io.github.digitkit.nn.kernel.vector;

import io.github.digitkit.nn.kernel.Conv2DGeometry;
import io.github.digitkit.nn.kernel.Workspace;
import java.util.Arrays;

/**
 * The gradient of a convolution's kernel: each kernel row sums, over the pixels of all pictures,
 * the input element under it times the output gradient's channels.
 *
 * <p>Pictures go in groups that fit into the cache; within a group all kernel rows are worked
 * through, and their sums wait in memory for the next group.
 */
final class KernelGradient {
  private static final int INPUT_BASES = 0;
  private static final int KERNEL_BASES = 1;
  private static final BlockTile BLOCK =
      Lanes.MANY_REGISTERS ? new BlockTile8x2() : new BlockTile4x2();
  private static final int ROWS_IN_TILE = BLOCK.rows();
  private static final int PADDED_GRADIENT = 0;
  private static final int SCRATCH = 1;

  /** Enough products a group, so that loading and storing the sums does not count. */
  private static final int PIXELS_IN_GROUP = 128;

  private final Conv2DGeometry g;
  private final int group;
  private final int paddedFilters;

  /** For each kernel row the pixels under which it meets the input; rows of one tap share them. */
  private final PixelTable[] pixels;

  /** For each kernel row the element under it for the output's first pixel; may lie outside. */
  private final int[] inputBases;

  KernelGradient(Conv2DGeometry g) {
    this.g = g;
    this.group = Math.max(1, PIXELS_IN_GROUP / g.outputPixels());
    this.paddedFilters = Lanes.padded(g.outputChannels());
    PixelTable[] ofTaps = PixelTable.ofTaps(g, group, paddedFilters);
    this.pixels = new PixelTable[g.kernelRows()];
    Arrays.setAll(pixels, row -> ofTaps[tap(row)]);
    this.inputBases = new int[g.kernelRows()];
    Arrays.setAll(inputBases, this::inputBase);
  }

  void run(
      float[] x,
      float[] dy,
      float[] dKernel,
      int images,
      int fromRow,
      int toRow,
      Workspace workspace) {
    for (int start = 0; start < images; start += group) {
      int count = Math.min(group, images - start);
      if (paddedFilters == g.outputChannels()) {
        addGroup(x, dy, start * g.outputSize(), dKernel, start, count, fromRow, toRow, workspace);
      } else {
        float[] padded = padded(dy, start, count, workspace);
        addGroup(x, padded, 0, dKernel, start, count, fromRow, toRow, workspace);
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // taps under which the same pixels lie share a table
  private void addGroup(
      float[] x,
      float[] dy,
      int dyBase,
      float[] dKernel,
      int start,
      int count,
      int fromRow,
      int toRow,
      Workspace workspace) {
    int[] bases = workspace.ints(INPUT_BASES, GatherTiles.MAX_ROWS);
    int row = fromRow;
    while (row < toRow) {
      PixelTable table = pixels[row];
      int rows = 0;
      while (rows < ROWS_IN_TILE && row + rows < toRow && pixels[row + rows] == table) {
        bases[rows] = start * g.inputSize() + inputBases[row + rows];
        rows++;
      }
      if (isBlock(row, rows)) {
        addBlock(x, bases[0], dy, dyBase, table, count, dKernel, row);
      } else if (table.pixels() > 0) {
        addRows(x, bases, dy, dyBase, table, count, dKernel, row, rows, workspace);
      }
      row += rows;
    }
  }

  private boolean isBlock(int row, int rows) {
    return rows == ROWS_IN_TILE
        && tap(row) == tap(row + rows - 1)
        && g.outputChannels() % (2 * Lanes.COUNT) == 0;
  }

  private void addBlock(
      float[] x,
      int inputBase,
      float[] dy,
      int dyBase,
      PixelTable table,
      int count,
      float[] dKernel,
      int row) {
    int filters = g.outputChannels();
    for (int column = 0; column < filters; column += 2 * Lanes.COUNT) {
      BLOCK.multiply(
          x,
          inputBase,
          table.inputOffsets(),
          dy,
          dyBase + column,
          table.outputOffsets(),
          count * table.pixels(),
          dKernel,
          row * filters + column,
          filters);
    }
  }

  private void addRows(
      float[] x,
      int[] inputBases,
      float[] dy,
      int dyBase,
      PixelTable table,
      int count,
      float[] dKernel,
      int firstRow,
      int rows,
      Workspace workspace) {
    int filters = g.outputChannels();
    int[] kernelBases = workspace.ints(KERNEL_BASES, GatherTiles.MAX_ROWS);
    boolean whole = paddedFilters == filters;
    float[] target = whole ? dKernel : workspace.floats(SCRATCH, ROWS_IN_TILE * paddedFilters);
    int base = whole ? firstRow * filters : 0;
    for (int row = 0; row < rows; row++) {
      kernelBases[row] = base + row * paddedFilters;
    }
    if (!whole) {
      copyRows(dKernel, firstRow * filters, filters, target, 0, paddedFilters, rows);
    }
    GatherTiles.multiply(
        rows,
        x,
        inputBases,
        table.inputOffsets(),
        dy,
        dyBase,
        table.outputOffsets(),
        count * table.pixels(),
        target,
        kernelBases,
        target,
        kernelBases,
        paddedFilters);
    if (!whole) {
      copyRows(target, 0, paddedFilters, dKernel, firstRow * filters, filters, rows);
    }
  }

  private float[] padded(float[] dy, int start, int count, Workspace workspace) {
    int rows = count * g.outputPixels();
    float[] padded = workspace.floats(PADDED_GRADIENT, rows * paddedFilters);
    int filters = g.outputChannels();
    copyRows(dy, start * g.outputSize(), filters, padded, 0, paddedFilters, rows);
    return padded;
  }

  private static void copyRows(
      float[] source,
      int sourceStart,
      int sourceLength,
      float[] target,
      int targetStart,
      int targetLength,
      int rows) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(
          source,
          sourceStart + row * sourceLength,
          target,
          targetStart + row * targetLength,
          Math.min(sourceLength, targetLength));
    }
  }

  private int tap(int kernelRow) {
    return kernelRow / g.inputChannels();
  }

  private int inputBase(int kernelRow) {
    int i = tap(kernelRow) / g.kernelWidth() - g.padTop();
    int j = tap(kernelRow) % g.kernelWidth() - g.padLeft();
    return (i * g.inputWidth() + j) * g.inputChannels() + kernelRow % g.inputChannels();
  }
}
