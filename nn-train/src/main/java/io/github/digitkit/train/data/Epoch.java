package io.github.digitkit.train.data;

import io.github.digitkit.train.data.augment.AugmentationContext;
import io.github.digitkit.train.data.augment.OtherPictures;
import io.github.digitkit.train.random.CounterRandom;
import java.util.Objects;

/**
 * The pictures of one epoch in their order, augmented when asked for.
 *
 * <p>Immutable and thread-safe; picture {@code i} has the same bits whoever asks, how often and
 * when. Contexts belong to one thread each.
 */
public final class Epoch {
  private final EpochSource source;
  private final int number;
  private final int[] order;
  private final OtherPictures others = this::copyOther;

  Epoch(EpochSource source, int number, int[] order) {
    this.source = source;
    this.number = number;
    this.order = order;
  }

  /** Number of this epoch, from 0. */
  public int number() {
    return number;
  }

  /** Number of pictures. */
  public int size() {
    return order.length;
  }

  /** Class of the picture at this place of the order. */
  public int label(int index) {
    return source.all().label(order[index]);
  }

  /**
   * Writes the augmented pictures {@code from}..{@code from + count - 1} and their labels, without
   * allocating.
   *
   * @param images {@code (count, height, width, 1)}, values 0..1. Overwritten.
   * @param labels {@code (count)}. Overwritten.
   * @param context scratch of the calling thread, from {@link EpochSource#newContext()}
   * @throws IndexOutOfBoundsException if the range is not in this epoch or an array is too short
   */
  public void fillBatch(
      int from, int count, float[] images, int[] labels, AugmentationContext context) {
    fillBatch(from, count, images, 0, labels, 0, context);
  }

  /**
   * As {@link #fillBatch(int, int, float[], int[], AugmentationContext)}, writing into the arrays
   * from the given offsets on: for several threads that fill one batch.
   *
   * @param images at least {@code imageOffset + count * height * width} values. Overwritten.
   * @param labels at least {@code labelOffset + count} values. Overwritten.
   */
  public void fillBatch(
      int from,
      int count,
      float[] images,
      int imageOffset,
      int[] labels,
      int labelOffset,
      AugmentationContext context) {
    Objects.checkFromIndexSize(from, count, order.length);
    int area = source.height() * source.width();
    for (int i = 0; i < count; i++) {
      labels[labelOffset + i] = label(from + i);
      fillPicture(from + i, images, imageOffset + i * area, context);
    }
  }

  /**
   * Writes one augmented picture.
   *
   * @param target {@code (height, width)} from {@code offset} on, values 0..1. Overwritten.
   * @param context scratch of the calling thread
   */
  public void fillPicture(int index, float[] target, int offset, AugmentationContext context) {
    float[] picture = context.picture();
    source.all().copyImage(order[index], picture, 0);
    context.start(source.pictureSeed(), number, index, others);
    source.augmentation().apply(picture, context);
    System.arraycopy(picture, 0, target, offset, picture.length);
  }

  private void copyOther(CounterRandom random, float[] target) {
    source.all().copyImage(order[random.nextInt(order.length)], target, 0);
  }
}
