package io.github.digitkit.nn.kernel.vector;

import static io.github.digitkit.nn.kernel.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** 4 rows by 1 vector of columns. */
final class GatherTile4x1 implements GatherTile {
  @Override
  public int rows() {
    return 4;
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
    int a1 = aBase[1];
    int a2 = aBase[2];
    int a3 = aBase[3];
    int i0 = initialBase[0] + column;
    FloatVector s0a = FloatVector.fromArray(SPECIES, initial, i0);
    int i1 = initialBase[1] + column;
    FloatVector s1a = FloatVector.fromArray(SPECIES, initial, i1);
    int i2 = initialBase[2] + column;
    FloatVector s2a = FloatVector.fromArray(SPECIES, initial, i2);
    int i3 = initialBase[3] + column;
    FloatVector s3a = FloatVector.fromArray(SPECIES, initial, i3);
    for (int i = 0; i < count; i++) {
      int aOffset = aOffsets[i];
      int bOffset = bBase + bOffsets[i];
      FloatVector ba = FloatVector.fromArray(SPECIES, b, bOffset);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + aOffset]);
      s0a = x0.fma(ba, s0a);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + aOffset]);
      s1a = x1.fma(ba, s1a);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + aOffset]);
      s2a = x2.fma(ba, s2a);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + aOffset]);
      s3a = x3.fma(ba, s3a);
    }
    int c0 = cBase[0] + column;
    s0a.intoArray(c, c0);
    int c1 = cBase[1] + column;
    s1a.intoArray(c, c1);
    int c2 = cBase[2] + column;
    s2a.intoArray(c, c2);
    int c3 = cBase[3] + column;
    s3a.intoArray(c, c3);
  }
}
