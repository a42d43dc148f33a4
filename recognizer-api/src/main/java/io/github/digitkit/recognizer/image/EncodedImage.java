package io.github.digitkit.recognizer.image;

/**
 * The bytes of a picture file with bounds-checked access: reading past the end is a clear {@link
 * ImageFormatException}, never an index error.
 */
final class EncodedImage {
  private final String source;
  private final byte[] bytes;
  private final ImageLimits limits;

  /** Keeps {@code bytes} without a copy. Not modified. */
  EncodedImage(String source, byte[] bytes, ImageLimits limits) {
    this.source = source;
    this.bytes = bytes;
    this.limits = limits;
  }

  ImageLimits limits() {
    return limits;
  }

  int length() {
    return bytes.length;
  }

  /** The whole file. Not to be modified. */
  byte[] array() {
    return bytes;
  }

  int u8(long at) throws ImageFormatException {
    require("data", at, 1);
    return bytes[(int) at] & 0xff;
  }

  int u16BigEndian(long at) throws ImageFormatException {
    return (u8(at) << 8) | u8(at + 1);
  }

  int u16LittleEndian(long at) throws ImageFormatException {
    return u8(at) | (u8(at + 1) << 8);
  }

  int i32BigEndian(long at) throws ImageFormatException {
    return (u16BigEndian(at) << 16) | u16BigEndian(at + 2);
  }

  int i32LittleEndian(long at) throws ImageFormatException {
    return u16LittleEndian(at) | (u16LittleEndian(at + 2) << 16);
  }

  /** Whether these bytes, a character each, stand at this place, wholly inside the file. */
  boolean hasLatin1(int at, String text) {
    if (at < 0 || text.length() > bytes.length - at) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if ((bytes[at + i] & 0xff) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Fails unless {@code count} bytes from {@code at} are inside the file. */
  void require(String what, long at, long count) throws ImageFormatException {
    if (at < 0 || count < 0 || at > bytes.length - count) {
      throw fault(
          what + " at byte " + at,
          count + " more bytes",
          "the end of the file at " + bytes.length + " (truncated?)");
    }
  }

  /** Fails unless a picture of this size is within the limits; to be called before allocation. */
  void requireSize(String format, long width, long height) throws ImageFormatException {
    if (width < 1 || height < 1) {
      throw fault(format + " size", "sides of at least 1 pixel", width + "x" + height);
    }
    if (width > limits.maxSide() || height > limits.maxSide()) {
      throw fault(
          format + " size",
          "sides of at most " + limits.maxSide() + " pixels",
          width + "x" + height);
    }
    if (width * height > limits.maxPixels()) {
      throw fault(
          format + " size", "at most " + limits.maxPixels() + " pixels", width + "x" + height);
    }
  }

  /** The one form of every complaint: what, expected, got. */
  ImageFormatException fault(String what, Object expected, Object got) {
    return new ImageFormatException(source, what + ": expected " + expected + ", got " + got);
  }

  /** As {@link #fault(String, Object, Object)}, for a failure further down. */
  ImageFormatException fault(String what, Object expected, Throwable cause) {
    String got = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new ImageFormatException(
        source, what + ": expected " + expected + ", got \"" + got + '"', cause);
  }
}
