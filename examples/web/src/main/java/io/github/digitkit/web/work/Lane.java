package io.github.digitkit.web.work;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A fixed number of threads with a bounded queue. Work that finds the queue full, or that has
 * waited longer than the lane's patience while much more waits behind it, fails at once with {@link
 * OverloadedException}: late answers are worth nothing, and doing them makes all others late. A
 * short queue that is late, after a pause of the machine, is worked off all the same. Thread-safe.
 */
public final class Lane implements AutoCloseable {
  private static final int FEW_PER_THREAD = 16;

  private final String name;
  private final ThreadPoolExecutor executor;
  private final int capacity;
  private final long patienceNanos;

  /**
   * Starts the threads.
   *
   * @param name for thread names and messages
   * @param threads at least 1
   * @param capacity jobs that may wait, at least 1
   * @param patience longest wait in the queue
   */
  public Lane(String name, int threads, int capacity, Duration patience) {
    this.name = name;
    this.capacity = capacity;
    this.patienceNanos = patience.toNanos();
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
    long due = System.nanoTime() + patienceNanos;
    try {
      executor.execute(() -> run(job, due, result));
    } catch (RejectedExecutionException full) {
      result.completeExceptionally(new OverloadedException("the " + name + " queue is full"));
    }
    return result;
  }

  private <T> void run(Callable<T> job, long due, CompletableFuture<T> result) {
    boolean late = System.nanoTime() - due > 0;
    if (late && waiting() > FEW_PER_THREAD * executor.getCorePoolSize()) {
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
