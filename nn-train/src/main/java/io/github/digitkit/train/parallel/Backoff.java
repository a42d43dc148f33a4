package io.github.digitkit.train.parallel;

import java.util.concurrent.locks.LockSupport;

/**
 * How a thread waits for something that comes in microseconds: it spins; where that lasts, or where
 * there are more threads than processors, it gives its processor to the others.
 */
final class Backoff {
  /** About 0.1 ms on a processor of 2023. */
  private static final int SPINS = 4_000;

  private static final int YIELDS = 200;
  private static final long PARK_NANOS = 50_000;
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private Backoff() {}

  /**
   * Waits a little.
   *
   * @param round how many times this wait has paused already
   * @param threads how many threads may be spinning
   */
  @SuppressWarnings("ThreadPriorityCheck") // a hint, as intended: right whatever it does
  static void pause(int round, int threads) {
    int spins = threads <= PROCESSORS ? SPINS : 0;
    if (round >= 0 && round < spins) {
      Thread.onSpinWait();
    } else if (round >= 0 && round < spins + YIELDS) {
      Thread.yield();
    } else {
      LockSupport.parkNanos(PARK_NANOS);
    }
  }

  /** Whether a wait has lasted so long that sleeping until woken is better. */
  static boolean isLong(int round) {
    return round > SPINS + YIELDS;
  }
}
