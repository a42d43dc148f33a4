package io.github.digitkit.nn.layer;

import io.github.digitkit.nn.kernel.Conv2DGeometry;
import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.nn.kernel.PointwiseActivation;
import io.github.digitkit.nn.kernel.Pool2DGeometry;
import io.github.digitkit.nn.kernel.Workspace;
import io.github.digitkit.nn.tensor.Tensor;
import java.util.Arrays;

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
  private static final int OUTPUT = 9;
  private static final int OUTPUT_GRADIENT = 10;
  private static final int BETWEEN_GRADIENT = 11;
  private static final int INPUT_GRADIENT = 12;
  private static final int KERNEL_GRADIENT = 13;
  private static final int BIAS_GRADIENT = 14;

  @Override
  public void forward(LayerContext c, Tensor x, Tensor y) {
    float[] output = c.workspace().floats(OUTPUT, GROUP * pool.outputSize());
    for (int start = c.from(); start < c.to(); start += GROUP) {
      int count = Math.min(GROUP, c.to() - start);
      c.kernels()
          .conv2dMaxPoolForward(
              conv,
              pool,
              input(c, x, start, count),
              c.parameter(KERNEL),
              c.parameter(BIAS),
              activation,
              output,
              0,
              count,
              c.workspace());
      System.arraycopy(output, 0, y.array(), start * pool.outputSize(), count * pool.outputSize());
    }
  }

  private float[] input(LayerContext c, Tensor x, int start, int count) {
    float[] input = c.workspace().floats(INPUT, GROUP * conv.inputSize());
    System.arraycopy(x.array(), start * conv.inputSize(), input, 0, count * conv.inputSize());
    return input;
  }

  @Override
  public void forwardTraining(TrainingContext c, Tensor x, Tensor y) {
    forward(c, x, y);
  }

  @Override
  public void backward(TrainingContext c, Tensor x, Tensor y, Tensor dy, Tensor dx) {
    for (int shard = c.firstShard(); shard < c.endShard(); shard++) {
      clearGradients(c);
      int end = c.shardStart(shard + 1);
      for (int start = c.shardStart(shard); start < end; start += GROUP) {
        int count = Math.min(GROUP, end - start);
        addGroup(c, x, y, dy, start, count);
        backwardInput(c, dx, start, count);
      }
      keepShard(c, shard);
    }
    addShards(c);
  }

  @Override
  public void backwardParameters(TrainingContext c, Tensor x, Tensor y, Tensor dy) {
    for (int shard = c.firstShard(); shard < c.endShard(); shard++) {
      clearGradients(c);
      int end = c.shardStart(shard + 1);
      for (int start = c.shardStart(shard); start < end; start += GROUP) {
        addGroup(c, x, y, dy, start, Math.min(GROUP, end - start));
      }
      keepShard(c, shard);
    }
    addShards(c);
  }

  private void clearGradients(TrainingContext c) {
    Arrays.fill(kernelGradient(c), 0, conv.kernelSize(), 0);
    Arrays.fill(biasGradient(c), 0, conv.outputChannels(), 0);
  }

  /** Adds a few samples' gradients of kernel and bias; leaves that of the convolution's output. */
  private void addGroup(TrainingContext c, Tensor x, Tensor y, Tensor dy, int start, int count) {
    Kernels kernels = c.kernels();
    float[] input = input(c, x, start, count);
    float[] output = c.workspace().floats(OUTPUT, GROUP * pool.outputSize());
    float[] outputGradient = c.workspace().floats(OUTPUT_GRADIENT, GROUP * pool.outputSize());
    int size = count * pool.outputSize();
    System.arraycopy(y.array(), start * pool.outputSize(), output, 0, size);
    System.arraycopy(dy.array(), start * pool.outputSize(), outputGradient, 0, size);
    if (activation == PointwiseActivation.RELU) {
      // A maximum is positive exactly if the element that it was taken from is.
      kernels.reluBackward(output, outputGradient, 0, size);
    }
    // Pooling hands every gradient to one element: the bias' sums are those before it.
    int channels = conv.outputChannels();
    kernels.columnSums(outputGradient, size / channels, channels, biasGradient(c), 0, channels);
    float[] gradient = betweenGradient(c);
    kernels.conv2dMaxPoolBackward(
        conv,
        pool,
        input,
        c.parameter(KERNEL),
        c.parameter(BIAS),
        activation,
        output,
        outputGradient,
        gradient,
        0,
        count,
        c.workspace());
    kernels.conv2dBackwardKernel(
        conv, input, gradient, kernelGradient(c), count, 0, conv.kernelRows(), c.workspace());
  }

  private void backwardInput(TrainingContext c, Tensor dx, int start, int count) {
    Workspace workspace = c.workspace();
    float[] gradient = workspace.floats(INPUT_GRADIENT, GROUP * conv.inputSize());
    c.kernels()
        .conv2dBackwardInput(
            conv, betweenGradient(c), c.parameter(KERNEL), gradient, 0, count, workspace);
    int size = conv.inputSize();
    System.arraycopy(gradient, 0, dx.array(), start * size, count * size);
  }

  private float[] kernelGradient(TrainingContext c) {
    return c.workspace().floats(KERNEL_GRADIENT, conv.kernelSize());
  }

  private float[] biasGradient(TrainingContext c) {
    return c.workspace().floats(BIAS_GRADIENT, conv.outputChannels());
  }

  private float[] betweenGradient(TrainingContext c) {
    return c.workspace().floats(BETWEEN_GRADIENT, GROUP * conv.outputSize());
  }

  private void keepShard(TrainingContext c, int shard) {
    double[] sums = c.shardSums(shard, conv.kernelSize() + conv.outputChannels());
    widen(kernelGradient(c), conv.kernelSize(), sums, 0);
    widen(biasGradient(c), conv.outputChannels(), sums, conv.kernelSize());
  }

  private static void widen(float[] values, int count, double[] target, int start) {
    for (int i = 0; i < count; i++) {
      target[start + i] = values[i];
    }
  }

  private void addShards(TrainingContext c) {
    c.barrier();
    addShards(c, c.gradient(KERNEL), 0, conv.kernelSize());
    addShards(c, c.gradient(BIAS), conv.kernelSize(), conv.outputChannels());
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
