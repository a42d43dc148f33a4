package io.github.digitkit.benchmarks;

import io.github.digitkit.benchmarks.peak.FmaLoop;

/**
 * The most multiply-adds that one core can do: the yardstick for kernels.
 *
 * @param gigaflops GFLOP/s of one core; NaN where the JVM runs without {@code jdk.incubator.vector}
 */
public record FmaPeak(double gigaflops) {
  private static final double FLOP_PER_MICROSECOND_IN_GFLOP = 1e-3;

  /** Measures for some seconds. */
  public static FmaPeak measure() {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return new FmaPeak(Double.NaN);
    }
    float[] sink = {1};
    Stopwatch stopwatch = Stopwatch.time(() -> sink[0] = FmaLoop.run(sink[0] % 2));
    return new FmaPeak(FmaLoop.flop() / stopwatch.median() * FLOP_PER_MICROSECOND_IN_GFLOP);
  }

  /** Returns a kernel's speed as a share of the peak, 0 to 1; NaN if that is unknown. */
  public double share(double kernelGigaflops) {
    return kernelGigaflops / gigaflops;
  }
}
