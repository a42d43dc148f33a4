package io.github.digitkit.nn.kernel.plain;

/**
 * Sums of rows times factors, {@code sum[i] += factor(i, k) * row[k]}, in the form that the JVM's
 * compiler turns into vector code: every row is an array of its own and the loop's counter the only
 * index. Three by three rows at once keep the factors in registers.
 *
 * <p>Measured on JDK 17 and 25: two different offsets into one array stay scalar, and so do larger
 * blocks (4 x 3 on JDK 17).
 */
final class RowSums {
  /** Rows come in such blocks; callers fill up. */
  static final int BLOCK = 3;

  private static final FusedMultiplyAdd FUSED = FusedMultiplyAdd.measure();

  private RowSums() {}

  /** Returns the least multiple of the block's rows that holds so many. */
  static int blocks(int rows) {
    return (rows + BLOCK - 1) / BLOCK * BLOCK;
  }

  /**
   * Adds.
   *
   * @param sums {@code blocks(sumCount)} rows; those beyond sumCount get arbitrary contents
   * @param sumCount how many sums
   * @param rows {@code blocks(rowCount)} rows; those beyond rowCount must be finite
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
    for (int i = 0; i < sumCount; i += BLOCK) {
      for (int k = 0; k < rowCount; k += BLOCK) {
        addBlock(sums, i, sumCount, rows, k, rowCount, factors, start, sumStep, rowStep, length);
      }
    }
  }

  /**
   * One block. Everything is in one method because that makes it too large (325 bytes of code) to
   * be inlined: inside of the loops around it JDK 17 leaves these scalar, at a fifth of the speed.
   */
  private static void addBlock(
      float[][] sums,
      int i,
      int sumCount,
      float[][] rows,
      int k,
      int rowCount,
      float[] factors,
      int start,
      int sumStep,
      int rowStep,
      int length) {
    float[] s0 = sums[i];
    float[] s1 = sums[i + 1];
    float[] s2 = sums[i + 2];
    float[] r0 = rows[k];
    float[] r1 = rows[k + 1];
    float[] r2 = rows[k + 2];
    int f0 = start + i * sumStep + k * rowStep;
    int f1 = i + 1 < sumCount ? f0 + sumStep : f0;
    int f2 = i + 2 < sumCount ? f1 + sumStep : f0;
    boolean two = k + 1 < rowCount;
    boolean three = k + 2 < rowCount;
    float a00 = factors[f0];
    float a10 = factors[f1];
    float a20 = factors[f2];
    float a01 = two ? factors[f0 + rowStep] : 0;
    float a11 = two ? factors[f1 + rowStep] : 0;
    float a21 = two ? factors[f2 + rowStep] : 0;
    float a02 = three ? factors[f0 + 2 * rowStep] : 0;
    float a12 = three ? factors[f1 + 2 * rowStep] : 0;
    float a22 = three ? factors[f2 + 2 * rowStep] : 0;
    if (FUSED.isFast()) {
      for (int j = 0; j < length; j++) {
        float x0 = r0[j];
        float x1 = r1[j];
        float x2 = r2[j];
        s0[j] = Math.fma(a02, x2, Math.fma(a01, x1, Math.fma(a00, x0, s0[j])));
        s1[j] = Math.fma(a12, x2, Math.fma(a11, x1, Math.fma(a10, x0, s1[j])));
        s2[j] = Math.fma(a22, x2, Math.fma(a21, x1, Math.fma(a20, x0, s2[j])));
      }
      return;
    }
    for (int j = 0; j < length; j++) {
      s0[j] = s0[j] + a00 * r0[j] + a01 * r1[j] + a02 * r2[j];
    }
    for (int j = 0; j < length; j++) {
      s1[j] = s1[j] + a10 * r0[j] + a11 * r1[j] + a12 * r2[j];
    }
    for (int j = 0; j < length; j++) {
      s2[j] = s2[j] + a20 * r0[j] + a21 * r1[j] + a22 * r2[j];
    }
  }
}
