package io.github.digitkit.nn.kernel.vector;

import static io.github.digitkit.nn.kernel.vector.Lanes.COUNT;
import static io.github.digitkit.nn.kernel.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** 4 rows by 2 vectors of columns. */
final class BlockTile4x2 implements BlockTile {
  @Override
  public int rows() {
    return 4;
  }

  @Override
  public void multiply(
      float[] a,
      int aBase,
      int[] aOffsets,
      float[] b,
      int bBase,
      int[] bOffsets,
      int count,
      float[] c,
      int cBase,
      int cStep) {
    int c0 = cBase;
    FloatVector s0a = FloatVector.fromArray(SPECIES, c, c0);
    FloatVector s0b = FloatVector.fromArray(SPECIES, c, c0 + COUNT);
    int c1 = cBase + cStep;
    FloatVector s1a = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector s1b = FloatVector.fromArray(SPECIES, c, c1 + COUNT);
    int c2 = cBase + 2 * cStep;
    FloatVector s2a = FloatVector.fromArray(SPECIES, c, c2);
    FloatVector s2b = FloatVector.fromArray(SPECIES, c, c2 + COUNT);
    int c3 = cBase + 3 * cStep;
    FloatVector s3a = FloatVector.fromArray(SPECIES, c, c3);
    FloatVector s3b = FloatVector.fromArray(SPECIES, c, c3 + COUNT);
    for (int i = 0; i < count; i++) {
      int aOffset = aBase + aOffsets[i];
      int bOffset = bBase + bOffsets[i];
      FloatVector ba = FloatVector.fromArray(SPECIES, b, bOffset);
      FloatVector bb = FloatVector.fromArray(SPECIES, b, bOffset + COUNT);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[aOffset]);
      s0a = x0.fma(ba, s0a);
      s0b = x0.fma(bb, s0b);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[aOffset + 1]);
      s1a = x1.fma(ba, s1a);
      s1b = x1.fma(bb, s1b);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[aOffset + 2]);
      s2a = x2.fma(ba, s2a);
      s2b = x2.fma(bb, s2b);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[aOffset + 3]);
      s3a = x3.fma(ba, s3a);
      s3b = x3.fma(bb, s3b);
    }
    s0a.intoArray(c, c0);
    s0b.intoArray(c, c0 + COUNT);
    s1a.intoArray(c, c1);
    s1b.intoArray(c, c1 + COUNT);
    s2a.intoArray(c, c2);
    s2b.intoArray(c, c2 + COUNT);
    s3a.intoArray(c, c3);
    s3b.intoArray(c, c3 + COUNT);
  }
}
