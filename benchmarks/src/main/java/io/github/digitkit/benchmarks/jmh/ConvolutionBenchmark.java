package io.github.digitkit.benchmarks.jmh;

import io.github.digitkit.benchmarks.ReportConvolution;
import io.github.digitkit.nn.kernel.Conv2DGeometry;
import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.nn.kernel.PointwiseActivation;
import io.github.digitkit.nn.kernel.Workspace;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Every operation of every convolution of the report's network on one core, checked. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ConvolutionBenchmark {
  /** Pictures an operation. */
  private static final int BATCH = 32;

  /** Pictures that are compared with the oracle. */
  private static final int CHECKED = 3;

  /** Which convolution. */
  @Param public ReportConvolution size = ReportConvolution.CONV1;

  /** Which kernels; the suite says which of them a fork can run. */
  @Param({"plain", "vector", "ejml"})
  public String kernels = "plain";

  private Conv2DGeometry g = size.geometry();
  private Kernels chosen = Kernels.named("plain");
  private final Workspace workspace = new Workspace();
  private float[] x = {};
  private float[] dx = {};
  private float[] kernel = {};
  private float[] dKernel = {};
  private float[] bias = {};
  private float[] y = {};
  private float[] dy = {};

  /** Returns the operations of one call at that size. */
  static double flop(String size) {
    return BATCH * ReportConvolution.valueOf(size).flop();
  }

  /** Makes the arrays and compares the kernels with the oracle. */
  @Setup
  public void prepare() {
    Numbers numbers = new Numbers();
    g = size.geometry();
    chosen = Kernels.named(kernels);
    x = numbers.around0(BATCH * g.inputSize());
    dx = new float[x.length];
    kernel = numbers.around0(g.kernelSize());
    dKernel = new float[kernel.length];
    bias = numbers.around0(g.outputChannels());
    y = new float[BATCH * g.outputSize()];
    dy = numbers.around0(y.length);
    check();
  }

  private void check() {
    Oracle oracle = new Oracle(g, CHECKED);
    int window = g.kernelRows();
    run(PointwiseActivation.LINEAR, CHECKED);
    Oracle.check(size + " forward", y, oracle.forward(x, kernel, bias), window);
    chosen.conv2dBackwardInput(g, dy, kernel, dx, 0, CHECKED, workspace);
    int taps = g.kernelHeight() * g.kernelWidth() * g.outputChannels();
    Oracle.check(size + " backward input", dx, oracle.backwardInput(dy, kernel), taps);
    chosen.conv2dBackwardKernel(g, x, dy, dKernel, CHECKED, 0, window, workspace);
    int pixels = CHECKED * g.outputPixels();
    Oracle.check(size + " backward kernel", dKernel, oracle.backwardKernel(x, dy), pixels);
    Arrays.fill(dKernel, 0);
  }

  private void run(PointwiseActivation activation, int images) {
    chosen.conv2dForward(g, x, kernel, bias, activation, y, 0, images, workspace);
  }

  /** The forward pass with ReLU. */
  @Benchmark
  public float[] forward() {
    run(PointwiseActivation.RELU, BATCH);
    return y;
  }

  /** The gradient of the input. */
  @Benchmark
  public float[] backwardInput() {
    chosen.conv2dBackwardInput(g, dy, kernel, dx, 0, BATCH, workspace);
    return dx;
  }

  /** The gradient of the kernel. */
  @Benchmark
  public float[] backwardKernel() {
    chosen.conv2dBackwardKernel(g, x, dy, dKernel, BATCH, 0, g.kernelRows(), workspace);
    return dKernel;
  }
}
