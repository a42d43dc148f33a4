package io.github.digitkit.train.step;

import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.nn.kernel.Workspace;
import io.github.digitkit.nn.layer.TrainingContext;
import io.github.digitkit.train.parallel.WorkerTeam;

/** One worker's view of one layer; made once, used in every step. */
final class WorkerContext implements TrainingContext {
  private final WorkerTeam team;
  private final int worker;
  private final int node;
  private final NodeMemory memory;
  private final StepFrame frame;
  private final Kernels kernels;
  private final Workspace workspace;
  private final long seed;

  WorkerContext(
      WorkerTeam team,
      int worker,
      int node,
      NodeMemory memory,
      StepFrame frame,
      Kernels kernels,
      Workspace workspace,
      long seed) {
    this.team = team;
    this.worker = worker;
    this.node = node;
    this.memory = memory;
    this.frame = frame;
    this.kernels = kernels;
    this.workspace = workspace;
    this.seed = seed;
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
    return memory.parameter(index);
  }

  @Override
  public int batch() {
    return frame.shards().batch();
  }

  @Override
  public float[] gradient(int index) {
    return memory.gradient(index);
  }

  @Override
  public int shards() {
    return frame.shards().count();
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
    return frame.shards().start(shard);
  }

  @Override
  public boolean leader() {
    return worker == 0;
  }

  @Override
  public int sliceStart(int units) {
    return Shards.sliceStart(units, worker, team.workers());
  }

  @Override
  public int sliceEnd(int units) {
    return Shards.sliceStart(units, worker + 1, team.workers());
  }

  @Override
  public void barrier() {
    team.barrier();
  }

  @Override
  public float[] saved(int slot, int size) {
    return memory.saved(slot, size);
  }

  @Override
  public double[] shardSums(int shard, int size) {
    return memory.shardSums(shard, size);
  }

  @Override
  public long randomKey() {
    return mix(mix(seed + 0x9E3779B97F4A7C15L * (frame.step() + 1)) + node);
  }

  /** Stafford's variant 13 of the 64-bit finaliser. */
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
