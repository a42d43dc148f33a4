package io.github.digitkit.train.random;

/**
 * A stream of random numbers named by a key of up to three numbers, such as (seed, epoch, picture).
 *
 * <p>Number {@code k} of a stream is the SplitMix64 finaliser of {@code key + k * golden ratio}
 * (Steele, Lea, Flood 2014), so any stream can be entered at any time by any thread, and the same
 * key gives the same numbers on every machine and JDK: only exact arithmetic and {@code StrictMath}
 * are used. One object can be re-keyed for ever without allocating.
 *
 * <p>Not thread-safe: one object a thread. Not for secrets.
 */
public final class CounterRandom {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final float FLOAT_UNIT = 0x1p-24f;
  private static final double DOUBLE_UNIT = 0x1p-53;

  private long state;

  /** A stream with the key (seed, 0, 0). */
  public CounterRandom(long seed) {
    rekey(seed, 0, 0);
  }

  /** A stream with the key (seed, first, second). */
  public CounterRandom(long seed, long first, long second) {
    rekey(seed, first, second);
  }

  /** Goes to the start of the stream with this key. */
  public void rekey(long seed, long first, long second) {
    long key = mix(seed + GOLDEN);
    key = mix(key ^ (first * 0xD1342543DE82EF95L + 0x2545F4914F6CDD1DL));
    state = mix(key ^ (second * 0xDA942042E4DD58B5L + 0x1B873593CC9E2D51L));
  }

  /** 64 random bits. */
  public long nextLong() {
    state += GOLDEN;
    return mix(state);
  }

  /** Uniform in [0, 1), a multiple of 2^-24. */
  public float nextFloat() {
    return (nextLong() >>> 40) * FLOAT_UNIT;
  }

  /** Uniform in [0, 1), a multiple of 2^-53. */
  public double nextDouble() {
    return (nextLong() >>> 11) * DOUBLE_UNIT;
  }

  /** Uniform in [low, high). */
  public float uniform(float low, float high) {
    return low + (high - low) * nextFloat();
  }

  /** Uniform in [low, high). */
  public double uniform(double low, double high) {
    return low + (high - low) * nextDouble();
  }

  /**
   * Uniform in 0..bound-1, from 32 random bits; for bounds of pictures and classes the bias (below
   * bound / 2^32) does not matter.
   *
   * @throws IllegalArgumentException if bound is below 1
   */
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound must be at least 1, got " + bound);
    }
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }

  /** True with this probability; 0 is never, 1 is always. */
  public boolean chance(double probability) {
    return nextDouble() < probability;
  }

  /** Normal with mean 0 and deviation 1; tails are cut at about 3.7. */
  public float nextGaussian() {
    return GaussianTable.value(nextLong());
  }

  /**
   * Adds {@code deviation} times a normal number to each of the first {@code count} values; quicker
   * than {@link #nextGaussian()}, four numbers from one draw, of 4,096 levels.
   *
   * @param values Added to.
   */
  public void addGaussians(float[] values, int count, float deviation) {
    int i = 0;
    for (; i + 4 <= count; i += 4) {
      long bits = nextLong();
      values[i] += deviation * GaussianTable.coarse(bits);
      values[i + 1] += deviation * GaussianTable.coarse(bits >>> 12);
      values[i + 2] += deviation * GaussianTable.coarse(bits >>> 24);
      values[i + 3] += deviation * GaussianTable.coarse(bits >>> 36);
    }
    for (; i < count; i++) {
      values[i] += deviation * GaussianTable.coarse(nextLong());
    }
  }

  /**
   * Puts the first {@code count} values in random order (Fisher-Yates).
   *
   * @param values Overwritten.
   */
  public void shuffle(int[] values, int count) {
    for (int i = count - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int swapped = values[i];
      values[i] = values[j];
      values[j] = swapped;
    }
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
