package io.github.digitkit.nn.kernel.vector;

/**
 * A block of a matrix product over one run of neighbouring elements: like a {@link GatherTile}
 * whose offsets grow by one, and faster, because the compiler can move the checks of array bounds
 * out of the loop. The same bits.
 */
interface RunTile {
  /** Returns the rows of the block. */
  int rows();

  /**
   * Adds the products of one run to sums that start at {@code initial}.
   *
   * @param a left factor, read element by element
   * @param aBase where each row of the block starts in a
   * @param aOffset from there to the run's first element
   * @param b right factor, read vector by vector
   * @param bOffset its first row, column included
   * @param bStep from one of its rows to the next
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
      int aOffset,
      float[] b,
      int bOffset,
      int bStep,
      int count,
      float[] initial,
      int[] initialBase,
      float[] c,
      int[] cBase,
      int column);
}
