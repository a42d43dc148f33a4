package io.github.digitkit.train.parallel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Threads that run the same task side by side, each knowing its number, and meet at a barrier. The
 * thread that calls {@link #run} is worker 0, so a team of one has no thread of its own.
 *
 * <p>{@link #run} may be called by one thread at a time. The threads are daemons; {@link #close}
 * ends them.
 */
public final class WorkerTeam implements AutoCloseable {

  /** What every worker does. */
  @FunctionalInterface
  public interface Task {
    /**
     * Does one worker's part.
     *
     * @param worker 0 to workers() - 1
     */
    void run(int worker);
  }

  private final int workers;
  private final SpinBarrier barrier;
  private final Helper[] helpers;
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private Task task = worker -> {};
  private final AtomicInteger round = new AtomicInteger();
  private volatile boolean closed;

  /**
   * Starts a team.
   *
   * @param workers how many run side by side, at least 1
   * @throws IllegalArgumentException if there is no worker
   */
  public WorkerTeam(int workers) {
    if (workers < 1) {
      throw new IllegalArgumentException("a team needs at least 1 worker, got " + workers);
    }
    this.workers = workers;
    this.barrier = new SpinBarrier(workers);
    this.helpers = new Helper[workers - 1];
    for (int i = 0; i < helpers.length; i++) {
      helpers[i] = new Helper(i + 1);
      helpers[i].start();
    }
  }

  /** Returns the number of workers. */
  public int workers() {
    return workers;
  }

  /**
   * Lets every worker run the task and returns when all have ended.
   *
   * @param work the task
   * @throws IllegalStateException if the team is closed
   * @throws RuntimeException the first failure of any worker, as it was thrown; errors likewise
   */
  public void run(Task work) {
    if (closed) {
      throw new IllegalStateException("the team of workers is closed");
    }
    task = work;
    busy.set(helpers.length);
    round.incrementAndGet(); // publishes the task
    for (Helper helper : helpers) {
      helper.wake();
    }
    perform(0);
    int waited = 0;
    while (busy.get() > 0) {
      Backoff.pause(waited++, workers);
    }
    rethrowFailure();
  }

  /** Waits, within a task, until every worker has come here. */
  public void barrier() {
    barrier.await();
  }

  /** Ends the threads and waits for them. Closing twice does nothing. */
  @Override
  public void close() {
    closed = true;
    boolean interrupted = false;
    for (Helper helper : helpers) {
      LockSupport.unpark(helper);
      interrupted |= joinedInterrupted(helper);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean joinedInterrupted(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    return interrupted;
  }

  // Whatever a worker throws is kept and thrown again by run().
  @SuppressWarnings("CatchAndPrintStackTrace")
  private void perform(int worker) {
    try {
      task.run(worker);
    } catch (BrokenTeamException e) {
      // The failure that broke the team is reported instead.
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
      barrier.breakUp();
    }
  }

  private void rethrowFailure() {
    Throwable first = failure.getAndSet(null);
    if (first == null) {
      return;
    }
    barrier.reset();
    if (first instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) first;
  }

  /** The thread of one worker but the first. */
  private final class Helper extends Thread {
    private final int worker;
    private volatile boolean asleep;

    Helper(int worker) {
      super("digitkit-train-" + worker);
      this.worker = worker;
      setDaemon(true);
    }

    void wake() {
      if (asleep) {
        LockSupport.unpark(this);
      }
    }

    @Override
    public void run() {
      int done = 0;
      while (awaitRound(done)) {
        done++;
        perform(worker);
        busy.decrementAndGet();
      }
    }

    /** Returns false if the team is closed. */
    private boolean awaitRound(int done) {
      int waited = 0;
      while (round.get() == done) {
        if (closed) {
          return false;
        }
        if (Backoff.isLong(waited)) {
          sleep(done);
        } else {
          Backoff.pause(waited++, workers);
        }
      }
      return true;
    }

    private void sleep(int done) {
      asleep = true;
      if (round.get() == done && !closed) {
        LockSupport.park(this);
      }
      asleep = false;
    }
  }
}
