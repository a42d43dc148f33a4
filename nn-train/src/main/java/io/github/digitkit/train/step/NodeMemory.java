package io.github.digitkit.train.step;

import io.github.digitkit.nn.layer.ParameterSpec;
import io.github.digitkit.nn.tensor.Tensor;
import java.util.List;

/** What one layer keeps during training, shared by all workers. */
final class NodeMemory {
  private static final int SLOTS = 4;

  private final float[][] parameters;
  private final float[][] gradients;
  private final float[][] saved = new float[SLOTS][0];
  private final double[][] shardSums = new double[Shards.MOST][0];

  NodeMemory(List<ParameterSpec> specs, List<Tensor> tensors) {
    parameters = new float[specs.size()][];
    gradients = new float[specs.size()][];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = tensors.get(i).array();
      gradients[i] = new float[parameters[i].length];
    }
  }

  float[] parameter(int index) {
    return parameters[index];
  }

  float[] gradient(int index) {
    return gradients[index];
  }

  /** Any worker may be the first to ask, so making the array is guarded. */
  float[] saved(int slot, int size) {
    float[] array = saved[slot];
    return array.length >= size ? array : grownSaved(slot, size);
  }

  private synchronized float[] grownSaved(int slot, int size) {
    if (saved[slot].length < size) {
      saved[slot] = new float[size];
    }
    return saved[slot];
  }

  double[] shardSums(int shard, int size) {
    double[] array = shardSums[shard];
    return array.length >= size ? array : grownShardSums(shard, size);
  }

  private synchronized double[] grownShardSums(int shard, int size) {
    if (shardSums[shard].length < size) {
      shardSums[shard] = new double[size];
    }
    return shardSums[shard];
  }
}
