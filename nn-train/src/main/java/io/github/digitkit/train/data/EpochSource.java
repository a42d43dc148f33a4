package io.github.digitkit.train.data;

import io.github.digitkit.train.data.augment.Augmentation;
import io.github.digitkit.train.data.augment.AugmentationContext;
import io.github.digitkit.train.random.CounterRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes epochs: all pictures of the main data set and, from each further pool, a share drawn anew
 * every epoch, shuffled and augmented.
 *
 * <p>Epoch {@code n} follows from the seed and {@code n} alone, and so does each of its pictures:
 * training may resume at any epoch, and any thread may prepare any picture, with the same bits.
 *
 * <p>Immutable and thread-safe.
 */
public final class EpochSource {
  private static final long ORDER_STREAM = 0x6F72646572L;
  private static final long PICTURE_STREAM = 0x70696374757265L;

  private final Dataset main;
  private final List<Pool> pools;
  private final Dataset all;
  private final Augmentation augmentation;
  private final long seed;
  private final boolean shuffled;
  private final int epochSize;

  /** A further data set and how many of its pictures each epoch takes. */
  private record Pool(Dataset pictures, int count) {}

  private EpochSource(Builder builder) {
    this.main = builder.main;
    this.pools = List.copyOf(builder.pools);
    this.augmentation = builder.augmentation;
    this.seed = builder.seed;
    this.shuffled = builder.shuffled;
    List<Dataset> parts = new ArrayList<>(List.of(main));
    int pictures = main.size();
    for (Pool pool : pools) {
      parts.add(pool.pictures());
      pictures = Math.addExact(pictures, pool.count());
    }
    this.all = new JoinedDatasets(parts);
    this.epochSize = pictures;
  }

  /** Epochs of this data set, shuffled, without augmentation, seed 0, unless said otherwise. */
  public static Builder of(Dataset main) {
    return new Builder(main);
  }

  /** Pictures in each epoch. */
  public int epochSize() {
    return epochSize;
  }

  /** Rows of each picture. */
  public int height() {
    return main.height();
  }

  /** Columns of each picture. */
  public int width() {
    return main.width();
  }

  /** Number of classes: the most that any of the data sets has. */
  public int classes() {
    return all.classes();
  }

  /** Scratch for one thread that fills batches. */
  public AugmentationContext newContext() {
    return new AugmentationContext(height(), width());
  }

  /**
   * The epoch with this number, counted from 0.
   *
   * @throws IllegalArgumentException if the number is negative
   */
  public Epoch epoch(int number) {
    if (number < 0) {
      throw new IllegalArgumentException("epochs count from 0, got " + number);
    }
    return new Epoch(this, number, draw(number));
  }

  /** Positions in the concatenation of all data sets, in the order of the epoch. */
  private int[] draw(int number) {
    CounterRandom random = new CounterRandom(seed, ORDER_STREAM, number);
    int[] order = new int[epochSize];
    for (int i = 0; i < main.size(); i++) {
      order[i] = i;
    }
    int filled = main.size();
    int start = main.size();
    for (Pool pool : pools) {
      filled = drawFrom(pool, start, order, filled, random);
      start += pool.pictures().size();
    }
    if (shuffled) {
      random.shuffle(order, epochSize);
    }
    return order;
  }

  /** No picture of a pool comes a second time before all have come once. */
  private static int drawFrom(Pool pool, int start, int[] order, int from, CounterRandom random) {
    int poolSize = pool.pictures().size();
    int[] members = new int[poolSize];
    int filled = from;
    int end = from + pool.count();
    while (filled < end) {
      for (int i = 0; i < poolSize; i++) {
        members[i] = start + i;
      }
      random.shuffle(members, poolSize);
      int taken = Math.min(poolSize, end - filled);
      System.arraycopy(members, 0, order, filled, taken);
      filled += taken;
    }
    return filled;
  }

  /** All data sets one after another; {@link Epoch} holds indices into it. */
  Dataset all() {
    return all;
  }

  Augmentation augmentation() {
    return augmentation;
  }

  long pictureSeed() {
    return seed ^ PICTURE_STREAM;
  }

  /** Says what an epoch is made of. */
  public static final class Builder {
    private final Dataset main;
    private final List<Pool> pools = new ArrayList<>();
    private Augmentation augmentation = Augmentation.none();
    private long seed;
    private boolean shuffled = true;

    private Builder(Dataset main) {
      if (main.size() < 1) {
        throw new IllegalArgumentException("the data set is empty");
      }
      this.main = main;
    }

    /**
     * Adds to each epoch pictures drawn from a pool, {@code share} times as many as the main data
     * set has (rounded).
     *
     * @throws IllegalArgumentException if the pictures have another size, or the share is negative
     */
    public Builder mix(Dataset pool, double share) {
      if (pool.height() != main.height() || pool.width() != main.width()) {
        throw new IllegalArgumentException(
            "pool: expected pictures of %dx%d, got %dx%d"
                .formatted(main.height(), main.width(), pool.height(), pool.width()));
      }
      if (!(share >= 0) || share > 1000 || pool.size() == 0) {
        throw new IllegalArgumentException(
            "pool of %d pictures: share must be 0..1000, got %s".formatted(pool.size(), share));
      }
      pools.add(new Pool(pool, Math.toIntExact(Math.round(share * main.size()))));
      return this;
    }

    /** Changes every picture, every time anew. */
    public Builder augmentation(Augmentation value) {
      augmentation = value;
      return this;
    }

    /** Seeds order, draws and augmentation. */
    public Builder seed(long value) {
      seed = value;
      return this;
    }

    /** Keeps the order of the data sets: for evaluation. */
    public Builder inOrder() {
      shuffled = false;
      return this;
    }

    /** Builds the source. */
    public EpochSource build() {
      return new EpochSource(this);
    }
  }
}
