package io.github.digitkit.mnist;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Remembers the last bytes that were read through it. For one thread. */
final class TailInputStream extends InputStream {
  private final InputStream in;
  private final int length;
  private final byte[] ring;
  private int next;
  private long count;

  TailInputStream(InputStream in, int length) {
    this.in = in;
    this.length = length;
    this.ring = new byte[length];
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    if (b >= 0) {
      remember((byte) b);
    }
    return b;
  }

  @Override
  public int read(byte[] target, int offset, int wanted) throws IOException {
    int n = in.read(target, offset, wanted);
    for (int i = Math.max(0, n - length); i < n; i++) {
      remember(target[offset + i]);
    }
    return n;
  }

  /** Returns the last bytes, at most as many as are remembered. */
  byte[] tail() {
    if (count < length) {
      return Arrays.copyOf(ring, next);
    }
    byte[] tail = Arrays.copyOfRange(ring, next, next + length);
    System.arraycopy(ring, 0, tail, length - next, next);
    return tail;
  }

  private void remember(byte b) {
    ring[next] = b;
    next = next + 1 == length ? 0 : next + 1;
    count++;
  }
}
