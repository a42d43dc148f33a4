package io.github.digitkit.benchmarks;

import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.nn.Model;
import io.github.digitkit.nn.Parameters;
import io.github.digitkit.nn.Sequential;
import io.github.digitkit.nn.kernel.Kernels;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Prediction with the report's network. */
final class InferenceTour {
  private static final int BATCH = 256;
  private static final double MICROSECONDS = 1e6;

  private final Model model;

  InferenceTour(Kernels kernels) {
    Sequential network = DigitNetworks.report();
    Parameters parameters = Parameters.initialized(network, 1);
    this.model = Model.of(network, parameters, Map.of()).withKernels(kernels);
  }

  void run(Consumer<Measurement> found) {
    float[] samples = new float[BATCH * model.inputSize()];
    Random random = new Random(2);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = random.nextFloat();
    }
    float[] outputs = new float[BATCH * model.classes()];
    String kernels = model.kernels().name();
    Stopwatch one = Stopwatch.time(() -> model.predict(samples, 1, outputs));
    found.accept(new Measurement("inference, batch 1, median", kernels, one.median(), "us"));
    found.accept(
        new Measurement("inference, batch 1, 99th percentile", kernels, one.quantile(0.99), "us"));
    double allocated = Allocation.of(() -> model.predict(samples, 1, outputs));
    found.accept(new Measurement("inference, batch 1, allocated", kernels, allocated, "B"));
    Stopwatch many = Stopwatch.time(() -> model.predict(samples, BATCH, outputs));
    found.accept(throughput("inference, batch 256, one thread", many));
    Stopwatch parallel = Stopwatch.time(() -> model.predictInParallel(samples, BATCH, outputs));
    found.accept(throughput("inference, batch 256, all threads", parallel));
  }

  private Measurement throughput(String what, Stopwatch stopwatch) {
    double perSecond = BATCH * MICROSECONDS / stopwatch.median();
    return new Measurement(what, model.kernels().name(), perSecond, "samples/s");
  }
}
