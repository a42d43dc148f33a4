package io.github.digitkit.benchmarks;

import io.github.digitkit.nn.kernel.Kernels;
import java.util.function.Consumer;

/** A whole training step of the report's network with Adam, pictures already at hand. */
final class TrainingTour {
  private static final double MICROSECONDS = 1e6;

  private final Kernels kernels;
  private final int threads;

  TrainingTour(Kernels kernels, int threads) {
    this.kernels = kernels;
    this.threads = threads;
  }

  void run(int batch, Consumer<Measurement> found) {
    try (RandomTraining training = new RandomTraining(kernels, threads, batch)) {
      Stopwatch stopwatch = Stopwatch.time(training::step);
      double perSecond = batch * MICROSECONDS / stopwatch.median();
      String what = "training step, batch " + batch + ", " + threads + " threads";
      found.accept(new Measurement(what, kernels.name(), perSecond, "samples/s"));
      double allocated = Allocation.of(training::step);
      found.accept(new Measurement("  allocated by a step", kernels.name(), allocated, "B"));
    }
  }
}
