package io.github.digitkit.nn.layer;

/**
 * One worker's view of a training step, for one layer. The batch is cut into a fixed number of
 * shards, whatever the number of workers; a worker's samples are those of the shards {@code
 * [firstShard, endShard)}. Sums over the batch are taken shard by shard in shard order, so that
 * they are the same bits on any number of workers.
 *
 * <p>Passes allocate nothing once warm: saved arrays are made at the first step.
 */
public interface TrainingContext extends LayerContext {
  /** Returns the samples in this step's batch. */
  int batch();

  /**
   * @param index the parameter's place in {@link Layer#parameters}
   * @return the gradient to add to, shared by all workers; for a parameter that is not trainable,
   *     an array that nobody reads
   */
  float[] gradient(int index);

  /** Returns the number of shards of this batch. */
  int shards();

  /** Returns this worker's first shard. */
  int firstShard();

  /** Returns the end (exclusive) of this worker's shards. */
  int endShard();

  /**
   * @param shard 0 to shards(); the last gives the batch's end
   * @return the first sample of that shard
   */
  int shardStart(int shard);

  /** Returns whether this worker does what only one may do; exactly one worker is it. */
  boolean leader();

  /**
   * This worker's share of work that is not cut by sample, for example a kernel's rows.
   *
   * @param units how many equal pieces there are
   * @return the first of this worker's
   */
  int sliceStart(int units);

  /**
   * @param units how many equal pieces there are
   * @return the end (exclusive) of this worker's
   */
  int sliceEnd(int units);

  /** Waits until every worker has come here; what each wrote before, all see after. */
  void barrier();

  /**
   * An array that all workers share and that keeps its contents from the forward to the backward
   * pass.
   *
   * @param slot 0 to 3
   * @param size the least length
   * @return the array
   */
  float[] saved(int slot, int size);

  /**
   * Partial sums of one shard, shared by all workers.
   *
   * @param shard 0 to shards() - 1
   * @param size the least length
   * @return the shard's array, with the contents that it was left with
   */
  double[] shardSums(int shard, int size);

  /**
   * Returns the key of this layer's random numbers in this step: of seed, epoch, step and layer.
   */
  long randomKey();
}
