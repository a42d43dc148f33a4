package io.github.digitkit.web.work;

import java.util.concurrent.atomic.AtomicLong;

/** An amount that requests in flight share, such as bytes of bodies or pixels. Thread-safe. */
public final class Budget {
  private final String what;
  private final long total;
  private final AtomicLong used = new AtomicLong();

  /**
   * Creates a budget.
   *
   * @param what is shared, for messages
   * @param total amount, positive
   */
  public Budget(String what, long total) {
    this.what = what;
    this.total = total;
  }

  /**
   * Takes an amount.
   *
   * @throws OverloadedException if less is left; nothing is taken then
   */
  public void take(long amount) {
    long now = used.addAndGet(amount);
    // One request may always pass, or a single large picture could never be read.
    if (now > total && now != amount) {
      used.addAndGet(-amount);
      throw new OverloadedException("too many " + what + " in flight");
    }
  }

  /** Gives back what was taken. */
  public void giveBack(long amount) {
    used.addAndGet(-amount);
  }

  /** The amount in use. */
  public long used() {
    return used.get();
  }
}
