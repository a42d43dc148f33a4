package io.github.digitkit.train.data;

/**
 * Labelled grey pictures of one size, {@code (height, width, 1)}, ink 1 on background 0.
 *
 * <p>Immutable and thread-safe: any thread may read any picture at any time.
 */
public interface Dataset {

  /** Number of pictures. */
  int size();

  /** Rows of each picture. */
  int height();

  /** Columns of each picture. */
  int width();

  /** Number of classes; labels are 0..classes-1. */
  int classes();

  /**
   * Writes picture {@code index} row by row, values 0..1.
   *
   * @param target Overwritten from {@code offset} on, {@code height * width} values.
   * @throws IndexOutOfBoundsException if the index is outside 0..size-1 or the target too short
   */
  void copyImage(int index, float[] target, int offset);

  /**
   * The class of picture {@code index}.
   *
   * @throws IndexOutOfBoundsException if the index is outside 0..size-1
   */
  int label(int index);

  /**
   * The pictures {@code from}..{@code to - 1} of this data set, not copied.
   *
   * @throws IndexOutOfBoundsException if that is not a range of this data set
   */
  default Dataset range(int from, int to) {
    return new DatasetRange(this, from, to);
  }
}
