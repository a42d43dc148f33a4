package io.github.digitkit.train.data.synthetic;

/**
 * One movement of the pen: the points it passes through, and where it turns sharply.
 *
 * @param x columns in 0..1
 * @param y rows in 0..1, downwards
 * @param corner whether the pen turns sharply at each point
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves this package, never compared
record Stroke(float[] x, float[] y, boolean[] corner) {
  int size() {
    return x.length;
  }
}
