package io.github.digitkit.train.step;

/**
 * How a batch is cut into shards: equal to within one sample, and the same on any number of
 * workers, so that sums taken shard by shard are the same bits.
 *
 * @param batch the number of samples
 * @param count the number of shards
 */
record Shards(int batch, int count) {
  static final int MOST = 16;

  private static final int SAMPLES = 8;

  /** The shards of a batch of this size. */
  static Shards of(int batch) {
    return new Shards(batch, Math.min(MOST, (batch + SAMPLES - 1) / SAMPLES));
  }

  /** The first sample of a shard; for {@code count} the end of the batch. */
  int start(int shard) {
    return sliceStart(batch, shard, count);
  }

  /** The first of {@code units} that belongs to part {@code part} of {@code parts}. */
  static int sliceStart(int units, int part, int parts) {
    return (int) ((long) units * part / parts);
  }
}
