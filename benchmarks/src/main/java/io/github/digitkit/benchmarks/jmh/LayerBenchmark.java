package io.github.digitkit.benchmarks.jmh;

import io.github.digitkit.benchmarks.ReportConvolution;
import io.github.digitkit.nn.kernel.Conv2DGeometry;
import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.nn.kernel.Padding;
import io.github.digitkit.nn.kernel.PointwiseActivation;
import io.github.digitkit.nn.kernel.Pool2DGeometry;
import io.github.digitkit.nn.kernel.Window;
import io.github.digitkit.nn.kernel.Workspace;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What is no plain convolution: the first convolution with its pooling, pooling alone, the passes
 * of BatchNormalization over the largest array that has one, dense. Batch 32, one core.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LayerBenchmark {
  private static final int BATCH = 32;
  private static final int CLASSES = 10;

  /** Which kernels. */
  @Param({"plain", "vector"})
  public String kernels = "plain";

  private final Conv2DGeometry conv = ReportConvolution.CONV1.geometry();
  private final Pool2DGeometry pool =
      Pool2DGeometry.of(
          conv.outputHeight(),
          conv.outputWidth(),
          conv.outputChannels(),
          Window.square(2, 2),
          Padding.VALID);
  private final Conv2DGeometry normalized = ReportConvolution.CONV2.geometry();
  private final Conv2DGeometry dense =
      Conv2DGeometry.dense(ReportConvolution.CONV6.geometry().outputSize(), CLASSES);
  private final int channels = normalized.outputChannels();
  private final int rows = BATCH * normalized.outputPixels();
  private final Numbers numbers = new Numbers();
  private final float[] x = numbers.upTo1(BATCH * conv.inputSize());
  private final float[] kernel = numbers.around0(conv.kernelSize());
  private final float[] bias = numbers.around0(conv.outputChannels());
  private final float[] between = numbers.around0(BATCH * conv.outputSize());
  private final float[] pooled = new float[BATCH * pool.outputSize()];
  private final float[] pooledGradient = numbers.around0(pooled.length);
  private final float[] gradient = new float[between.length];
  private final float[] values = numbers.around0(rows * channels);
  private final float[] slopes = numbers.around0(rows * channels);
  private final float[] scale = numbers.around0(channels);
  private final float[] shift = numbers.around0(channels);
  private final double[] sums = new double[2 * channels];
  private final float[] result = new float[values.length];
  private final float[] features = numbers.around0(BATCH * dense.inputSize());
  private final float[] denseKernel = numbers.around0(dense.kernelSize());
  private final float[] logits = new float[BATCH * CLASSES];
  private final Workspace workspace = new Workspace();
  private Kernels chosen = Kernels.named("plain");

  /** Chooses the kernels. */
  @Setup
  public void prepare() {
    chosen = Kernels.named(kernels);
    pooledConvolution();
  }

  /** The first convolution and its max pooling. */
  @Benchmark
  public float[] pooledConvolution() {
    chosen.conv2dMaxPoolForward(
        conv, pool, x, kernel, bias, PointwiseActivation.RELU, pooled, 0, BATCH, workspace);
    return pooled;
  }

  /** Its gradient back to the convolution's output. */
  @Benchmark
  public float[] pooledConvolutionBackward() {
    chosen.conv2dMaxPoolBackward(
        conv,
        pool,
        x,
        kernel,
        bias,
        PointwiseActivation.RELU,
        pooled,
        pooledGradient,
        gradient,
        0,
        BATCH,
        workspace);
    return gradient;
  }

  /** Max pooling of 26x26x32. */
  @Benchmark
  public float[] maxPooling() {
    chosen.maxPoolForward(pool, between, pooled, 0, BATCH);
    return pooled;
  }

  /** Its gradient. */
  @Benchmark
  public float[] maxPoolingBackward() {
    chosen.maxPoolBackward(pool, between, pooled, pooledGradient, gradient, 0, BATCH);
    return gradient;
  }

  /** Sums of 11x11x32 and of its squares. */
  @Benchmark
  public double[] normalizationMoments() {
    chosen.momentSums(values, channels, sums, 0, rows);
    return sums;
  }

  /** The normalising itself. */
  @Benchmark
  public float[] normalizationScale() {
    chosen.scaleShift(values, channels, scale, shift, result, 0, rows);
    return result;
  }

  /** Sums for the gradient. */
  @Benchmark
  public double[] normalizationGradientSums() {
    chosen.gradientSums(values, slopes, channels, sums, 0, rows);
    return sums;
  }

  /** The gradient itself. */
  @Benchmark
  public float[] normalizationGradient() {
    chosen.scaleAddShift(slopes, values, channels, scale, shift, scale, result, 0, rows);
    return result;
  }

  /** 64 features to 10 classes. */
  @Benchmark
  public float[] dense() {
    chosen.conv2dForward(
        dense,
        features,
        denseKernel,
        bias,
        PointwiseActivation.LINEAR,
        logits,
        0,
        BATCH,
        workspace);
    return logits;
  }
}
