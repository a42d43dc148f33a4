package io.github.digitkit.benchmarks.opponents;

import io.github.digitkit.benchmarks.RandomTraining;
import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.nn.Model;
import io.github.digitkit.nn.Parameters;
import io.github.digitkit.nn.Sequential;
import io.github.digitkit.nn.kernel.Kernels;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Lets all engines do the same work in turn, round by round in one JVM, and prints what each needs
 * and the ratio to ours. Arguments choose: {@code inference}, {@code training}; none is both.
 */
public final class Contest {
  private static final int BATCH = 256;
  private static final int[] TRAINING_BATCHES = {32, 128};
  private static final int THREADS = 2;
  private static final int LEARNING_STEPS = 30;
  private static final double MICROSECONDS = 1e6;
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Contest() {}

  /**
   * Runs and prints.
   *
   * @param arguments which parts
   */
  public static void main(String[] arguments) throws Exception {
    // Read by DJL when its engine loads: nothing is fetched, and it may use as many threads.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.pytorch.num_threads", String.valueOf(THREADS));
    List<String> parts = List.of(arguments);
    if (parts.isEmpty() || parts.contains("inference")) {
      inference(1);
      inference(THREADS);
    }
    if (parts.isEmpty() || parts.contains("training")) {
      for (int batch : TRAINING_BATCHES) {
        training(batch);
      }
    }
  }

  private static Model model() {
    Sequential network = DigitNetworks.report();
    return Model.of(network, Parameters.initialized(network, 1), Map.of())
        .withKernels(Kernels.best());
  }

  private static void inference(int threads) throws Exception {
    Model model = model();
    float[] pictures = new float[BATCH * model.inputSize()];
    Random random = new Random(2);
    for (int i = 0; i < pictures.length; i++) {
      pictures[i] = random.nextFloat();
    }
    float[] shares = new float[BATCH * model.classes()];
    try (Predictor ours = new DigitKitPredictor(model, threads);
        Predictor onnx = new OnnxRuntimePredictor(OnnxFile.of(model), threads)) {
      Turns one = new Turns();
      Turns many = new Turns();
      for (Predictor predictor : List.of(ours, onnx)) {
        one.add(predictor.name(), () -> predictor.predict(pictures, 1, shares));
        many.add(predictor.name(), () -> predictor.predict(pictures, BATCH, shares));
      }
      List<Turns.Times> single = one.run();
      OUT.printf("%ninference, batch 1, threads %d: us%n", threads);
      for (Turns.Times times : single) {
        double ratio = times.quantile(0.5) / single.get(0).quantile(0.5);
        print(
            times.name(),
            "p50 %8.1f   p99 %8.1f   %5.2f x our time",
            times.quantile(0.5),
            times.quantile(0.99),
            ratio);
      }
      rates("inference, batch " + BATCH + ", threads " + threads, many.run(), BATCH);
    }
  }

  private static void training(int batch) throws Exception {
    try (RandomTraining training = new RandomTraining(Kernels.best(), THREADS, batch);
        Learner ours = new DigitKitLearner(training);
        Learner tensorFlow = new TensorFlowLearner(THREADS, batch, training.pictures());
        Learner djl = new DjlLearner(batch, training.pictures())) {
      Turns turns = new Turns();
      for (Learner learner : List.of(ours, tensorFlow, djl)) {
        mustLearn(learner);
        turns.add(learner.name(), learner::step);
      }
      rates("training, batch " + batch + ", threads " + THREADS, turns.run(), batch);
    }
  }

  private static void mustLearn(Learner learner) throws Exception {
    double first = learner.loss();
    for (int i = 0; i < LEARNING_STEPS; i++) {
      learner.step();
    }
    double last = learner.loss();
    if (!(last < first)) {
      throw new IllegalStateException(
          learner.name() + " learns nothing: its loss goes from " + first + " to " + last);
    }
  }

  private static void rates(String what, List<Turns.Times> all, int batch) {
    OUT.printf("%n%s: samples/s%n", what);
    double ours = all.get(0).quantile(0.5);
    for (Turns.Times times : all) {
      double rate = batch * MICROSECONDS / times.quantile(0.5);
      print(times.name(), "%10.0f   %5.2f x our time", rate, times.quantile(0.5) / ours);
    }
  }

  private static void print(String name, String format, Object... values) {
    OUT.printf(Locale.ROOT, "  %-16s " + format + "%n", prepend(name, values));
  }

  private static Object[] prepend(String name, Object... values) {
    Object[] all = new Object[values.length + 1];
    all[0] = name;
    System.arraycopy(values, 0, all, 1, values.length);
    return all;
  }
}
