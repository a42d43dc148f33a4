package io.github.digitkit.benchmarks;

import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.nn.Parameters;
import io.github.digitkit.nn.Sequential;
import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.train.loss.CategoricalCrossEntropy;
import io.github.digitkit.train.loss.SmoothedLabels;
import io.github.digitkit.train.optimizer.Adam;
import io.github.digitkit.train.parallel.WorkerTeam;
import io.github.digitkit.train.step.BatchSource;
import io.github.digitkit.train.step.TrainingState;
import io.github.digitkit.train.step.TrainingStep;
import java.util.Random;
import java.util.function.Consumer;

/** A whole training step of the report's network with Adam, pictures already at hand. */
final class TrainingTour {
  private static final double MICROSECONDS = 1e6;
  private static final double LEARNING_RATE = 1e-3;

  private final Kernels kernels;
  private final int threads;

  TrainingTour(Kernels kernels, int threads) {
    this.kernels = kernels;
    this.threads = threads;
  }

  void run(int batch, Consumer<Measurement> found) {
    Sequential network = DigitNetworks.report();
    int inputs = network.inputShape().size();
    Random random = new Random(3);
    float[] pictures = new float[batch * inputs];
    for (int i = 0; i < pictures.length; i++) {
      pictures[i] = random.nextFloat();
    }
    BatchSource source =
        (worker, from, to, images, labels) -> {
          System.arraycopy(pictures, from * inputs, images, from * inputs, (to - from) * inputs);
          for (int sample = from; sample < to; sample++) {
            labels[sample] = sample % DigitNetworks.DIGITS;
          }
        };
    TrainingState state =
        new TrainingState(network, Parameters.initialized(network, 1), Adam.defaults(), 0);
    TrainingStep.Objective objective =
        new TrainingStep.Objective(new CategoricalCrossEntropy(), SmoothedLabels.oneHot());
    try (WorkerTeam team = new WorkerTeam(threads)) {
      TrainingStep step = new TrainingStep(state, objective, kernels, team, batch, 1);
      Stopwatch stopwatch = Stopwatch.time(() -> step.run(source, batch, LEARNING_RATE));
      double perSecond = batch * MICROSECONDS / stopwatch.median();
      String what = "training step, batch " + batch + ", " + threads + " threads";
      found.accept(new Measurement(what, kernels.name(), perSecond, "samples/s"));
    }
  }
}
