package io.github.digitkit.benchmarks.opponents;

import io.github.digitkit.benchmarks.RandomTraining;
import io.github.digitkit.nn.kernel.Kernels;

/** Ours. */
record DigitKitLearner(RandomTraining training) implements Learner {
  DigitKitLearner(int threads, int batch) {
    this(new RandomTraining(Kernels.best(), threads, batch));
  }

  @Override
  public String name() {
    return "DigitKit " + Kernels.best().name();
  }

  @Override
  public void step() {
    training.step();
  }

  @Override
  public double loss() {
    training.step();
    return training.loss();
  }

  @Override
  public void close() {
    training.close();
  }
}
