package io.github.digitkit.nn.kernel.vector;

/**
 * A block of a kernel's gradient: neighbouring rows, which read neighbouring elements. Like a
 * {@link GatherTile} with consecutive bases, and faster for it. The same bits.
 */
interface BlockTile {
  /** Returns the rows of the block. */
  int rows();

  /**
   * Adds the sum over i of {@code a[aBase + row + aOffsets[i]] * b[bBase + bOffsets[i] + ...]}.
   *
   * @param a left factor, read element by element
   * @param aBase where the first row starts in a
   * @param aOffsets from there to each element
   * @param b right factor, read vector by vector
   * @param bBase where b starts, column included
   * @param bOffsets from there to each row of b
   * @param count the products to sum
   * @param c the sums. Added to.
   * @param cBase where the first row starts in c, column included
   * @param cStep from one row of c to the next
   */
  void multiply(
      float[] a,
      int aBase,
      int[] aOffsets,
      float[] b,
      int bBase,
      int[] bOffsets,
      int count,
      float[] c,
      int cBase,
      int cStep);
}
