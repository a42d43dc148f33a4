package io.github.digitkit.nn.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The vectors of this machine. Constants, so that the compiler can fold them. */
final class Lanes {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /** Floats in a vector. */
  static final int COUNT = SPECIES.length();

  /** Registers of 512 bit come as 32, as do those of ARM; others may be only 16. */
  static final boolean MANY_REGISTERS =
      SPECIES.vectorBitSize() == 512 || System.getProperty("os.arch").equals("aarch64");

  private Lanes() {}

  /** Returns the least multiple of the vector's length that holds so many floats. */
  static int padded(int floats) {
    return (floats + COUNT - 1) / COUNT * COUNT;
  }
}
