package io.github.digitkit.nn.kernel.plain;

import java.util.Arrays;

/**
 * Sums of rows times factors, {@code sum[i] += factor(i, k) * row[k]}, in the form that the JVM's
 * compiler turns into vector code: every row is an array of its own and the loop's counter the only
 * index. Two sums by four rows at once keep the factors in registers. Each sum takes its rows in
 * order, so the bits do not depend on the block's size.
 *
 * <p>Measured on JDK 17 and 25: two different offsets into one array stay scalar. Blocks of 2x4,
 * 2x3 and 1x4 are vectorised on both; 3x3, 4x2, 1x8 and larger only on 25, or on 17 only after a
 * recompilation with another profile (10 instead of 45 GFLOP/s).
 */
final class RowSums {
  private static final int SUMS = 2;
  private static final int ROWS = 4;

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
    for (int i = 0; i < sumCount; i += SUMS) {
      int f0 = start + i * sumStep;
      int f1 = i + 1 < sumCount ? f0 + sumStep : f0;
      for (int k = 0; k < rowCount; k += ROWS) {
        addBlock(sums, i, rows, k, rowCount - 1, factors, f0, f1, rowStep, length);
      }
    }
  }

  /**
   * One block. Everything is in one method because that makes it too large (325 bytes of code) to
   * be inlined: inside of the loops around it JDK 17 leaves these scalar, at a fifth of the speed.
   *
   * @param lastRow rows beyond it are zero and take its factor
   * @param f0 the first sum's first factor
   * @param f1 the second sum's first factor
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
      int rowStep,
      int length) {
    float[] s0 = sums[i];
    float[] s1 = sums[i + 1];
    float[] r0 = rows[k];
    float[] r1 = rows[k + 1];
    float[] r2 = rows[k + 2];
    float[] r3 = rows[k + 3];
    int k0 = k * rowStep;
    int k1 = Math.min(k + 1, lastRow) * rowStep;
    int k2 = Math.min(k + 2, lastRow) * rowStep;
    int k3 = Math.min(k + 3, lastRow) * rowStep;
    float a0 = factors[f0 + k0];
    float a1 = factors[f0 + k1];
    float a2 = factors[f0 + k2];
    float a3 = factors[f0 + k3];
    float b0 = factors[f1 + k0];
    float b1 = factors[f1 + k1];
    float b2 = factors[f1 + k2];
    float b3 = factors[f1 + k3];
    if (FUSED.isFast()) {
      for (int j = 0; j < length; j++) {
        s0[j] =
            Math.fma(
                a3, r3[j], Math.fma(a2, r2[j], Math.fma(a1, r1[j], Math.fma(a0, r0[j], s0[j]))));
        s1[j] =
            Math.fma(
                b3, r3[j], Math.fma(b2, r2[j], Math.fma(b1, r1[j], Math.fma(b0, r0[j], s1[j]))));
      }
      return;
    }
    for (int j = 0; j < length; j++) {
      s0[j] = s0[j] + a0 * r0[j] + a1 * r1[j] + a2 * r2[j] + a3 * r3[j];
    }
    for (int j = 0; j < length; j++) {
      s1[j] = s1[j] + b0 * r0[j] + b1 * r1[j] + b2 * r2[j] + b3 * r3[j];
    }
  }
}
