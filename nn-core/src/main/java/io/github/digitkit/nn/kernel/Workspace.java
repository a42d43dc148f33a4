package io.github.digitkit.nn.kernel;

/**
 * Scratch memory of one call chain: arrays that grow to the largest size asked for and are then
 * used again, so that warm operations allocate nothing. Not thread-safe: one thread at a time.
 */
public final class Workspace {
  private static final int SLOTS = 16;

  private final float[][] slots = new float[SLOTS][];
  private final int[][] intSlots = new int[SLOTS][];
  private final float[][][] rowSlots = new float[SLOTS][][];

  /** Creates an empty workspace. */
  public Workspace() {
    java.util.Arrays.fill(slots, new float[0]);
    java.util.Arrays.fill(intSlots, new int[0]);
    java.util.Arrays.fill(rowSlots, new float[0][]);
  }

  /**
   * @param slot 0 to 15; an operation that needs several arrays at once gives each its own slot;
   *     kernels use 0 to 7, their callers 8 to 15
   * @param size the least length needed
   * @return an array of at least that length with arbitrary contents; the next call for the same
   *     slot may return the same array
   */
  public float[] floats(int slot, int size) {
    float[] array = slots[slot];
    if (array.length < size) {
      array = new float[size];
      slots[slot] = array;
    }
    return array;
  }

  /**
   * The same for whole numbers, with slots of their own.
   *
   * @param slot 0 to 15
   * @param size the least length needed
   * @return an array of at least that length with arbitrary contents
   */
  public int[] ints(int slot, int size) {
    int[] array = intSlots[slot];
    if (array.length < size) {
      array = new int[size];
      intSlots[slot] = array;
    }
    return array;
  }

  /**
   * The same for rows that are arrays of their own.
   *
   * @param slot 0 to 15
   * @param count the least number of rows needed
   * @param length the least length of each that is needed
   * @return at least so many arrays of at least that length with arbitrary contents
   */
  public float[][] rows(int slot, int count, int length) {
    float[][] rows = rowSlots[slot];
    if (rows.length < count || (count > 0 && rows[0].length < length)) {
      int most = rows.length == 0 ? length : Math.max(length, rows[0].length);
      rows = new float[Math.max(count, rows.length)][most];
      rowSlots[slot] = rows;
    }
    return rows;
  }
}
