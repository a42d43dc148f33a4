package io.github.digitkit.benchmarks.jmh;

import io.github.digitkit.benchmarks.peak.FmaLoop;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The peak of one core that the others are compared with. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PeakBenchmark {
  private float seed = 1;

  /** Counts operations, because their number depends on the fork's vectors. */
  @AuxCounters
  @State(Scope.Thread)
  public static class Work {
    /** Multiplications and additions. */
    public long flop;
  }

  /** Multiply-adds in registers. */
  @Benchmark
  public float multiplyAdd(Work work) {
    seed = FmaLoop.run(seed % 2);
    work.flop += FmaLoop.flop();
    return seed;
  }
}
