package io.github.digitkit.train.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WorkerTeamTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void everyWorkerRunsOnce(int workers) {
    try (WorkerTeam team = new WorkerTeam(workers)) {
      for (int round = 0; round < 100; round++) {
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        team.run(seen::add);
        assertThat(seen)
            .containsExactlyInAnyOrderElementsOf(IntStream.range(0, workers).boxed().toList());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void nobodyPassesTheBarrierBeforeAllHaveCome(int workers) {
    int[] written = new int[workers];
    AtomicInteger mistakes = new AtomicInteger();
    try (WorkerTeam team = new WorkerTeam(workers)) {
      team.run(
          worker -> {
            for (int round = 1; round <= 200; round++) {
              written[worker] = round;
              team.barrier();
              for (int other : written) {
                mistakes.addAndGet(other == round ? 0 : 1);
              }
              team.barrier();
            }
          });
    }
    assertThat(mistakes).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aWorkersFailureIsRethrownAndNobodyHangs(int failing) {
    try (WorkerTeam team = new WorkerTeam(3)) {
      assertThatThrownBy(
              () ->
                  team.run(
                      worker -> {
                        team.barrier();
                        if (worker == failing) {
                          throw new IllegalStateException("worker " + worker + " fails");
                        }
                        team.barrier();
                      }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("worker " + failing + " fails");
      AtomicInteger runs = new AtomicInteger();
      team.run(
          worker -> {
            team.barrier();
            runs.incrementAndGet();
          });
      assertThat(runs).as("the team works on").hasValue(3);
    }
  }

  @Test
  void errorsAreRethrownToo() {
    try (WorkerTeam team = new WorkerTeam(2)) {
      assertThatThrownBy(
              () ->
                  team.run(
                      worker -> {
                        if (worker == 1) {
                          throw new StackOverflowError("deep");
                        }
                        team.barrier();
                      }))
          .isInstanceOf(StackOverflowError.class);
    }
  }

  @Test
  void aTeamThatSleptWakesUp() throws InterruptedException {
    try (WorkerTeam team = new WorkerTeam(2)) {
      AtomicInteger runs = new AtomicInteger();
      for (int round = 0; round < 3; round++) {
        Thread.sleep(100);
        team.run(worker -> runs.incrementAndGet());
      }
      assertThat(runs).hasValue(6);
    }
  }

  @Test
  void closingEndsTheThreads() {
    WorkerTeam team = new WorkerTeam(4);
    team.close();
    team.close();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("digitkit-train-"));
    assertThatThrownBy(() -> team.run(worker -> {})).hasMessageContaining("closed");
  }
}
