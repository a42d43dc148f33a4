package io.github.digitkit.mnist;

import java.io.IOException;
import java.util.Arrays;

/** Reads one uncompressed IDX array that fills its stream. */
final class IdxDecoder {
  private static final int FIRST_CHUNK = 1 << 16;

  /** So much more room than bytes have come: the promise of a header alone allocates little. */
  private static final int GROWTH = 8;

  private IdxDecoder() {}

  static IdxArray decode(MeteredInputStream in, ReadLimits limits) throws IOException {
    IdxHeader header = IdxHeader.read(in, limits.maxBytes());
    byte[] data = readData(in, header);
    if (in.read() >= 0) {
      throw in.error(
          (long) header.headerBytes() + data.length,
          "goes on after the " + data.length + " bytes of " + header);
    }
    return IdxArray.wrap(header.type(), header.dims(), data);
  }

  private static byte[] readData(MeteredInputStream in, IdxHeader header) throws IOException {
    int total = header.dataBytes();
    byte[] data = new byte[Math.min(total, FIRST_CHUNK)];
    int filled = 0;
    while (filled < total) {
      if (filled == data.length) {
        data = Arrays.copyOf(data, (int) Math.min(total, (long) GROWTH * filled));
      }
      int n = in.read(data, filled, data.length - filled);
      if (n < 0) {
        throw in.error(
            in.count(), "ends after " + filled + " of the " + total + " data bytes of " + header);
      }
      filled += n;
    }
    return data;
  }
}
