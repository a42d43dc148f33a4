package io.github.digitkit.train;

import io.github.digitkit.train.data.Epoch;
import io.github.digitkit.train.data.EpochSource;
import io.github.digitkit.train.data.augment.AugmentationContext;
import io.github.digitkit.train.step.BatchSource;

/**
 * The batches of one epoch after another. Workers prepare the pictures of their own samples at the
 * start of a step: no queue, no thread beside them to feed, and no picture waits outside a cache.
 */
final class EpochBatches implements BatchSource {
  private final AugmentationContext[] contexts;
  private final int pictureSize;
  private Epoch epoch;
  private int start;

  EpochBatches(EpochSource source, int workers, int firstEpoch) {
    contexts = new AugmentationContext[workers];
    java.util.Arrays.setAll(contexts, worker -> source.newContext());
    pictureSize = source.height() * source.width();
    epoch = source.epoch(firstEpoch);
  }

  void begin(Epoch next) {
    epoch = next;
    start = 0;
  }

  /** Says where the next step's batch begins in the epoch. */
  void moveTo(int index) {
    start = index;
  }

  @Override
  public void fill(int worker, int from, int to, float[] images, int[] labels) {
    epoch.fillBatch(
        start + from, to - from, images, from * pictureSize, labels, from, contexts[worker]);
  }
}
