package io.github.digitkit.mnist;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The start of an IDX file: two zero bytes, the element type, the rank, then every dimension as a
 * big-endian int.
 */
final class IdxHeader {
  static final int MAGIC_BYTES = 4;

  private final IdxType type;
  private final int[] dims;

  private IdxHeader(IdxType type, int[] dims) {
    this.type = type;
    this.dims = dims;
  }

  /** Returns whether the bytes could be the start of an IDX file. */
  static boolean looksLike(byte[] head) {
    return head.length >= MAGIC_BYTES
        && head[0] == 0
        && head[1] == 0
        && IdxType.ofCode(head[2] & 0xFF).isPresent();
  }

  /** Returns the product of the dimensions, or -1 if no array can have so many elements. */
  static long elements(int[] dims) {
    long product = 1;
    boolean empty = false;
    for (int dim : dims) {
      empty |= dim == 0;
      if (dim > 0 && product > Integer.MAX_VALUE / dim) {
        return -1;
      }
      product *= Math.max(1, dim);
    }
    return empty ? 0 : product;
  }

  static IdxHeader read(MeteredInputStream in, long maxBytes) throws IOException {
    byte[] magic = readFully(in, MAGIC_BYTES, "the magic number");
    if (magic[0] != 0 || magic[1] != 0) {
      throw in.error(0, "is not an IDX file: expected 00 00 <type> <rank>, got " + hex(magic));
    }
    int code = magic[2] & 0xFF;
    IdxType type =
        IdxType.ofCode(code)
            .orElseThrow(
                () ->
                    in.error(
                        2,
                        String.format(
                            Locale.ROOT,
                            "unknown element type 0x%02X, expected one of %s",
                            code,
                            IdxType.known())));
    int rank = magic[3] & 0xFF;
    int[] dims = new int[rank];
    ByteBuffer.wrap(readFully(in, rank * Integer.BYTES, "the dimensions")).asIntBuffer().get(dims);
    IdxHeader header = new IdxHeader(type, dims);
    header.check(in, maxBytes);
    return header;
  }

  IdxType type() {
    return type;
  }

  /** Returns the dimensions themselves, to be handed on once. */
  int[] dims() {
    return dims;
  }

  /** Returns the length of the elements; the header has been checked. */
  int dataBytes() {
    return Math.toIntExact(elements(dims) * type.bytes());
  }

  int headerBytes() {
    return MAGIC_BYTES + Integer.BYTES * dims.length;
  }

  @Override
  public String toString() {
    return type + Arrays.toString(dims);
  }

  private void check(MeteredInputStream in, long maxBytes) throws IdxFormatException {
    for (int axis = 0; axis < dims.length; axis++) {
      if (dims[axis] < 0) {
        throw in.error(
            MAGIC_BYTES + (long) Integer.BYTES * axis,
            "dimension " + axis + " is negative: " + dims[axis]);
      }
    }
    long elements = elements(dims);
    long limit = Math.min(maxBytes, IdxArray.MAX_BYTES);
    if (elements < 0 || elements > limit / type.bytes()) {
      throw in.error(
          MAGIC_BYTES, "the dimensions of " + this + " need more than " + limit + " bytes");
    }
  }

  private static byte[] readFully(MeteredInputStream in, int length, String what)
      throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw in.error(
          in.count(),
          in.count() == 0
              ? "is empty"
              : "ends within " + what + ": expected " + length + " bytes, got " + bytes.length);
    }
    return bytes;
  }

  /** Returns the first four of these bytes; a saved error page is the usual wrong file. */
  static String hex(byte[] head) {
    byte[] first = Arrays.copyOf(head, Math.min(MAGIC_BYTES, head.length));
    String hex = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(first);
    return first.length > 0 && first[0] == '<' ? hex + ", as a web page does" : hex;
  }
}
