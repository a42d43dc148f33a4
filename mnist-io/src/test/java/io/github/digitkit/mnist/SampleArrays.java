package io.github.digitkit.mnist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;

/** Arrays and bytes for the tests of this package. */
final class SampleArrays {
  private SampleArrays() {}

  static IdxArray random(IdxType type, long seed, int... dims) {
    byte[] data = new byte[Math.toIntExact(IdxHeader.elements(dims) * type.bytes())];
    new Random(seed).nextBytes(data);
    return IdxArray.wrap(type, dims, data);
  }

  /** Returns the file of an array. */
  static byte[] file(IdxArray array) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      array.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static IdxArray images(int count, int rows, int cols) {
    return random(IdxType.UBYTE, 11, count, rows, cols);
  }

  /** Returns the classes 0, 1, ... 9, 0, 1, ... */
  static IdxArray labels(int count) {
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % 10);
    }
    return IdxArray.ofUnsignedBytes(labels, count);
  }

  static String sha256(byte[] bytes) {
    Sha256 hash = new Sha256();
    hash.write(bytes, 0, bytes.length);
    return hash.hex();
  }
}
