package io.github.digitkit.mnist;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The six element types of the IDX format, all stored with the most significant byte first. */
public enum IdxType {
  /** Unsigned bytes, 0 to 255. */
  UBYTE(0x08, Byte.BYTES),
  /** Signed bytes, -128 to 127. */
  BYTE(0x09, Byte.BYTES),
  /** Signed 16-bit integers. */
  SHORT(0x0B, Short.BYTES),
  /** Signed 32-bit integers. */
  INT(0x0C, Integer.BYTES),
  /** IEEE 754 floats of 32 bits. */
  FLOAT(0x0D, Float.BYTES),
  /** IEEE 754 floats of 64 bits. */
  DOUBLE(0x0E, Double.BYTES);

  private final int code;
  private final int bytes;

  IdxType(int code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  /** Returns the third byte of the file. */
  public int code() {
    return code;
  }

  /** Returns the size of one element in bytes. */
  public int bytes() {
    return bytes;
  }

  /** Returns whether the elements are integers. */
  public boolean isIntegral() {
    return this != FLOAT && this != DOUBLE;
  }

  /** Returns the type with this code, or empty if there is none. */
  public static Optional<IdxType> ofCode(int code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
  }

  static String known() {
    return Arrays.stream(values())
        .map(type -> String.format(Locale.ROOT, "0x%02X %s", type.code, type))
        .collect(Collectors.joining(", "));
  }

  /** Returns the name in the words of the format: {@code ubyte}, {@code int}, ... */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
