package io.github.digitkit.benchmarks.peak;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Nothing but fused multiply-adds in registers: what no kernel can surpass. Needs the module {@code
 * jdk.incubator.vector}.
 */
public final class FmaLoop {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /** Independent sums, enough to hide the latency of an instruction. */
  private static final int SUMS = 12;

  private static final int ROUNDS = 10_000;

  private FmaLoop() {}

  /** Returns the operations of one {@link #run}, multiply and add counted apart. */
  public static long flop() {
    return 2L * SUMS * SPECIES.length() * ROUNDS;
  }

  /**
   * Computes for some microseconds.
   *
   * @param seed any number
   * @return a number that depends on everything computed
   */
  public static float run(float seed) {
    FloatVector x = FloatVector.broadcast(SPECIES, seed);
    FloatVector factor = FloatVector.broadcast(SPECIES, 0.5f);
    FloatVector s0 = x;
    FloatVector s1 = x;
    FloatVector s2 = x;
    FloatVector s3 = x;
    FloatVector s4 = x;
    FloatVector s5 = x;
    FloatVector s6 = x;
    FloatVector s7 = x;
    FloatVector s8 = x;
    FloatVector s9 = x;
    FloatVector s10 = x;
    FloatVector s11 = x;
    for (int round = 0; round < ROUNDS; round++) {
      s0 = s0.fma(factor, x);
      s1 = s1.fma(factor, x);
      s2 = s2.fma(factor, x);
      s3 = s3.fma(factor, x);
      s4 = s4.fma(factor, x);
      s5 = s5.fma(factor, x);
      s6 = s6.fma(factor, x);
      s7 = s7.fma(factor, x);
      s8 = s8.fma(factor, x);
      s9 = s9.fma(factor, x);
      s10 = s10.fma(factor, x);
      s11 = s11.fma(factor, x);
    }
    return s0.add(s1)
        .add(s2)
        .add(s3)
        .add(s4)
        .add(s5)
        .add(s6)
        .add(s7)
        .add(s8)
        .add(s9)
        .add(s10)
        .add(s11)
        .reduceLanes(VectorOperators.ADD);
  }
}
