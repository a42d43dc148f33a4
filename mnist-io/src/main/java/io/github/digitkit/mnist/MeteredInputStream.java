package io.github.digitkit.mnist;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One layer of a file: counts its bytes, can look ahead, and watches what a decompressor makes of
 * it. For one thread. Closing it does not close the stream below, which belongs to the caller.
 */
final class MeteredInputStream extends InputStream {
  /** More than any real header or index: input that long without output is an attack. */
  private static final long MAX_BARREN_BYTES = 1 << 20;

  /** The most that is asked for at once, so that the watch sees progress in between. */
  private static final int STEP = 1 << 16;

  private static final byte[] NOTHING = {};

  private final InputStream in;
  private final String source;
  private final ReadLimits limits;
  private final @Nullable MeteredInputStream container;
  private byte[] ahead = NOTHING;
  private long count;
  private long unfolded;
  private long countAtProgress;
  private boolean opened;
  private @Nullable IOException failure;

  private MeteredInputStream(
      InputStream in, String source, ReadLimits limits, @Nullable MeteredInputStream container) {
    this.in = in;
    this.source = source;
    this.limits = limits;
    this.container = container;
  }

  static MeteredInputStream of(InputStream in, String source, ReadLimits limits) {
    return new MeteredInputStream(in, source, limits, null);
  }

  /** Returns the layer that {@code content}, which reads from this one, unfolds. */
  MeteredInputStream inner(InputStream content, String name) {
    return new MeteredInputStream(content, source + name, limits, this);
  }

  String source() {
    return source;
  }

  /** Returns how many bytes were read. */
  long count() {
    return count;
  }

  /** Returns what went wrong below this layer, if anything. */
  @Nullable IOException failure() {
    return failure;
  }

  /** Tells that a container is read from here and has come a step further. */
  void progress() {
    opened = true;
    countAtProgress = count;
  }

  IdxFormatException error(long offset, String problem) {
    return new IdxFormatException(source, offset, problem);
  }

  /** Returns the next bytes, fewer only at the end, and leaves them to be read. */
  byte[] peek(int length) throws IOException {
    while (ahead.length < length) {
      byte[] more = new byte[length - ahead.length];
      int n = readBelow(more, 0, more.length);
      if (n < 0) {
        break;
      }
      int old = ahead.length;
      ahead = Arrays.copyOf(ahead, old + n);
      System.arraycopy(more, 0, ahead, old, n);
    }
    return Arrays.copyOf(ahead, Math.min(length, ahead.length));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int n;
    if (ahead.length > 0) {
      n = Math.min(length, ahead.length);
      System.arraycopy(ahead, 0, target, offset, n);
      ahead = Arrays.copyOfRange(ahead, n, ahead.length);
    } else {
      n = readBelow(target, offset, length);
    }
    if (n > 0) {
      count += n;
      checkBarren();
    }
    return n;
  }

  private int readBelow(byte[] target, int offset, int length) throws IOException {
    try {
      int n = in.read(target, offset, Math.min(length, STEP));
      if (n > 0 && container != null) {
        container.unfolded(n);
      }
      return n;
    } catch (IOException e) {
      failure = e;
      throw e;
    } catch (RuntimeException e) {
      // Decompressors meet damaged data with all kinds of unchecked exceptions.
      failure = new IOException(e.toString(), e);
      throw failure;
    }
  }

  private void checkBarren() throws IOException {
    if (opened && count - countAtProgress > MAX_BARREN_BYTES) {
      failure = error(count, "more than " + MAX_BARREN_BYTES + " bytes unfold to nothing");
      throw failure;
    }
  }

  private void unfolded(int n) throws IOException {
    progress();
    unfolded += n;
    if (unfolded > limits.maxBytes()) {
      throw error(count, "unfolds to more than the limit of " + limits.maxBytes() + " bytes");
    }
    if (unfolded > limits.ratioFloor() && unfolded / limits.maxRatio() > count) {
      throw error(
          count,
          "unfolds to more than "
              + limits.maxRatio()
              + " times its size: a decompression bomb? ("
              + unfolded
              + " bytes so far)");
    }
  }
}
