package io.github.digitkit.web.store;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Makes UUIDs of version 7 (RFC 9562): milliseconds, a counter, 62 random bits. Their order is the
 * order in which this process made them, and instances that share a database never make the same.
 * Thread-safe.
 */
final class TimeOrderedId {
  private static final int COUNTS = 1 << 12;

  private final SecureRandom random = new SecureRandom();
  private long last;
  private int count;

  /** The next id, larger than all before. */
  synchronized UUID next() {
    long now = Math.max(System.currentTimeMillis(), last);
    count = now == last ? count + 1 : 0;
    if (count == COUNTS) {
      now++;
      count = 0;
    }
    last = now;
    long high = (now << 16) | 0x7000L | count;
    long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
