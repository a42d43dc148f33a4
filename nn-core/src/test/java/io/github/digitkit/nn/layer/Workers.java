package io.github.digitkit.nn.layer;

import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.nn.kernel.Workspace;
import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Runs one layer's training passes on any number of workers over shards of two samples. */
final class Workers {
  private static final int SHARD_SIZE = 2;

  final Layer layer;
  final Shape input;
  final BoundLayer bound;
  final List<ParameterSpec> specs;
  final List<float[]> parameters = new ArrayList<>();
  final List<float[]> gradients = new ArrayList<>();
  private final Kernels kernels;
  private final int batch;
  private final int workers;
  private final float[][] saved = new float[4][0];
  private final double[][] shardSums;
  private CyclicBarrier barrier = new CyclicBarrier(1);

  Workers(Layer layer, Shape input, Kernels kernels, int batch, int workers) {
    this.layer = layer;
    this.input = input;
    this.kernels = kernels;
    this.batch = batch;
    this.workers = workers;
    this.bound = layer.bind(input);
    this.specs = layer.parameters(input);
    this.shardSums = new double[shards()][0];
    for (ParameterSpec spec : specs) {
      parameters.add(new float[spec.shape().size()]);
      gradients.add(new float[spec.shape().size()]);
    }
  }

  Tensor newOutput() {
    return Tensor.zeros(layer.outputShape(input).batchOf(batch));
  }

  Tensor newInput() {
    return Tensor.zeros(input.batchOf(batch));
  }

  void run(Consumer<TrainingContext> pass) {
    barrier = new CyclicBarrier(workers);
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int w = 0; w < workers; w++) {
        TrainingContext context = new Context(w);
        running.add(threads.submit(() -> pass.accept(context)));
      }
      for (Future<?> future : running) {
        future.get();
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private int shards() {
    return (batch + SHARD_SIZE - 1) / SHARD_SIZE;
  }

  private final class Context implements TrainingContext {
    private final int worker;
    private final Workspace workspace = new Workspace();

    Context(int worker) {
      this.worker = worker;
    }

    @Override
    public Kernels kernels() {
      return kernels;
    }

    @Override
    public Workspace workspace() {
      return workspace;
    }

    @Override
    public int from() {
      return shardStart(firstShard());
    }

    @Override
    public int to() {
      return shardStart(endShard());
    }

    @Override
    public float[] parameter(int index) {
      return parameters.get(index);
    }

    @Override
    public int batch() {
      return batch;
    }

    @Override
    public float[] gradient(int index) {
      return gradients.get(index);
    }

    @Override
    public int shards() {
      return Workers.this.shards();
    }

    @Override
    public int firstShard() {
      return sliceStart(shards());
    }

    @Override
    public int endShard() {
      return sliceEnd(shards());
    }

    @Override
    public int shardStart(int shard) {
      return Math.min(batch, shard * SHARD_SIZE);
    }

    @Override
    public boolean leader() {
      return worker == 0;
    }

    @Override
    public int sliceStart(int units) {
      return units * worker / workers;
    }

    @Override
    public int sliceEnd(int units) {
      return units * (worker + 1) / workers;
    }

    @Override
    public void barrier() {
      try {
        barrier.await();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public float[] saved(int slot, int size) {
      synchronized (saved) {
        if (saved[slot].length < size) {
          saved[slot] = new float[size];
        }
        return saved[slot];
      }
    }

    @Override
    public double[] shardSums(int shard, int size) {
      synchronized (shardSums) {
        if (shardSums[shard].length < size) {
          shardSums[shard] = new double[size];
        }
        return shardSums[shard];
      }
    }

    @Override
    public long randomKey() {
      return 42;
    }
  }
}
