package io.github.digitkit.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** What a warm operation takes of the heap, on whatever thread. */
final class Allocation {
  private static final int CALLS = 1000;

  private Allocation() {}

  /** The bytes of one call; what asking for them takes is spread over many calls. */
  static double of(Runnable operation) {
    allThreads(); // The first time loads classes.
    long before = allThreads();
    for (int call = 0; call < CALLS; call++) {
      operation.run();
    }
    return (allThreads() - before) / (double) CALLS;
  }

  private static long allThreads() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] bytes = threads.getThreadAllocatedBytes(threads.getAllThreadIds());
    return Arrays.stream(bytes).filter(each -> each > 0).sum();
  }
}
