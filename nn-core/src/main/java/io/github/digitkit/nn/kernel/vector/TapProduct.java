package io.github.digitkit.nn.kernel.vector;

import io.github.digitkit.nn.kernel.Workspace;
import org.jspecify.annotations.Nullable;

/** Runs a {@link TapPlan} over pictures. */
final class TapProduct {
  private static final int SOURCE_BASES = 0;
  private static final int TARGET_BASES = 1;
  private static final int SCRATCH_BASES = 2;

  /** Workspace slots up to here belong to the caller. */
  private static final int SCRATCH = 2;

  /** Pictures that go through all classes together, so that they stay in the cache. */
  private static final int PICTURES = 16;

  private static final int[] AT_START = new int[GatherTiles.MAX_ROWS];

  private final TapPlan plan;
  private final @Nullable RunTiles runTiles;

  TapProduct(TapPlan plan) {
    this.plan = plan;
    this.runTiles = RunTiles.of(plan.paddedColumns());
  }

  TapPlan plan() {
    return plan;
  }

  /**
   * @param source pictures. Not modified.
   * @param weights rows of {@code paddedColumns}. Not modified.
   * @param initial {@code paddedColumns} first values of every pixel's sums. Not modified.
   * @param finish what follows the sum
   * @param target pictures {@code [from, to)}. Overwritten.
   */
  void run(
      float[] source,
      float[] weights,
      float[] initial,
      Finish finish,
      float[] target,
      int from,
      int to,
      Workspace workspace) {
    for (int start = from; start < to; start += PICTURES) {
      int end = Math.min(to, start + PICTURES);
      for (int i = 0; i < plan.classes().size(); i++) {
        TapClass taps = plan.classes().get(i);
        run(taps, source, weights, initial, finish, target, start, end, workspace);
      }
    }
  }

  private void run(
      TapClass taps,
      float[] source,
      float[] weights,
      float[] initial,
      Finish finish,
      float[] target,
      int from,
      int to,
      Workspace workspace) {
    int[] sourceBases = workspace.ints(SOURCE_BASES, GatherTiles.MAX_ROWS);
    int[] targetBases = workspace.ints(TARGET_BASES, GatherTiles.MAX_ROWS);
    int picture = from;
    int pixel = 0;
    int left = (to - from) * taps.pixels();
    while (left > 0) {
      int rows = rows(taps, left);
      for (int row = 0; row < rows; row++) {
        sourceBases[row] = picture * plan.sourceSize() + taps.sourceBases()[pixel];
        targetBases[row] = picture * plan.targetSize() + taps.targetBases()[pixel];
        pixel++;
        if (pixel == taps.pixels()) {
          pixel = 0;
          picture++;
        }
      }
      if (plan.wholeVectors()) {
        multiply(taps, rows, source, sourceBases, weights, initial, finish, target, targetBases);
      } else {
        multiplyPadded(
            taps,
            rows,
            source,
            sourceBases,
            weights,
            initial,
            finish,
            target,
            targetBases,
            workspace);
      }
      left -= rows;
    }
  }

  private int rows(TapClass taps, int left) {
    return runTiles != null && taps.hasRuns() ? runTiles.rows(left) : GatherTiles.rows(left);
  }

  private void multiply(
      TapClass taps,
      int rows,
      float[] source,
      int[] sourceBases,
      float[] weights,
      float[] initial,
      Finish finish,
      float[] target,
      int[] bases) {
    if (runTiles != null && taps.hasRuns() && rows > 1) {
      runTiles.multiply(
          rows,
          taps,
          source,
          sourceBases,
          weights,
          initial,
          AT_START,
          target,
          bases,
          plan.paddedColumns());
    } else {
      gather(taps, rows, source, sourceBases, weights, initial, target, bases);
    }
    for (int row = 0; row < rows; row++) {
      finish.apply(target, bases[row], plan.paddedColumns());
    }
  }

  private void gather(
      TapClass taps,
      int rows,
      float[] source,
      int[] sourceBases,
      float[] weights,
      float[] initial,
      float[] target,
      int[] bases) {
    GatherTiles.multiply(
        rows,
        source,
        sourceBases,
        taps.sourceOffsets(),
        weights,
        0,
        taps.weightOffsets(),
        taps.taps(),
        initial,
        AT_START,
        target,
        bases,
        plan.paddedColumns());
  }

  /** Whole vectors do not fit into the target's rows: they go through a scratch array. */
  private void multiplyPadded(
      TapClass taps,
      int rows,
      float[] source,
      int[] sourceBases,
      float[] weights,
      float[] initial,
      Finish finish,
      float[] target,
      int[] targetBases,
      Workspace workspace) {
    int columns = plan.paddedColumns();
    float[] scratch = workspace.floats(SCRATCH, GatherTiles.MAX_ROWS * columns);
    int[] scratchBases = workspace.ints(SCRATCH_BASES, GatherTiles.MAX_ROWS);
    for (int row = 0; row < rows; row++) {
      scratchBases[row] = row * columns;
    }
    multiply(taps, rows, source, sourceBases, weights, initial, finish, scratch, scratchBases);
    for (int row = 0; row < rows; row++) {
      System.arraycopy(scratch, row * columns, target, targetBases[row], plan.columns());
    }
  }
}
