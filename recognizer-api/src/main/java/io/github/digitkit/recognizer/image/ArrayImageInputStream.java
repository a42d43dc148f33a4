package io.github.digitkit.recognizer.image;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/** Lets ImageIO read an array in place: no copy, no cache file, no global setting. */
final class ArrayImageInputStream extends ImageInputStreamImpl {
  private final byte[] bytes;

  /** Not modified. */
  ArrayImageInputStream(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() throws IOException {
    checkClosed();
    bitOffset = 0;
    return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    checkClosed();
    bitOffset = 0;
    if (count == 0) {
      return 0;
    }
    if (streamPos >= bytes.length) {
      return -1;
    }
    int got = (int) Math.min(count, bytes.length - streamPos);
    System.arraycopy(bytes, (int) streamPos, target, offset, got);
    streamPos += got;
    return got;
  }

  @Override
  public long length() {
    return bytes.length;
  }
}
