package io.github.digitkit.nn.layer;

import io.github.digitkit.nn.kernel.Conv2DGeometry;
import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.nn.kernel.PointwiseActivation;
import io.github.digitkit.nn.kernel.Pool2DGeometry;
import io.github.digitkit.nn.kernel.Workspace;
import io.github.digitkit.nn.tensor.Tensor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A convolution and the max pooling behind it as one. The convolution's output, the largest array
 * of a network, is never kept: a few samples at a time stay in the cache, and the backward pass
 * computes them again. Parameters: kernel, bias.
 */
record PooledConvolution(Conv2DGeometry conv, Pool2DGeometry pool, PointwiseActivation activation)
    implements BoundLayer {
  private static final int KERNEL = 0;
  private static final int BIAS = 1;

  /** Samples that are worked on at once. */
  private static final int GROUP = 2;

  // Workspace slots above those of the kernels.
  private static final int INPUT = 8;
  private static final int BETWEEN = 9;
  private static final int OUTPUT = 10;
  private static final int OUTPUT_GRADIENT = 11;
  private static final int BETWEEN_GRADIENT = 12;
  private static final int INPUT_GRADIENT = 13;
  private static final int KERNEL_GRADIENT = 14;
  private static final int BIAS_GRADIENT = 15;

  @Override
  public void forward(LayerContext c, Tensor x, Tensor y) {
    Workspace workspace = c.workspace();
    float[] output = workspace.floats(OUTPUT, GROUP * pool.outputSize());
    for (int start = c.from(); start < c.to(); start += GROUP) {
      int count = Math.min(GROUP, c.to() - start);
      float[] between = convolve(c, x, start, count);
      c.kernels().maxPoolForward(pool, between, output, 0, count);
      System.arraycopy(output, 0, y.array(), start * pool.outputSize(), count * pool.outputSize());
    }
  }

  private float[] convolve(LayerContext c, Tensor x, int start, int count) {
    Workspace workspace = c.workspace();
    float[] input = workspace.floats(INPUT, GROUP * conv.inputSize());
    float[] between = workspace.floats(BETWEEN, GROUP * conv.outputSize());
    System.arraycopy(x.array(), start * conv.inputSize(), input, 0, count * conv.inputSize());
    c.kernels()
        .conv2dForward(
            conv,
            input,
            c.parameter(KERNEL),
            c.parameter(BIAS),
            activation,
            between,
            0,
            count,
            workspace);
    return between;
  }

  @Override
  public void forwardTraining(TrainingContext c, Tensor x, Tensor y) {
    forward(c, x, y);
  }

  @Override
  public void backward(TrainingContext c, Tensor x, Tensor y, Tensor dy, Tensor dx) {
    backwardShards(c, x, y, dy, dx);
  }

  @Override
  public void backwardParameters(TrainingContext c, Tensor x, Tensor y, Tensor dy) {
    backwardShards(c, x, y, dy, null);
  }

  private void backwardShards(
      TrainingContext c, Tensor x, Tensor y, Tensor dy, @Nullable Tensor dx) {
    float[] kernelGradient = c.workspace().floats(KERNEL_GRADIENT, conv.kernelSize());
    float[] biasGradient = c.workspace().floats(BIAS_GRADIENT, conv.outputChannels());
    for (int shard = c.firstShard(); shard < c.endShard(); shard++) {
      Arrays.fill(kernelGradient, 0, conv.kernelSize(), 0);
      Arrays.fill(biasGradient, 0, conv.outputChannels(), 0);
      int end = c.shardStart(shard + 1);
      for (int start = c.shardStart(shard); start < end; start += GROUP) {
        backwardGroup(c, x, y, dy, dx, start, Math.min(GROUP, end - start));
      }
      double[] sums = c.shardSums(shard, conv.kernelSize() + conv.outputChannels());
      for (int i = 0; i < conv.kernelSize(); i++) {
        sums[i] = kernelGradient[i];
      }
      for (int i = 0; i < conv.outputChannels(); i++) {
        sums[conv.kernelSize() + i] = biasGradient[i];
      }
    }
    c.barrier();
    addShards(c, c.gradient(KERNEL), 0, conv.kernelSize());
    addShards(c, c.gradient(BIAS), conv.kernelSize(), conv.outputChannels());
  }

  private void backwardGroup(
      TrainingContext c, Tensor x, Tensor y, Tensor dy, @Nullable Tensor dx, int start, int count) {
    Kernels kernels = c.kernels();
    Workspace workspace = c.workspace();
    float[] between = convolve(c, x, start, count);
    float[] output = workspace.floats(OUTPUT, GROUP * pool.outputSize());
    float[] outputGradient = workspace.floats(OUTPUT_GRADIENT, GROUP * pool.outputSize());
    int size = count * pool.outputSize();
    System.arraycopy(y.array(), start * pool.outputSize(), output, 0, size);
    System.arraycopy(dy.array(), start * pool.outputSize(), outputGradient, 0, size);
    if (activation == PointwiseActivation.RELU) {
      // A maximum is positive exactly if the element that it was taken from is.
      kernels.reluBackward(output, outputGradient, 0, size);
    }
    int channels = conv.outputChannels();
    float[] biasGradient = workspace.floats(BIAS_GRADIENT, channels);
    // Pooling hands every gradient to one element: the sums are those before it.
    kernels.columnSums(outputGradient, size / channels, channels, biasGradient, 0, channels);
    float[] betweenGradient = workspace.floats(BETWEEN_GRADIENT, GROUP * conv.outputSize());
    kernels.maxPoolBackward(pool, between, output, outputGradient, betweenGradient, 0, count);
    float[] input = workspace.floats(INPUT, GROUP * conv.inputSize());
    float[] kernelGradient = workspace.floats(KERNEL_GRADIENT, conv.kernelSize());
    kernels.conv2dBackwardKernel(
        conv, input, betweenGradient, kernelGradient, count, 0, conv.kernelRows(), workspace);
    if (dx != null) {
      float[] inputGradient = workspace.floats(INPUT_GRADIENT, GROUP * conv.inputSize());
      kernels.conv2dBackwardInput(
          conv, betweenGradient, c.parameter(KERNEL), inputGradient, 0, count, workspace);
      System.arraycopy(
          inputGradient, 0, dx.array(), start * conv.inputSize(), count * conv.inputSize());
    }
  }

  /** This worker's slice of an array's gradient, shard by shard. */
  private static void addShards(TrainingContext c, float[] gradient, int offset, int size) {
    for (int i = c.sliceStart(size); i < c.sliceEnd(size); i++) {
      double sum = 0;
      for (int shard = 0; shard < c.shards(); shard++) {
        sum += c.shardSums(shard, 0)[offset + i];
      }
      gradient[i] += (float) sum;
    }
  }
}
