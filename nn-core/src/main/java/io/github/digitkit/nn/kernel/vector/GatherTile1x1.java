package io.github.digitkit.nn.kernel.vector;

import static io.github.digitkit.nn.kernel.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** 1 row by 1 vector of columns. */
final class GatherTile1x1 implements GatherTile {
  @Override
  public int rows() {
    return 1;
  }

  @Override
  public void multiply(
      float[] a,
      int[] aBase,
      int[] aOffsets,
      float[] b,
      int bBase,
      int[] bOffsets,
      int count,
      float[] initial,
      int[] initialBase,
      float[] c,
      int[] cBase,
      int column) {
    int a0 = aBase[0];
    int i0 = initialBase[0] + column;
    FloatVector s0a = FloatVector.fromArray(SPECIES, initial, i0);
    for (int i = 0; i < count; i++) {
      int aOffset = aOffsets[i];
      int bOffset = bBase + bOffsets[i];
      FloatVector ba = FloatVector.fromArray(SPECIES, b, bOffset);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + aOffset]);
      s0a = x0.fma(ba, s0a);
    }
    int c0 = cBase[0] + column;
    s0a.intoArray(c, c0);
  }
}
