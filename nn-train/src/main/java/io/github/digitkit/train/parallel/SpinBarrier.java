package io.github.digitkit.train.parallel;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A meeting point of a fixed number of threads, used again and again. Everything that a thread
 * wrote before it came, all see after they have left.
 */
final class SpinBarrier {
  private final int parties;
  private final AtomicInteger arrived = new AtomicInteger();
  private volatile int generation;
  private volatile boolean broken;

  SpinBarrier(int parties) {
    this.parties = parties;
  }

  /**
   * Waits for the others.
   *
   * @throws BrokenTeamException if another thread failed and will never come
   */
  void await() {
    int mine = generation;
    if (arrived.incrementAndGet() == parties) {
      arrived.set(0);
      generation = mine + 1;
      return;
    }
    int round = 0;
    while (generation == mine) {
      if (broken) {
        throw new BrokenTeamException();
      }
      Backoff.pause(round++, parties);
    }
  }

  /** Lets every thread that waits or will wait fail. */
  void breakUp() {
    broken = true;
  }

  /** Makes a broken barrier usable again; no thread may be waiting. */
  void reset() {
    arrived.set(0);
    broken = false;
  }
}
