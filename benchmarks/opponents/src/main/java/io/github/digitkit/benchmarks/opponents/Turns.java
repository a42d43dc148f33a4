package io.github.digitkit.benchmarks.opponents;

import java.util.ArrayList;
import java.util.List;

/** Lets several works take turns, so that whatever else the machine does hits all alike. */
final class Turns {
  /** Three seconds each: vector kernels are slow until all of them are compiled, which takes two. */
  private static final int WARM_UP_ROUNDS = 20;

  private static final int ROUNDS = 10;
  private static final long TURN_NANOSECONDS = 150_000_000L;
  private static final double MICROSECOND = 1e3;

  private final List<Turn> turns = new ArrayList<>();

  /** What is measured. */
  interface Work {
    void run() throws Exception;
  }

  private record Turn(String name, Work work, List<Double> microseconds) {}

  /** How long the calls of one work took, shortest first. */
  record Times(String name, List<Double> microseconds) {
    double quantile(double share) {
      int last = microseconds.size() - 1;
      return microseconds.get((int) Math.min(last, share * microseconds.size()));
    }
  }

  void add(String name, Work work) {
    turns.add(new Turn(name, work, new ArrayList<>()));
  }

  /** Returns the times in the order in which the works were added. */
  List<Times> run() throws Exception {
    for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
      for (Turn turn : turns) {
        if (round == WARM_UP_ROUNDS) {
          turn.microseconds.clear();
        }
        take(turn);
      }
    }
    return turns.stream()
        .map(turn -> new Times(turn.name, turn.microseconds.stream().sorted().toList()))
        .toList();
  }

  private static void take(Turn turn) throws Exception {
    long start = System.nanoTime();
    do {
      long before = System.nanoTime();
      turn.work.run();
      turn.microseconds.add((System.nanoTime() - before) / MICROSECOND);
    } while (System.nanoTime() - start < TURN_NANOSECONDS);
  }
}
