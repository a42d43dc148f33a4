package io.github.digitkit.train.metric;

/** Reads rows of a {@code (samples, classes)} matrix. */
final class Rows {
  private Rows() {}

  /** The first class with the highest value. */
  static int highest(float[] matrix, int row, int classes) {
    int best = row * classes;
    for (int i = best + 1; i < (row + 1) * classes; i++) {
      if (matrix[i] > matrix[best]) {
        best = i;
      }
    }
    return best - row * classes;
  }
}
