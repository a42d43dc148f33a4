package io.github.digitkit.nn;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** The JSON header of a weights file, for tests that forge it. */
final class WeightsHeader {
  private WeightsHeader() {}

  static String of(byte[] file) {
    return new String(file, Long.BYTES, length(file), StandardCharsets.UTF_8);
  }

  /** The same file with another header. */
  static byte[] changed(byte[] file, UnaryOperator<String> change) {
    byte[] header = change.apply(of(file)).getBytes(StandardCharsets.UTF_8);
    int data = Long.BYTES + length(file);
    ByteBuffer changed = ByteBuffer.allocate(Long.BYTES + header.length + file.length - data);
    changed.order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).put(header);
    return changed.put(file, data, file.length - data).array();
  }

  static int length(byte[] file) {
    return (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }
}
