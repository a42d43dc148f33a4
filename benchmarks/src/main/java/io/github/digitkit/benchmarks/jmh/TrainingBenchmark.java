package io.github.digitkit.benchmarks.jmh;

import io.github.digitkit.benchmarks.RandomTraining;
import io.github.digitkit.nn.kernel.Kernels;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A whole step: pictures in, forward, loss, backward, Adam. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TrainingBenchmark {
  private static final int LEARNING_STEPS = 20;

  /** Which kernels. */
  @Param({"plain", "vector"})
  public String kernels = "plain";

  /** Pictures a step. */
  @Param({"32", "128"})
  public int batch = 32;

  /** Worker threads. */
  @Param({"1", "2"})
  public int threads = 1;

  private RandomTraining training = new RandomTraining(Kernels.named("plain"), 1, 1);

  /** Makes the network and sees that it learns. */
  @Setup
  public void prepare() {
    training.close();
    training = new RandomTraining(Kernels.named(kernels), threads, batch);
    training.step();
    double first = training.loss();
    for (int i = 0; i < LEARNING_STEPS; i++) {
      training.step();
    }
    if (!(training.loss() < first)) {
      throw new IllegalStateException("the loss rose from " + first + " to " + training.loss());
    }
  }

  /** Ends the threads. */
  @TearDown
  public void close() {
    training.close();
  }

  /** One step. */
  @Benchmark
  public double step() {
    training.step();
    return training.loss();
  }
}
