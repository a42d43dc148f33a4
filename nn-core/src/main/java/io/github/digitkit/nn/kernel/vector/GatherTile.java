package io.github.digitkit.nn.kernel.vector;

/**
 * A block of a matrix product, held in registers: {@code rows} rows by one or two vectors of
 * columns.
 *
 * <p>Row {@code p}, vector {@code v} of the result is {@code initial + sum over i of a[aBase[p] +
 * aOffsets[i]] * b[bBase + bOffsets[i] + v ...]}, summed in the order of {@code i} with fused
 * multiply-adds: the same bits whatever the tile's shape and the vector's length.
 */
interface GatherTile {
  /** Returns the rows of the block. */
  int rows();

  /**
   * Multiplies. All of {@code initial} is read before anything of {@code c} is written, so rows may
   * repeat.
   *
   * @param a left factor, read element by element
   * @param aBase where each row of the block starts in a
   * @param aOffsets from there to each element, for all rows
   * @param b right factor, read vector by vector
   * @param bBase where b starts, column included
   * @param bOffsets from there to each row of b
   * @param count the products to sum
   * @param initial the first values of the sums; may be c
   * @param initialBase where each row starts in initial
   * @param c the result. Overwritten.
   * @param cBase where each row starts in c
   * @param column added to initialBase and cBase
   */
  void multiply(
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
      int column);
}
