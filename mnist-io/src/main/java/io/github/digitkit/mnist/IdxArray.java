package io.github.digitkit.mnist;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * An array of any rank, as an IDX file holds it: an element type, the dimensions and the elements
 * in row-major order. Immutable and safe to share between threads.
 */
public final class IdxArray {
  /** The most dimensions that the format can express. */
  public static final int MAX_RANK = 255;

  /** No JVM promises longer arrays. */
  static final int MAX_BYTES = Integer.MAX_VALUE - 4096;

  private final IdxType type;
  private final int[] dims;
  private final byte[] data;

  private IdxArray(IdxType type, int[] dims, byte[] data) {
    this.type = type;
    this.dims = dims;
    this.data = data;
  }

  /** Takes over both arrays; the data is big-endian and of the right length. */
  static IdxArray wrap(IdxType type, int[] dims, byte[] data) {
    return new IdxArray(type, dims, data);
  }

  /** Returns an array of unsigned bytes. Neither argument is modified or kept. */
  public static IdxArray ofUnsignedBytes(byte[] values, int... dims) {
    return of(IdxType.UBYTE, values.clone(), values.length, dims);
  }

  /** Returns an array of signed bytes. Neither argument is modified or kept. */
  public static IdxArray ofBytes(byte[] values, int... dims) {
    return of(IdxType.BYTE, values.clone(), values.length, dims);
  }

  /** Returns an array of shorts. Neither argument is modified or kept. */
  public static IdxArray ofShorts(short[] values, int... dims) {
    byte[] data = allocate(IdxType.SHORT, values.length);
    ByteBuffer.wrap(data).asShortBuffer().put(values);
    return of(IdxType.SHORT, data, values.length, dims);
  }

  /** Returns an array of ints. Neither argument is modified or kept. */
  public static IdxArray ofInts(int[] values, int... dims) {
    byte[] data = allocate(IdxType.INT, values.length);
    ByteBuffer.wrap(data).asIntBuffer().put(values);
    return of(IdxType.INT, data, values.length, dims);
  }

  /** Returns an array of floats. Neither argument is modified or kept. */
  public static IdxArray ofFloats(float[] values, int... dims) {
    byte[] data = allocate(IdxType.FLOAT, values.length);
    ByteBuffer.wrap(data).asFloatBuffer().put(values);
    return of(IdxType.FLOAT, data, values.length, dims);
  }

  /** Returns an array of doubles. Neither argument is modified or kept. */
  public static IdxArray ofDoubles(double[] values, int... dims) {
    byte[] data = allocate(IdxType.DOUBLE, values.length);
    ByteBuffer.wrap(data).asDoubleBuffer().put(values);
    return of(IdxType.DOUBLE, data, values.length, dims);
  }

  /** Returns the type of the elements. */
  public IdxType type() {
    return type;
  }

  /** Returns the number of dimensions; an array of rank 0 is a single element. */
  public int rank() {
    return dims.length;
  }

  /** Returns the length of one dimension, counted from 0. */
  public int dim(int axis) {
    return dims[axis];
  }

  /** Returns a copy of the dimensions. */
  public int[] dims() {
    return dims.clone();
  }

  /** Returns the number of elements. */
  public int size() {
    return data.length / type.bytes();
  }

  /**
   * Returns one element of an integer array; unsigned bytes are 0 to 255.
   *
   * @param index position in row-major order
   * @throws IllegalStateException if the elements are floats or doubles
   */
  public int intAt(int index) {
    return switch (type) {
      case UBYTE -> data[index] & 0xFF;
      case BYTE -> data[index];
      case SHORT -> buffer().getShort(index * Short.BYTES);
      case INT -> buffer().getInt(index * Integer.BYTES);
      case FLOAT, DOUBLE ->
          throw new IllegalStateException("expected an integer array, got one of " + type);
    };
  }

  /** Returns one element of an array of any type; {@code index} counts in row-major order. */
  public double doubleAt(int index) {
    return switch (type) {
      case FLOAT -> buffer().getFloat(index * Float.BYTES);
      case DOUBLE -> buffer().getDouble(index * Double.BYTES);
      default -> intAt(index);
    };
  }

  /** Returns a copy of the elements of a {@code ubyte} or {@code byte} array. */
  public byte[] toBytes() {
    if (type != IdxType.UBYTE) {
      require(IdxType.BYTE);
    }
    return data.clone();
  }

  /** Returns a copy of the elements of a {@code short} array. */
  public short[] toShorts() {
    require(IdxType.SHORT);
    short[] values = new short[size()];
    buffer().asShortBuffer().get(values);
    return values;
  }

  /** Returns a copy of the elements of an {@code int} array. */
  public int[] toInts() {
    require(IdxType.INT);
    int[] values = new int[size()];
    buffer().asIntBuffer().get(values);
    return values;
  }

  /** Returns a copy of the elements of a {@code float} array. */
  public float[] toFloats() {
    require(IdxType.FLOAT);
    float[] values = new float[size()];
    buffer().asFloatBuffer().get(values);
    return values;
  }

  /** Returns a copy of the elements of an array of any type, widened. */
  public double[] toDoubles() {
    double[] values = new double[size()];
    Arrays.setAll(values, this::doubleAt);
    return values;
  }

  /**
   * Returns the SHA-256 of the array's IDX file, uncompressed, in lower-case hexadecimal digits.
   * The format has one spelling for an array, so this is the hash of the file it was read from.
   */
  public String sha256() {
    Sha256 hash = new Sha256();
    try {
      writeTo(hash);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return hash.hex();
  }

  void writeTo(OutputStream out) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(4 + 4 * dims.length);
    header.putInt(type.code() << 8 | dims.length);
    header.asIntBuffer().put(dims);
    out.write(header.array());
    out.write(data);
  }

  /** The elements themselves: not to be changed by anyone who does not own this array. */
  byte[] bytes() {
    return data;
  }

  /** Returns the position of an element in the uncompressed file. */
  long offsetOf(int index) {
    return 4 + 4L * dims.length + (long) index * type.bytes();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IdxArray that
        && type == that.type
        && Arrays.equals(dims, that.dims)
        && Arrays.equals(data, that.data);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * type.hashCode() + Arrays.hashCode(dims)) + Arrays.hashCode(data);
  }

  /** Returns type and dimensions: {@code ubyte[60000, 28, 28]}. */
  @Override
  public String toString() {
    return type + Arrays.toString(dims);
  }

  private ByteBuffer buffer() {
    return ByteBuffer.wrap(data);
  }

  private void require(IdxType wanted) {
    if (type != wanted) {
      throw new IllegalStateException("expected an array of " + wanted + ", got one of " + type);
    }
  }

  private static byte[] allocate(IdxType type, int elements) {
    if (elements > MAX_BYTES / type.bytes()) {
      throw new IllegalArgumentException(elements + " elements of " + type + " are too many");
    }
    return new byte[elements * type.bytes()];
  }

  private static IdxArray of(IdxType type, byte[] data, int elements, int[] dims) {
    if (dims.length > MAX_RANK) {
      throw new IllegalArgumentException("rank " + dims.length + " is above " + MAX_RANK);
    }
    if (Arrays.stream(dims).anyMatch(dim -> dim < 0)) {
      throw new IllegalArgumentException("negative dimension in " + Arrays.toString(dims));
    }
    if (IdxHeader.elements(dims) != elements) {
      throw new IllegalArgumentException(
          "dimensions "
              + Arrays.toString(dims)
              + " need "
              + IdxHeader.elements(dims)
              + " elements, got "
              + elements);
    }
    return new IdxArray(type, dims.clone(), data);
  }
}
