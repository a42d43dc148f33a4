package io.github.digitkit.train.data.synthetic;

import io.github.digitkit.train.random.CounterRandom;

/**
 * Two digits, each in a hand of its own, side by side: apart, touching, or a little over each
 * other.
 *
 * @param left first column of the left digit
 * @param meeting last column of the left digit
 * @param begin first column of the right digit, which may lie left of {@code meeting}
 * @param right last column of the right digit, perhaps beyond the canvas
 */
record Pair(int left, int meeting, int begin, int right) {
  private static final int MIDDLE = Canvas.SIDE / 2;

  /** The middle of the left digit. */
  private static final float LEFT = MIDDLE - 25;

  /** They overlap by so many columns at most ... */
  private static final float DEEPEST = 14;

  /** ... and by no more than this share of the narrower one. */
  static final float OVERLAP = 0.35f;

  /** A cut leaves at least so many columns of the other digit: less could be its own stroke. */
  private static final float LEAST_LEFT = 8;

  /**
   * Draws two digits on an empty canvas.
   *
   * @param furthest the most columns between their ink
   */
  static Pair paint(Canvas canvas, Scribe scribe, CounterRandom random, float furthest) {
    float drop = random.uniform(-8f, 8f);
    digit(canvas, scribe, random, LEFT, MIDDLE - drop);
    float[] first = canvas.ink().clone();
    int left = canvas.firstColumn();
    int meeting = canvas.lastColumn();
    canvas.clear();
    digit(canvas, scribe, random, MIDDLE, MIDDLE + drop);
    int width = canvas.lastColumn() - canvas.firstColumn();
    float deepest = Math.min(DEEPEST, OVERLAP * Math.min(meeting - left, width));
    int begin = meeting + 1 + Math.round(random.uniform(-deepest, furthest));
    canvas.shiftRight(begin - canvas.firstColumn());
    Pieces.join(canvas, first);
    return new Pair(left, meeting, begin, begin + width);
  }

  /**
   * Cuts through one of the two and keeps the side with the whole other one; what is narrower than
   * the least that a cut leaves stays whole.
   */
  void cut(Canvas canvas, CounterRandom random) {
    boolean keepsLeft = random.chance(0.5);
    float share = random.uniform(0.35f, 0.8f);
    float lean = random.uniform(-0.3f, 0.3f);
    float column =
        keepsLeft
            ? meeting + Math.max(LEAST_LEFT, share * (right - meeting))
            : meeting - Math.max(LEAST_LEFT, share * (meeting - left));
    Pieces.keepBeside(canvas, column, lean, keepsLeft);
  }

  private static void digit(Canvas canvas, Scribe scribe, CounterRandom random, float x, float y) {
    float side = random.uniform(60f, 75f);
    SyntheticDigits.paint(random.nextInt(10), canvas, scribe, random, side, x, y);
  }
}
