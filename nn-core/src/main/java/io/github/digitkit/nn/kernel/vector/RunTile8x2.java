package io.github.digitkit.nn.kernel.vector;

import static io.github.digitkit.nn.kernel.vector.Lanes.COUNT;
import static io.github.digitkit.nn.kernel.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** 8 rows by 2 vectors of columns. */
final class RunTile8x2 implements RunTile {
  @Override
  public int rows() {
    return 8;
  }

  @Override
  public void multiply(
      float[] a,
      int[] aBase,
      int aOffset,
      float[] b,
      int bOffset,
      int bStep,
      int count,
      float[] initial,
      int[] initialBase,
      float[] c,
      int[] cBase,
      int column) {
    int a0 = aBase[0] + aOffset;
    int a1 = aBase[1] + aOffset;
    int a2 = aBase[2] + aOffset;
    int a3 = aBase[3] + aOffset;
    int a4 = aBase[4] + aOffset;
    int a5 = aBase[5] + aOffset;
    int a6 = aBase[6] + aOffset;
    int a7 = aBase[7] + aOffset;
    int i0 = initialBase[0] + column;
    FloatVector s0a = FloatVector.fromArray(SPECIES, initial, i0);
    FloatVector s0b = FloatVector.fromArray(SPECIES, initial, i0 + COUNT);
    int i1 = initialBase[1] + column;
    FloatVector s1a = FloatVector.fromArray(SPECIES, initial, i1);
    FloatVector s1b = FloatVector.fromArray(SPECIES, initial, i1 + COUNT);
    int i2 = initialBase[2] + column;
    FloatVector s2a = FloatVector.fromArray(SPECIES, initial, i2);
    FloatVector s2b = FloatVector.fromArray(SPECIES, initial, i2 + COUNT);
    int i3 = initialBase[3] + column;
    FloatVector s3a = FloatVector.fromArray(SPECIES, initial, i3);
    FloatVector s3b = FloatVector.fromArray(SPECIES, initial, i3 + COUNT);
    int i4 = initialBase[4] + column;
    FloatVector s4a = FloatVector.fromArray(SPECIES, initial, i4);
    FloatVector s4b = FloatVector.fromArray(SPECIES, initial, i4 + COUNT);
    int i5 = initialBase[5] + column;
    FloatVector s5a = FloatVector.fromArray(SPECIES, initial, i5);
    FloatVector s5b = FloatVector.fromArray(SPECIES, initial, i5 + COUNT);
    int i6 = initialBase[6] + column;
    FloatVector s6a = FloatVector.fromArray(SPECIES, initial, i6);
    FloatVector s6b = FloatVector.fromArray(SPECIES, initial, i6 + COUNT);
    int i7 = initialBase[7] + column;
    FloatVector s7a = FloatVector.fromArray(SPECIES, initial, i7);
    FloatVector s7b = FloatVector.fromArray(SPECIES, initial, i7 + COUNT);
    int row = bOffset;
    for (int i = 0; i < count; i++) {
      FloatVector ba = FloatVector.fromArray(SPECIES, b, row);
      FloatVector bb = FloatVector.fromArray(SPECIES, b, row + COUNT);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + i]);
      s0a = x0.fma(ba, s0a);
      s0b = x0.fma(bb, s0b);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + i]);
      s1a = x1.fma(ba, s1a);
      s1b = x1.fma(bb, s1b);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + i]);
      s2a = x2.fma(ba, s2a);
      s2b = x2.fma(bb, s2b);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + i]);
      s3a = x3.fma(ba, s3a);
      s3b = x3.fma(bb, s3b);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[a4 + i]);
      s4a = x4.fma(ba, s4a);
      s4b = x4.fma(bb, s4b);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[a5 + i]);
      s5a = x5.fma(ba, s5a);
      s5b = x5.fma(bb, s5b);
      FloatVector x6 = FloatVector.broadcast(SPECIES, a[a6 + i]);
      s6a = x6.fma(ba, s6a);
      s6b = x6.fma(bb, s6b);
      FloatVector x7 = FloatVector.broadcast(SPECIES, a[a7 + i]);
      s7a = x7.fma(ba, s7a);
      s7b = x7.fma(bb, s7b);
      row += bStep;
    }
    int c0 = cBase[0] + column;
    s0a.intoArray(c, c0);
    s0b.intoArray(c, c0 + COUNT);
    int c1 = cBase[1] + column;
    s1a.intoArray(c, c1);
    s1b.intoArray(c, c1 + COUNT);
    int c2 = cBase[2] + column;
    s2a.intoArray(c, c2);
    s2b.intoArray(c, c2 + COUNT);
    int c3 = cBase[3] + column;
    s3a.intoArray(c, c3);
    s3b.intoArray(c, c3 + COUNT);
    int c4 = cBase[4] + column;
    s4a.intoArray(c, c4);
    s4b.intoArray(c, c4 + COUNT);
    int c5 = cBase[5] + column;
    s5a.intoArray(c, c5);
    s5b.intoArray(c, c5 + COUNT);
    int c6 = cBase[6] + column;
    s6a.intoArray(c, c6);
    s6b.intoArray(c, c6 + COUNT);
    int c7 = cBase[7] + column;
    s7a.intoArray(c, c7);
    s7b.intoArray(c, c7 + COUNT);
  }
}
