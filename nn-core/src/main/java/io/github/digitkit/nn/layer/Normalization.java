package io.github.digitkit.nn.layer;

import io.github.digitkit.nn.tensor.Tensor;
import java.util.Arrays;

/** The passes of {@link BatchNormalization}. Parameters: gamma, beta, moving mean and variance. */
record Normalization(int rowsPerSample, int channels, float momentum, float epsilon)
    implements BoundLayer {
  private static final int GAMMA = 0;
  private static final int BETA = 1;
  private static final int MOVING_MEAN = 2;
  private static final int MOVING_VARIANCE = 3;

  /** Saved from forward to backward: the batch's means, then its reciprocal deviations. */
  private static final int STATISTICS = 0;

  static void scale(float[] gamma, float[] variance, float epsilon, float[] scale) {
    for (int k = 0; k < gamma.length; k++) {
      scale[k] = (float) (gamma[k] / Math.sqrt((double) variance[k] + epsilon));
    }
  }

  static void shift(float[] beta, float[] mean, float[] scale, float[] shift) {
    for (int k = 0; k < beta.length; k++) {
      shift[k] = beta[k] - mean[k] * scale[k];
    }
  }

  @Override
  public void forward(LayerContext c, Tensor x, Tensor y) {
    float[] scale = c.workspace().floats(0, channels);
    float[] shift = c.workspace().floats(1, channels);
    scale(c.parameter(GAMMA), c.parameter(MOVING_VARIANCE), epsilon, scale);
    shift(c.parameter(BETA), c.parameter(MOVING_MEAN), scale, shift);
    c.kernels()
        .scaleShift(x.array(), channels, scale, shift, y.array(), row(c.from()), row(c.to()));
  }

  @Override
  public void forwardTraining(TrainingContext c, Tensor x, Tensor y) {
    for (int shard = c.firstShard(); shard < c.endShard(); shard++) {
      double[] sums = zeroedSums(c, shard);
      c.kernels().momentSums(x.array(), channels, sums, firstRow(c, shard), endRow(c, shard));
    }
    c.barrier();
    float[] scale = c.workspace().floats(0, channels);
    float[] shift = c.workspace().floats(1, channels);
    // The whole batch's moments: every worker adds the few sums up for itself.
    long rows = (long) c.batch() * rowsPerSample;
    for (int k = 0; k < channels; k++) {
      double mean = total(c, k) / rows;
      double variance = Math.max(0, total(c, channels + k) / rows - mean * mean);
      double reciprocalDeviation = 1 / Math.sqrt(variance + epsilon);
      scale[k] = (float) (c.parameter(GAMMA)[k] * reciprocalDeviation);
      shift[k] =
          (float) (c.parameter(BETA)[k] - mean * c.parameter(GAMMA)[k] * reciprocalDeviation);
      if (c.leader()) {
        keep(c, k, mean, variance, reciprocalDeviation);
      }
    }
    c.kernels()
        .scaleShift(x.array(), channels, scale, shift, y.array(), row(c.from()), row(c.to()));
  }

  private void keep(
      TrainingContext c, int k, double mean, double variance, double reciprocalDeviation) {
    float[] statistics = c.saved(STATISTICS, 2 * channels);
    statistics[k] = (float) mean;
    statistics[channels + k] = (float) reciprocalDeviation;
    move(c.parameter(MOVING_MEAN), k, mean);
    move(c.parameter(MOVING_VARIANCE), k, variance);
  }

  private void move(float[] moving, int k, double value) {
    moving[k] = (float) (moving[k] * momentum + value * (1 - momentum));
  }

  /**
   * With {@code r} the reciprocal deviation, {@code S1 = sum dy} and {@code S2 = sum dy * (x -
   * mean) * r} over {@code n} rows: {@code dx = gamma * r * (dy - S1 / n - (x - mean) * r * S2 /
   * n)}.
   */
  @Override
  public void backward(TrainingContext c, Tensor x, Tensor y, Tensor dy, Tensor dx) {
    backwardParameters(c, x, y, dy);
    float[] a = c.workspace().floats(0, channels);
    float[] b = c.workspace().floats(1, channels);
    float[] d = c.workspace().floats(2, channels);
    float[] statistics = c.saved(STATISTICS, 2 * channels);
    double rows = (double) c.batch() * rowsPerSample;
    for (int k = 0; k < channels; k++) {
      double mean = statistics[k];
      double r = statistics[channels + k];
      double factor = c.parameter(GAMMA)[k] * r;
      double sum = total(c, k);
      double product = normalizedProduct(c, k, mean, r);
      a[k] = (float) factor;
      b[k] = (float) (-factor * r * product / rows);
      d[k] = (float) (factor * (r * mean * product - sum) / rows);
    }
    c.kernels()
        .scaleAddShift(
            dy.array(), x.array(), channels, a, b, d, dx.array(), row(c.from()), row(c.to()));
  }

  @Override
  public void backwardParameters(TrainingContext c, Tensor x, Tensor y, Tensor dy) {
    for (int shard = c.firstShard(); shard < c.endShard(); shard++) {
      double[] sums = zeroedSums(c, shard);
      c.kernels()
          .gradientSums(
              x.array(), dy.array(), channels, sums, firstRow(c, shard), endRow(c, shard));
    }
    c.barrier();
    if (c.leader()) {
      float[] statistics = c.saved(STATISTICS, 2 * channels);
      for (int k = 0; k < channels; k++) {
        c.gradient(GAMMA)[k] +=
            (float) normalizedProduct(c, k, statistics[k], statistics[channels + k]);
        c.gradient(BETA)[k] += (float) total(c, k);
      }
    }
  }

  private double normalizedProduct(TrainingContext c, int k, double mean, double r) {
    return (total(c, channels + k) - mean * total(c, k)) * r;
  }

  private double[] zeroedSums(TrainingContext c, int shard) {
    double[] sums = c.shardSums(shard, 2 * channels);
    Arrays.fill(sums, 0, 2 * channels, 0);
    return sums;
  }

  /** The sum over the batch, shard by shard: the same bits on any number of workers. */
  private double total(TrainingContext c, int index) {
    double total = 0;
    for (int shard = 0; shard < c.shards(); shard++) {
      total += c.shardSums(shard, 2 * channels)[index];
    }
    return total;
  }

  private int row(int sample) {
    return sample * rowsPerSample;
  }

  private int firstRow(TrainingContext c, int shard) {
    return row(c.shardStart(shard));
  }

  private int endRow(TrainingContext c, int shard) {
    return row(c.shardStart(shard + 1));
  }
}
