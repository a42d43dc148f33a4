package io.github.digitkit.benchmarks;

import io.github.digitkit.nn.kernel.Conv2DGeometry;
import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.nn.kernel.PointwiseActivation;
import io.github.digitkit.nn.kernel.Workspace;
import java.util.Random;
import java.util.function.Consumer;

/** The three operations of a convolution at one of the report's sizes, as GFLOP/s. */
final class ConvolutionTour {
  private static final int BATCH = 32;
  private static final double FLOP_PER_MICROSECOND_IN_GFLOP = 1e-3;

  private final ReportConvolution size;
  private final Kernels kernels;
  private final FmaPeak peak;
  private final Random random = new Random(1);

  ConvolutionTour(ReportConvolution size, Kernels kernels, FmaPeak peak) {
    this.size = size;
    this.kernels = kernels;
    this.peak = peak;
  }

  void run(Consumer<Measurement> found) {
    Conv2DGeometry g = size.geometry();
    float[] x = numbers(BATCH * g.inputSize());
    float[] dx = new float[x.length];
    float[] kernel = numbers(g.kernelSize());
    float[] dKernel = new float[kernel.length];
    float[] bias = numbers(g.outputChannels());
    float[] y = new float[BATCH * g.outputSize()];
    float[] dy = numbers(y.length);
    Workspace workspace = new Workspace();
    found.accept(
        measured(
            "forward",
            () ->
                kernels.conv2dForward(
                    g, x, kernel, bias, PointwiseActivation.RELU, y, 0, BATCH, workspace)));
    found.accept(
        measured(
            "backward input",
            () -> kernels.conv2dBackwardInput(g, dy, kernel, dx, 0, BATCH, workspace)));
    found.accept(
        measured(
            "backward kernel",
            () ->
                kernels.conv2dBackwardKernel(
                    g, x, dy, dKernel, BATCH, 0, g.kernelRows(), workspace)));
  }

  private Measurement measured(String operation, Runnable run) {
    double microseconds = Stopwatch.time(run).median();
    double speed = size.flop() * BATCH / microseconds * FLOP_PER_MICROSECOND_IN_GFLOP;
    String what = size.name().toLowerCase(java.util.Locale.ROOT) + " " + operation;
    return new Measurement(
        what + ", batch " + BATCH, kernels.name(), speed, "GFLOP/s", peak.share(speed));
  }

  private float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = random.nextFloat() * 2 - 1;
    }
    return numbers;
  }
}
