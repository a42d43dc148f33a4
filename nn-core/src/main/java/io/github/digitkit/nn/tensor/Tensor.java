package io.github.digitkit.nn.tensor;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/**
 * A dense float tensor in row-major order: the last axis is contiguous.
 *
 * <p>The shape never changes; the elements do. A tensor is as safe for threads as a {@code
 * float[]}: whoever writes must be alone or synchronise.
 */
public final class Tensor {
  private final Shape shape;
  private final float[] array;

  private Tensor(Shape shape, float[] array) {
    this.shape = shape;
    this.array = array;
  }

  /**
   * @param shape the shape
   * @return a new tensor of zeros
   */
  public static Tensor zeros(Shape shape) {
    return new Tensor(shape, new float[shape.size()]);
  }

  /**
   * Borrows an array: the tensor and the caller see each other's writes.
   *
   * @param shape the shape
   * @param array its elements in row-major order; not copied
   * @return a tensor over the array
   * @throws ShapeException if the array's length is not the shape's size
   */
  public static Tensor wrap(Shape shape, float[] array) {
    if (array.length != shape.size()) {
      throw new ShapeException(
          "shape " + shape + " has " + shape.size() + " elements, but got " + array.length);
    }
    return new Tensor(shape, array);
  }

  /** Returns the shape. */
  public Shape shape() {
    return shape;
  }

  /** Returns the elements themselves in row-major order, not a copy. */
  public float[] array() {
    return array;
  }

  /**
   * The same elements as an EJML matrix, for linear algebra.
   *
   * @param rows the number of rows; must divide the size
   * @return a {@code (rows, size / rows)} matrix over the same array, not a copy
   * @throws ShapeException if the size is not a multiple of {@code rows}
   */
  public FMatrixRMaj matrix(int rows) {
    if (rows < 1 || array.length % rows != 0) {
      throw new ShapeException("shape " + shape + " cannot be cut into " + rows + " rows");
    }
    return FMatrixRMaj.wrap(rows, array.length / rows, array);
  }

  /**
   * The same elements under another shape.
   *
   * @param other a shape of the same size
   * @return a tensor over the same array, not a copy
   * @throws ShapeException if the sizes differ
   */
  public Tensor reshaped(Shape other) {
    return wrap(other, array);
  }

  /** Returns a tensor with the same shape and elements of its own. */
  public Tensor copy() {
    return new Tensor(shape, array.clone());
  }

  /** Compares shape and elements bit by bit. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor tensor
        && shape.equals(tensor.shape)
        && Arrays.equals(array, tensor.array);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(array);
  }

  @Override
  public String toString() {
    return "Tensor" + shape;
  }
}
