package io.github.digitkit.nn.kernel.vector;

import static io.github.digitkit.nn.kernel.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** 8 rows by 1 vector of columns. */
final class GatherTile8x1 implements GatherTile {
  @Override
  public int rows() {
    return 8;
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
    int a4 = aBase[4];
    int a5 = aBase[5];
    int a6 = aBase[6];
    int a7 = aBase[7];
    int i0 = initialBase[0] + column;
    FloatVector s0a = FloatVector.fromArray(SPECIES, initial, i0);
    int i1 = initialBase[1] + column;
    FloatVector s1a = FloatVector.fromArray(SPECIES, initial, i1);
    int i2 = initialBase[2] + column;
    FloatVector s2a = FloatVector.fromArray(SPECIES, initial, i2);
    int i3 = initialBase[3] + column;
    FloatVector s3a = FloatVector.fromArray(SPECIES, initial, i3);
    int i4 = initialBase[4] + column;
    FloatVector s4a = FloatVector.fromArray(SPECIES, initial, i4);
    int i5 = initialBase[5] + column;
    FloatVector s5a = FloatVector.fromArray(SPECIES, initial, i5);
    int i6 = initialBase[6] + column;
    FloatVector s6a = FloatVector.fromArray(SPECIES, initial, i6);
    int i7 = initialBase[7] + column;
    FloatVector s7a = FloatVector.fromArray(SPECIES, initial, i7);
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
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[a4 + aOffset]);
      s4a = x4.fma(ba, s4a);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[a5 + aOffset]);
      s5a = x5.fma(ba, s5a);
      FloatVector x6 = FloatVector.broadcast(SPECIES, a[a6 + aOffset]);
      s6a = x6.fma(ba, s6a);
      FloatVector x7 = FloatVector.broadcast(SPECIES, a[a7 + aOffset]);
      s7a = x7.fma(ba, s7a);
    }
    int c0 = cBase[0] + column;
    s0a.intoArray(c, c0);
    int c1 = cBase[1] + column;
    s1a.intoArray(c, c1);
    int c2 = cBase[2] + column;
    s2a.intoArray(c, c2);
    int c3 = cBase[3] + column;
    s3a.intoArray(c, c3);
    int c4 = cBase[4] + column;
    s4a.intoArray(c, c4);
    int c5 = cBase[5] + column;
    s5a.intoArray(c, c5);
    int c6 = cBase[6] + column;
    s6a.intoArray(c, c6);
    int c7 = cBase[7] + column;
    s7a.intoArray(c, c7);
  }
}
