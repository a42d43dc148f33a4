package io.github.digitkit.web.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LaneTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final CountDownLatch gate = new CountDownLatch(1);
  private final CountDownLatch running = new CountDownLatch(1);

  /** Submits a job that waits for the gate; the first one keeps the lane's only thread busy. */
  private CompletableFuture<Integer> submit(Lane lane, int result) {
    return lane.submit(
        () -> {
          running.countDown();
          gate.await();
          return result;
        });
  }

  @Test
  void refusesWhatFindsTheQueueFull() throws InterruptedException {
    try (Lane lane = new Lane("test", 1, 2, LONG)) {
      CompletableFuture<Integer> first = submit(lane, 0);
      running.await();
      List<CompletableFuture<Integer>> accepted = List.of(first, submit(lane, 1), submit(lane, 2));
      assertThat(lane.overloaded()).isTrue();
      CompletableFuture<Integer> tooMuch = submit(lane, 3);
      assertThatThrownBy(tooMuch::join)
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(OverloadedException.class)
          .hasMessageContaining("test queue is full");
      gate.countDown();
      assertThat(accepted).extracting(CompletableFuture::join).containsExactly(0, 1, 2);
    }
  }

  @Test
  void worksOffAQueueThatGrewInAMoment() throws InterruptedException {
    try (Lane lane = new Lane("test", 1, 2, LONG, Duration.ZERO)) {
      CompletableFuture<Integer> first = submit(lane, 1);
      running.await();
      CompletableFuture<Integer> waited = submit(lane, 2);
      gate.countDown();
      assertThat(first.join() + waited.join()).isEqualTo(3);
    }
  }

  @Test
  void dropsWhatWaitsInAQueueThatStands() throws InterruptedException {
    try (Lane lane = new Lane("test", 1, 2, LONG, Duration.ofMillis(500))) {
      CompletableFuture<Integer> first = submit(lane, 1);
      running.await();
      CompletableFuture<Integer> waited = submit(lane, 2);
      Thread.sleep(1100);
      gate.countDown();
      assertThat(first.join()).isEqualTo(1);
      assertThatThrownBy(waited::join).hasCauseInstanceOf(OverloadedException.class);
      assertThat(submit(lane, 3).join()).as("the queue is empty again").isEqualTo(3);
    }
  }

  @Test
  void passesOnWhatAJobThrows() {
    try (Lane lane = new Lane("test", 1, 2, LONG)) {
      CompletableFuture<Object> failed =
          lane.submit(
              () -> {
                throw new IllegalStateException("no");
              });
      assertThatThrownBy(failed::join).hasCauseInstanceOf(IllegalStateException.class);
    }
  }
}
