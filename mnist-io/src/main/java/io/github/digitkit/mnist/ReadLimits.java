package io.github.digitkit.mnist;

/**
 * How much a file may unfold to, so that a decompression bomb ends in a message and not in an
 * {@link OutOfMemoryError}.
 *
 * @param maxBytes the most bytes that one container layer may unfold to, and one array may hold
 * @param maxRatio the most decompressed bytes per compressed byte...
 * @param ratioFloor ...looked at only beyond this many decompressed bytes, as a small blank data
 *     set is no attack
 */
public record ReadLimits(long maxBytes, int maxRatio, long ratioFloor) {
  private static final long GIB = 1L << 30;
  private static final int RATIO = 200;
  private static final long FLOOR = 64L << 20;

  /** Checks the limits. */
  public ReadLimits {
    if (maxBytes < 1 || maxRatio < 1 || ratioFloor < 0) {
      throw new IllegalArgumentException(
          "limits must be positive: maxBytes "
              + maxBytes
              + ", maxRatio "
              + maxRatio
              + ", ratioFloor "
              + ratioFloor);
    }
  }

  /**
   * Returns the default: 1 GiB or half of the heap, whichever is less, and 200 to 1 beyond 64 MiB.
   * The largest usual set, EMNIST by class, takes 0.55 GB; MNIST's images are packed 5 to 1.
   */
  public static ReadLimits standard() {
    return new ReadLimits(Math.min(GIB, Runtime.getRuntime().maxMemory() / 2), RATIO, FLOOR);
  }

  /** Returns these limits with another number of bytes. */
  public ReadLimits withMaxBytes(long bytes) {
    return new ReadLimits(bytes, maxRatio, ratioFloor);
  }
}
