package io.github.digitkit.web.work;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads whose names say what they do. */
public final class NamedThreads {
  private NamedThreads() {}

  /** Daemon threads called {@code digitkit-<purpose>-1}, {@code -2}, ... */
  public static ThreadFactory daemons(String purpose) {
    AtomicInteger next = new AtomicInteger(1);
    return task -> {
      Thread thread = new Thread(task, "digitkit-" + purpose + "-" + next.getAndIncrement());
      thread.setDaemon(true);
      return thread;
    };
  }
}
