package io.github.digitkit.benchmarks;

import io.github.digitkit.nn.kernel.Kernels;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * A few minutes' look at how fast this machine computes: prediction, recognition, training,
 * kernels.
 */
public final class Tour {
  private static final int[] BATCHES = {32, 128};

  private final Kernels kernels;

  /** Makes a tour with these kernels. */
  public Tour(Kernels kernels) {
    this.kernels = kernels;
  }

  /**
   * Measures and hands on every figure as soon as there is one.
   *
   * @param found takes the figures
   */
  public void run(Consumer<Measurement> found) {
    new InferenceTour(kernels).run(found);
    new RecognitionTour().run(found);
    for (int batch : BATCHES) {
      new TrainingTour(kernels, Runtime.getRuntime().availableProcessors()).run(batch, found);
    }
    new TrainingProfile(kernels).run(found);
    FmaPeak peak = FmaPeak.measure();
    if (!Double.isNaN(peak.gigaflops())) {
      found.accept(
          new Measurement("multiply-add peak, one core", "none", peak.gigaflops(), "GFLOP/s"));
    }
    for (ReportConvolution size : ReportConvolution.values()) {
      new ConvolutionTour(size, kernels, peak).run(found);
    }
  }

  /**
   * Prints a table, or with {@code --json} one object a line.
   *
   * @param arguments {@code --json}, or none
   */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    boolean json = List.of(arguments).contains("--json");
    new Tour(Kernels.best())
        .run(measurement -> out.println(json ? measurement.json() : measurement.row()));
  }
}
