package io.github.digitkit.web.work;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A fixed number of threads with a bounded queue. Work that finds the queue full fails at once with
 * {@link OverloadedException}. So does work that has waited too long, and what is too long depends
 * on why it waited: a queue that grew in a moment, after a pause of the machine, is worked off with
 * patience; one that has stood for a second means that more comes in than can be done, and then
 * late answers only make all others late, so the lane hurries. Thread-safe.
 */
public final class Lane implements AutoCloseable {
  private static final long STANDING_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int HURRIED_SHARE = 16;

  private final String name;
  private final ThreadPoolExecutor executor;
  private final int capacity;
  private final long patienceNanos;
  private final long hurryNanos;
  private volatile long lastEmpty = System.nanoTime();
  private volatile long hurryUntil = lastEmpty;

  /** Starts the threads of a lane that never hurries. */
  public Lane(String name, int threads, int capacity, Duration patience) {
    this(name, threads, capacity, patience, patience);
  }

  /**
   * Starts the threads.
   *
   * @param name for thread names and messages
   * @param threads at least 1
   * @param capacity jobs that may wait, at least 1
   * @param patience longest wait otherwise
   * @param hurry longest wait while more comes in than can be done
   */
  public Lane(String name, int threads, int capacity, Duration patience, Duration hurry) {
    this.name = name;
    this.capacity = capacity;
    this.patienceNanos = patience.toNanos();
    this.hurryNanos = hurry.toNanos();
    this.executor =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(capacity),
            NamedThreads.daemons(name));
    executor.prestartAllCoreThreads();
  }

  /** Runs the job, or fails the future with what it throws or with {@link OverloadedException}. */
  public <T> CompletableFuture<T> submit(Callable<T> job) {
    CompletableFuture<T> result = new CompletableFuture<>();
    long entered = System.nanoTime();
    if (executor.getQueue().isEmpty()) {
      lastEmpty = entered;
    }
    try {
      executor.execute(() -> run(job, entered, result));
    } catch (RejectedExecutionException full) {
      result.completeExceptionally(new OverloadedException("the " + name + " queue is full"));
    }
    return result;
  }

  private <T> void run(Callable<T> job, long entered, CompletableFuture<T> result) {
    long allowed = hurries() ? hurryNanos : patienceNanos;
    if (System.nanoTime() - entered > allowed) {
      result.completeExceptionally(
          new OverloadedException("waited too long in the " + name + " queue"));
      return;
    }
    try {
      result.complete(job.call());
    } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError failure) {
      result.completeExceptionally(failure);
    }
  }

  /** Whether more comes in than can be done: for a second now, or a second ago. */
  private boolean hurries() {
    long now = System.nanoTime();
    if (now - lastEmpty > STANDING_NANOS) {
      hurryUntil = now + STANDING_NANOS;
    }
    return hurryUntil - now > 0;
  }

  /**
   * Whether a job had better not be submitted now: it would be refused, or would wait in vain in a
   * lane that hurries. Asking is far cheaper than failing.
   */
  public boolean overloaded() {
    int waiting = waiting();
    if (waiting > capacity / HURRIED_SHARE && hurries()) {
      // As long as there is something to refuse, an empty moment does not mean that it is over.
      hurryUntil = System.nanoTime() + STANDING_NANOS;
      return true;
    }
    return waiting >= capacity;
  }

  /** Jobs that wait now. */
  public int waiting() {
    return executor.getQueue().size();
  }

  /** Jobs that may wait. */
  public int capacity() {
    return capacity;
  }

  /** Jobs that run now. */
  public int running() {
    return executor.getActiveCount();
  }

  /** Finishes what was accepted, for at most ten seconds. */
  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
