package io.github.digitkit.nn.kernel.plain;

/**
 * Whether this machine has an instruction for {@link Math#fma(float, float, float)}. Without one
 * (x86 before 2013) it is computed in big decimals, a thousand times slower; the JVM does not tell.
 */
record FusedMultiplyAdd(boolean isFast) {
  private static final int CALLS = 200;
  private static final int TRIALS = 5;

  /** Interpreted code needs about 0.03 us a call with the instruction, and 1 us without. */
  private static final long NANOSECONDS_A_CALL = 250;

  /** Times a few calls and takes the best of several trials. */
  static FusedMultiplyAdd measure() {
    long best = Long.MAX_VALUE;
    float value = 1.5f;
    for (int trial = 0; trial < TRIALS; trial++) {
      long start = System.nanoTime();
      for (int call = 0; call < CALLS; call++) {
        value = Math.fma(value, 0.999f, 0.001f);
      }
      best = Math.min(best, System.nanoTime() - start);
    }
    // The value is finite; asking keeps the calls from being dropped.
    return new FusedMultiplyAdd(best < CALLS * NANOSECONDS_A_CALL && Float.isFinite(value));
  }
}
