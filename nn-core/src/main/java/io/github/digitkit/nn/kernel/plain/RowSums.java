package io.github.digitkit.nn.kernel.plain;

import java.util.Arrays;

/**
 * Sums of rows times factors, {@code sum[i] += factor(i, k) * row[k]}, in the form that the JVM's
 * compiler turns into vector code: every row is an array of its own and the loop's counter the only
 * index. Three sums by three rows at once keep the factors in registers. Each sum takes its rows in
 * order, so the bits do not depend on the block's size.
 *
 * <p>Measured on JDK 17 and 25: two different offsets into one array stay scalar, and so do larger
 * blocks on 17. Alone, 3x3 too is scalar on 17 until it is compiled again, but a whole network is
 * read and trained faster with it than with 2x4, which is not.
 */
final class RowSums {
  private static final int SUMS = 3;
  private static final int ROWS = 3;

  /** The floats of the rows that are used together: half of a first-level cache of 32 kB. */
  private static final int CACHED = 4096;

  private static final FusedMultiplyAdd FUSED = FusedMultiplyAdd.measure();

  private RowSums() {}

  /** Returns how many arrays {@link #add} needs for so many sums. */
  static int paddedSums(int sums) {
    return (sums + SUMS - 1) / SUMS * SUMS;
  }

  /** Returns how many arrays {@link #add} needs for so many rows. */
  static int paddedRows(int rows) {
    return (rows + ROWS - 1) / ROWS * ROWS;
  }

  /** Zeroes the rows that only fill up the last block. */
  static void clearPadding(float[][] rows, int rowCount, int length) {
    for (int k = rowCount; k < paddedRows(rowCount); k++) {
      Arrays.fill(rows[k], 0, length, 0);
    }
  }

  /**
   * Adds.
   *
   * @param sums {@code paddedSums(sumCount)} rows; those beyond sumCount get arbitrary contents
   * @param sumCount how many sums
   * @param rows {@code paddedRows(rowCount)} rows; those beyond rowCount must be zero
   * @param rowCount how many rows
   * @param factors where the factors are. Not modified.
   * @param start the place of factor (0, 0)
   * @param sumStep from one sum's factor to the next sum's
   * @param rowStep from one row's factor to the next row's
   * @param length the elements of each row
   */
  static void add(
      float[][] sums,
      int sumCount,
      float[][] rows,
      int rowCount,
      float[] factors,
      int start,
      int sumStep,
      int rowStep,
      int length) {
    int together = rowsTogether(length);
    for (int from = 0; from < rowCount; from += together) {
      int to = Math.min(rowCount, from + together);
      for (int i = 0; i < sumCount; i += SUMS) {
        int f0 = start + i * sumStep;
        int f1 = i + 1 < sumCount ? f0 + sumStep : f0;
        int f2 = i + 2 < sumCount ? f1 + sumStep : f0;
        for (int k = from; k < to; k += ROWS) {
          addBlock(sums, i, rows, k, rowCount - 1, factors, f0, f1, f2, rowStep, length);
        }
      }
    }
  }

  /** All sums take so many rows before any takes the next, so that these stay in the cache. */
  private static int rowsTogether(int length) {
    return Math.max(1, CACHED / (length * ROWS)) * ROWS;
  }

  /**
   * One block. Everything is in one method because that makes it too large to be inlined: inside of
   * the loops around it JDK 17 leaves these scalar, at a fifth of the speed.
   *
   * @param lastRow rows beyond it are zero and take its factor
   * @param f0 the first sum's first factor
   * @param f1 the second sum's first factor
   * @param f2 the third sum's first factor
   */
  private static void addBlock(
      float[][] sums,
      int i,
      float[][] rows,
      int k,
      int lastRow,
      float[] factors,
      int f0,
      int f1,
      int f2,
      int rowStep,
      int length) {
    float[] s0 = sums[i];
    float[] s1 = sums[i + 1];
    float[] s2 = sums[i + 2];
    float[] r0 = rows[k];
    float[] r1 = rows[k + 1];
    float[] r2 = rows[k + 2];
    int k0 = k * rowStep;
    int k1 = Math.min(k + 1, lastRow) * rowStep;
    int k2 = Math.min(k + 2, lastRow) * rowStep;
    float a0 = factors[f0 + k0];
    float a1 = factors[f0 + k1];
    float a2 = factors[f0 + k2];
    float b0 = factors[f1 + k0];
    float b1 = factors[f1 + k1];
    float b2 = factors[f1 + k2];
    float c0 = factors[f2 + k0];
    float c1 = factors[f2 + k1];
    float c2 = factors[f2 + k2];
    if (FUSED.isFast()) {
      for (int j = 0; j < length; j++) {
        float x0 = r0[j];
        float x1 = r1[j];
        float x2 = r2[j];
        s0[j] = Math.fma(a2, x2, Math.fma(a1, x1, Math.fma(a0, x0, s0[j])));
        s1[j] = Math.fma(b2, x2, Math.fma(b1, x1, Math.fma(b0, x0, s1[j])));
        s2[j] = Math.fma(c2, x2, Math.fma(c1, x1, Math.fma(c0, x0, s2[j])));
      }
      return;
    }
    for (int j = 0; j < length; j++) {
      s0[j] = s0[j] + a0 * r0[j] + a1 * r1[j] + a2 * r2[j];
    }
    for (int j = 0; j < length; j++) {
      s1[j] = s1[j] + b0 * r0[j] + b1 * r1[j] + b2 * r2[j];
    }
    for (int j = 0; j < length; j++) {
      s2[j] = s2[j] + c0 * r0[j] + c1 * r1[j] + c2 * r2[j];
    }
  }
}
