package io.github.digitkit.web.http;

import io.github.digitkit.web.work.Budget;
import io.github.digitkit.web.work.OverloadedException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Collects one body without blocking, counting its bytes as they arrive: never more than the limit,
 * never longer than the time allowed, and never more of all bodies together than the shared budget.
 * Runs in turns on the connection's threads.
 */
final class BodyReader {
  private static final int FIRST = 4096;

  /** What the bodies of a server must keep to. */
  record Limits(int maxBytes, long maxSeconds, Budget inFlight) {}

  private final Request request;
  private final Limits limits;
  private final CompletableFuture<byte[]> result = new CompletableFuture<>();
  private byte[] bytes = {};
  private int length;
  private long discarded;
  private boolean watching;
  private boolean released;
  private long taken;
  private volatile Scheduler.Task timeout = () -> false;

  BodyReader(Request request, Limits limits) {
    this.request = request;
    this.limits = limits;
  }

  CompletableFuture<byte[]> read() {
    long announced = request.getLength();
    // A little too long is read and thrown away, so that the client gets to read the answer.
    if (announced > 8L * limits.maxBytes()) {
      result.completeExceptionally(tooLarge());
      return result;
    }
    try {
      if (announced <= limits.maxBytes()) {
        grow((int) Math.max(0, Math.min(announced, FIRST * 16L)));
      }
      advance();
    } catch (OverloadedException full) {
      result.completeExceptionally(full);
    }
    return result;
  }

  /** Gives the memory back to the budget; the bytes must not be used any more. */
  synchronized void release() {
    if (!released) {
      released = true;
      timeout.cancel();
      limits.inFlight().giveBack(taken);
    }
  }

  private void advance() {
    while (!result.isDone()) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        watch();
        request.demand(this::advanceSafely);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        result.completeExceptionally(
            new ProblemException(Problem.badRequest("The body ended before its announced end.")));
        return;
      }
      try {
        append(chunk);
      } finally {
        chunk.release();
      }
      if (chunk.isLast()) {
        finish();
      }
    }
  }

  private void advanceSafely() {
    try {
      advance();
    } catch (OverloadedException | IllegalStateException failure) {
      result.completeExceptionally(failure);
    }
  }

  private void append(Content.Chunk chunk) {
    int more = chunk.remaining();
    if (discarded > 0 || (long) length + more > limits.maxBytes()) {
      discarded += more + (long) length;
      length = 0;
      if (discarded > 8L * limits.maxBytes()) {
        result.completeExceptionally(tooLarge());
      }
      return;
    }
    if (length + more > bytes.length) {
      grow(Math.min(limits.maxBytes(), Math.max(FIRST, 2 * (length + more))));
    }
    chunk.getByteBuffer().get(bytes, length, more);
    length += more;
  }

  private synchronized void grow(int size) {
    if (released) {
      throw new IllegalStateException("the request is over");
    }
    limits.inFlight().take(size - bytes.length);
    taken = size;
    bytes = Arrays.copyOf(bytes, size);
  }

  private void finish() {
    timeout.cancel();
    if (discarded > 0) {
      result.completeExceptionally(tooLarge());
    } else {
      result.complete(bytes.length == length ? bytes : Arrays.copyOf(bytes, length));
    }
  }

  /** Starts the clock when the first wait begins: most small bodies arrive with their headers. */
  private void watch() {
    if (!watching) {
      watching = true;
      timeout =
          request
              .getComponents()
              .getScheduler()
              .schedule(
                  () -> result.completeExceptionally(new ProblemException(Problem.tooSlow())),
                  limits.maxSeconds(),
                  TimeUnit.SECONDS);
    }
  }

  private ProblemException tooLarge() {
    return new ProblemException(Problem.tooLarge(limits.maxBytes()));
  }
}
