package io.github.digitkit.nn.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The sizes of a tensor's axes, outermost first. Immutable; safe for use by many threads. */
public final class Shape {
  private final int[] dims;
  private final int size;

  private Shape(int[] dims, int size) {
    this.dims = dims;
    this.size = size;
  }

  /**
   * @param dims the sizes, each at least 1; none for a scalar
   * @return the shape
   * @throws ShapeException if a size is below 1 or the product exceeds an int
   */
  public static Shape of(int... dims) {
    long size = 1;
    for (int dim : dims) {
      if (dim < 1) {
        throw new ShapeException(
            "every dimension must be at least 1, but got " + Arrays.toString(dims));
      }
      size *= dim;
      if (size > Integer.MAX_VALUE) {
        throw new ShapeException("more than 2^31-1 elements in " + Arrays.toString(dims));
      }
    }
    return new Shape(dims.clone(), (int) size);
  }

  /** Returns the number of axes. */
  public int rank() {
    return dims.length;
  }

  /**
   * @param axis 0 to rank-1
   * @return the size of that axis
   */
  public int dim(int axis) {
    return dims[axis];
  }

  /** Returns the number of elements: the product of all sizes. */
  public int size() {
    return size;
  }

  /**
   * This shape with one more axis in front: the shape of {@code count} such tensors.
   *
   * @param count the size of the new axis, at least 1
   * @return {@code (count, this...)}
   */
  public Shape batchOf(int count) {
    int[] batched = new int[dims.length + 1];
    batched[0] = count;
    System.arraycopy(dims, 0, batched, 1, dims.length);
    return of(batched);
  }

  /** Returns the sizes as a new array. */
  public int[] toArray() {
    return dims.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(dims, shape.dims);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(dims);
  }

  /** Returns the sizes as Keras writes them: {@code (26, 26, 32)}. */
  @Override
  public String toString() {
    return IntStream.of(dims).mapToObj(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
  }
}
