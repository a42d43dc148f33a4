package io.github.digitkit.nn.kernel.vector;

import static io.github.digitkit.nn.kernel.vector.Lanes.COUNT;
import static io.github.digitkit.nn.kernel.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** 6 rows by 4 vectors of columns. */
final class RunTile6x4 implements RunTile {
  @Override
  public int rows() {
    return 6;
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
    int i0 = initialBase[0] + column;
    FloatVector s0a = FloatVector.fromArray(SPECIES, initial, i0);
    FloatVector s0b = FloatVector.fromArray(SPECIES, initial, i0 + COUNT);
    FloatVector s0c = FloatVector.fromArray(SPECIES, initial, i0 + 2 * COUNT);
    FloatVector s0d = FloatVector.fromArray(SPECIES, initial, i0 + 3 * COUNT);
    int i1 = initialBase[1] + column;
    FloatVector s1a = FloatVector.fromArray(SPECIES, initial, i1);
    FloatVector s1b = FloatVector.fromArray(SPECIES, initial, i1 + COUNT);
    FloatVector s1c = FloatVector.fromArray(SPECIES, initial, i1 + 2 * COUNT);
    FloatVector s1d = FloatVector.fromArray(SPECIES, initial, i1 + 3 * COUNT);
    int i2 = initialBase[2] + column;
    FloatVector s2a = FloatVector.fromArray(SPECIES, initial, i2);
    FloatVector s2b = FloatVector.fromArray(SPECIES, initial, i2 + COUNT);
    FloatVector s2c = FloatVector.fromArray(SPECIES, initial, i2 + 2 * COUNT);
    FloatVector s2d = FloatVector.fromArray(SPECIES, initial, i2 + 3 * COUNT);
    int i3 = initialBase[3] + column;
    FloatVector s3a = FloatVector.fromArray(SPECIES, initial, i3);
    FloatVector s3b = FloatVector.fromArray(SPECIES, initial, i3 + COUNT);
    FloatVector s3c = FloatVector.fromArray(SPECIES, initial, i3 + 2 * COUNT);
    FloatVector s3d = FloatVector.fromArray(SPECIES, initial, i3 + 3 * COUNT);
    int i4 = initialBase[4] + column;
    FloatVector s4a = FloatVector.fromArray(SPECIES, initial, i4);
    FloatVector s4b = FloatVector.fromArray(SPECIES, initial, i4 + COUNT);
    FloatVector s4c = FloatVector.fromArray(SPECIES, initial, i4 + 2 * COUNT);
    FloatVector s4d = FloatVector.fromArray(SPECIES, initial, i4 + 3 * COUNT);
    int i5 = initialBase[5] + column;
    FloatVector s5a = FloatVector.fromArray(SPECIES, initial, i5);
    FloatVector s5b = FloatVector.fromArray(SPECIES, initial, i5 + COUNT);
    FloatVector s5c = FloatVector.fromArray(SPECIES, initial, i5 + 2 * COUNT);
    FloatVector s5d = FloatVector.fromArray(SPECIES, initial, i5 + 3 * COUNT);
    int row = bOffset;
    for (int i = 0; i < count; i++) {
      FloatVector ba = FloatVector.fromArray(SPECIES, b, row);
      FloatVector bb = FloatVector.fromArray(SPECIES, b, row + COUNT);
      FloatVector bc = FloatVector.fromArray(SPECIES, b, row + 2 * COUNT);
      FloatVector bd = FloatVector.fromArray(SPECIES, b, row + 3 * COUNT);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + i]);
      s0a = x0.fma(ba, s0a);
      s0b = x0.fma(bb, s0b);
      s0c = x0.fma(bc, s0c);
      s0d = x0.fma(bd, s0d);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + i]);
      s1a = x1.fma(ba, s1a);
      s1b = x1.fma(bb, s1b);
      s1c = x1.fma(bc, s1c);
      s1d = x1.fma(bd, s1d);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + i]);
      s2a = x2.fma(ba, s2a);
      s2b = x2.fma(bb, s2b);
      s2c = x2.fma(bc, s2c);
      s2d = x2.fma(bd, s2d);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + i]);
      s3a = x3.fma(ba, s3a);
      s3b = x3.fma(bb, s3b);
      s3c = x3.fma(bc, s3c);
      s3d = x3.fma(bd, s3d);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[a4 + i]);
      s4a = x4.fma(ba, s4a);
      s4b = x4.fma(bb, s4b);
      s4c = x4.fma(bc, s4c);
      s4d = x4.fma(bd, s4d);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[a5 + i]);
      s5a = x5.fma(ba, s5a);
      s5b = x5.fma(bb, s5b);
      s5c = x5.fma(bc, s5c);
      s5d = x5.fma(bd, s5d);
      row += bStep;
    }
    int c0 = cBase[0] + column;
    s0a.intoArray(c, c0);
    s0b.intoArray(c, c0 + COUNT);
    s0c.intoArray(c, c0 + 2 * COUNT);
    s0d.intoArray(c, c0 + 3 * COUNT);
    int c1 = cBase[1] + column;
    s1a.intoArray(c, c1);
    s1b.intoArray(c, c1 + COUNT);
    s1c.intoArray(c, c1 + 2 * COUNT);
    s1d.intoArray(c, c1 + 3 * COUNT);
    int c2 = cBase[2] + column;
    s2a.intoArray(c, c2);
    s2b.intoArray(c, c2 + COUNT);
    s2c.intoArray(c, c2 + 2 * COUNT);
    s2d.intoArray(c, c2 + 3 * COUNT);
    int c3 = cBase[3] + column;
    s3a.intoArray(c, c3);
    s3b.intoArray(c, c3 + COUNT);
    s3c.intoArray(c, c3 + 2 * COUNT);
    s3d.intoArray(c, c3 + 3 * COUNT);
    int c4 = cBase[4] + column;
    s4a.intoArray(c, c4);
    s4b.intoArray(c, c4 + COUNT);
    s4c.intoArray(c, c4 + 2 * COUNT);
    s4d.intoArray(c, c4 + 3 * COUNT);
    int c5 = cBase[5] + column;
    s5a.intoArray(c, c5);
    s5b.intoArray(c, c5 + COUNT);
    s5c.intoArray(c, c5 + 2 * COUNT);
    s5d.intoArray(c, c5 + 3 * COUNT);
  }
}
