package io.github.digitkit.nn.kernel.vector;

import static io.github.digitkit.nn.kernel.vector.Lanes.COUNT;
import static io.github.digitkit.nn.kernel.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** 4 rows by 2 vectors of columns. */
final class RunTile4x2 implements RunTile {
  @Override
  public int rows() {
    return 4;
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
  }
}
