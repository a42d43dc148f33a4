package io.github.digitkit.train.data.synthetic;

import io.github.digitkit.train.random.CounterRandom;

/** Cuts a canvas into pieces and puts them together wrongly. */
final class Pieces {
  private static final int SIDE = Canvas.SIDE;
  private static final int MIDDLE = SIDE / 2;

  private Pieces() {}

  /** Keeps the upper or lower half, or the left or right one, and clears the other. */
  static void keepHalf(Canvas canvas, boolean byRows, boolean first) {
    float[] ink = canvas.ink();
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        boolean before = (byRows ? y : x) < MIDDLE;
        if (before != first) {
          ink[y * SIDE + x] = 0;
        }
      }
    }
  }

  /**
   * Clears what lies on one side of a straight cut from top to bottom.
   *
   * @param column where the cut crosses the middle row
   * @param lean columns to the left for each row upwards
   * @param left whether the left side is kept
   */
  static void keepBeside(Canvas canvas, float column, float lean, boolean left) {
    float[] ink = canvas.ink();
    for (int y = 0; y < SIDE; y++) {
      float cut = column + lean * (y - MIDDLE);
      for (int x = 0; x < SIDE; x++) {
        if (x < cut != left) {
          ink[y * SIDE + x] = 0;
        }
      }
    }
  }

  /** Adds what another canvas held. */
  static void join(Canvas canvas, float[] other) {
    float[] ink = canvas.ink();
    for (int i = 0; i < ink.length; i++) {
      ink[i] = Math.max(ink[i], other[i]);
    }
  }

  /** Gives each quarter of the ink the place of another, by a random cycle of all four. */
  static void rotateQuarters(Canvas canvas, int side, CounterRandom random) {
    int[] cycle = {0, 1, 2, 3};
    random.shuffle(cycle, 4);
    float[] from = canvas.ink().clone();
    canvas.clear();
    int half = side / 2;
    for (int k = 0; k < 4; k++) {
      copyQuarter(from, cycle[k], canvas.ink(), cycle[(k + 1) % 4], half);
    }
  }

  private static void copyQuarter(float[] from, int source, float[] to, int target, int half) {
    int fromX = MIDDLE - half + (source & 1) * half;
    int fromY = MIDDLE - half + (source >> 1) * half;
    int toX = MIDDLE - half + (target & 1) * half;
    int toY = MIDDLE - half + (target >> 1) * half;
    for (int y = 0; y < half; y++) {
      System.arraycopy(from, (fromY + y) * SIDE + fromX, to, (toY + y) * SIDE + toX, half);
    }
  }
}
