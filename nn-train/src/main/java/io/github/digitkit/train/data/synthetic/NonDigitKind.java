package io.github.digitkit.train.data.synthetic;

import io.github.digitkit.train.random.CounterRandom;

/** The kinds of pictures that are no digit, with their shares in percent. */
enum NonDigitKind {
  /** A letter or another sign. */
  SIGN(32) {
    @Override
    void paint(Canvas canvas, Scribe scribe, CounterRandom random) {
      Hand hand = Hand.ofSign(random);
      scribe.begin();
      scribe.write(SIGNS.draw(random), hand, random);
      scribe.draw(canvas, hand, SIDE, MIDDLE, MIDDLE);
    }
  },
  /** Straight lines, bows and circles put together like a letter of an unknown alphabet. */
  INVENTED_SIGN(8) {
    @Override
    void paint(Canvas canvas, Scribe scribe, CounterRandom random) {
      Scrawl.inventSign(scribe, random);
      scribe.draw(canvas, Hand.ofSign(random), SIDE, MIDDLE, MIDDLE);
    }
  },
  /** Random strokes. */
  SCRAWL(10) {
    @Override
    void paint(Canvas canvas, Scribe scribe, CounterRandom random) {
      Scrawl.write(scribe, random);
      scribe.draw(canvas, Hand.ofSign(random), SIDE, MIDDLE, MIDDLE);
    }
  },
  /** A digit turned by a quarter, or by a half where that makes no digit. */
  TURNED(7) {
    @Override
    void paint(Canvas canvas, Scribe scribe, CounterRandom random) {
      boolean half = random.chance(0.3);
      int digit = half ? oneOf(random, 3, 4, 7) : 1 + random.nextInt(9);
      Hand hand = Hand.ofDigit(random, digit);
      SyntheticDigits.write(digit, hand, scribe, random);
      scribe.turn(half ? 2 : 1 + 2 * random.nextInt(2));
      scribe.draw(canvas, hand, SIDE, MIDDLE, MIDDLE);
    }
  },
  /** A digit swapped left to right, of those that are no digit then. */
  MIRRORED(4) {
    @Override
    void paint(Canvas canvas, Scribe scribe, CounterRandom random) {
      int digit = oneOf(random, 3, 4, 6, 7, 9);
      Hand hand = Hand.ofDigit(random, digit);
      SyntheticDigits.write(digit, hand, scribe, random);
      scribe.mirror();
      scribe.draw(canvas, hand, SIDE, MIDDLE, MIDDLE);
    }
  },
  /** The halves of two digits, set off against each other. */
  HALVES(6) {
    @Override
    void paint(Canvas canvas, Scribe scribe, CounterRandom random) {
      float off = random.uniform(20f, 28f) * (random.chance(0.5) ? 1 : -1);
      boolean upper = random.chance(0.5);
      digit(canvas, scribe, random, SIDE, MIDDLE, MIDDLE);
      Pieces.keepHalf(canvas, upper, true);
      float[] first = canvas.ink().clone();
      canvas.clear();
      float x = upper ? MIDDLE + off : MIDDLE;
      float y = upper ? MIDDLE : MIDDLE + off;
      digit(canvas, scribe, random, SIDE, x, y);
      Pieces.keepHalf(canvas, upper, false);
      Pieces.join(canvas, first);
    }
  },
  /** A digit whose quarters changed places. */
  QUARTERS(5) {
    @Override
    void paint(Canvas canvas, Scribe scribe, CounterRandom random) {
      digit(canvas, scribe, random, SIDE, MIDDLE, MIDDLE);
      Pieces.rotateQuarters(canvas, (int) SIDE, random);
    }
  },
  /** Two digits side by side, which often touch. */
  PAIR(7) {
    @Override
    void paint(Canvas canvas, Scribe scribe, CounterRandom random) {
      Pair.paint(canvas, scribe, random, WIDE_GAP);
    }
  },
  /** A digit with a part of the one beside it, as a cut in the wrong place leaves them. */
  WRONGLY_CUT(8) {
    @Override
    void paint(Canvas canvas, Scribe scribe, CounterRandom random) {
      Pair.paint(canvas, scribe, random, NO_GAP).cut(canvas, random);
    }
  },
  /** Two scrawls over each other. */
  DOUBLE_SCRAWL(4) {
    @Override
    void paint(Canvas canvas, Scribe scribe, CounterRandom random) {
      SCRAWL.paint(canvas, scribe, random);
      SCRAWL.paint(canvas, scribe, random);
    }
  },
  /** Specks of all sizes. */
  NOISE(3) {
    @Override
    void paint(Canvas canvas, Scribe scribe, CounterRandom random) {
      int specks = 8 + random.nextInt(60);
      float radius = random.uniform(0.5f, 3f);
      for (int i = 0; i < specks; i++) {
        float x = random.uniform(MIDDLE - SIDE / 2, MIDDLE + SIDE / 2);
        float y = random.uniform(MIDDLE - SIDE / 2, MIDDLE + SIDE / 2);
        float r = radius * random.uniform(0.5f, 2f);
        canvas.line(x, y, r, x + random.uniform(-3f, 3f), y + random.uniform(-3f, 3f), r);
      }
    }
  },
  /** Level lines, parallel lines, grids. */
  LINES(3) {
    @Override
    void paint(Canvas canvas, Scribe scribe, CounterRandom random) {
      Scrawl.lines(canvas, random, MIDDLE, SIDE);
    }
  },
  /** Filled shapes that are not upright bars. */
  BLOB(3) {
    @Override
    void paint(Canvas canvas, Scribe scribe, CounterRandom random) {
      int parts = 1 + random.nextInt(4);
      for (int i = 0; i < parts; i++) {
        float x = MIDDLE + random.uniform(-25f, 25f);
        float y = MIDDLE + random.uniform(-10f, 10f);
        float r = random.uniform(10f, 24f);
        canvas.line(x, y, r, x + random.uniform(-15f, 15f), y + random.uniform(-6f, 6f), r);
      }
    }
  };

  private static final float SIDE = 80;
  private static final float MIDDLE = Canvas.SIDE / 2f;

  /** The most columns between the digits of a pair, and of one that is to be cut. */
  private static final float WIDE_GAP = 16;

  private static final float NO_GAP = 1;
  private static final StrokeTemplates SIGNS = StrokeTemplates.load("signs.strokes");
  private static final NonDigitKind[] KINDS = values();

  private final int percent;

  NonDigitKind(int percent) {
    this.percent = percent;
  }

  /** Draws one picture of this kind on an empty canvas. */
  abstract void paint(Canvas canvas, Scribe scribe, CounterRandom random);

  /** A kind drawn by its share. */
  static NonDigitKind draw(CounterRandom random) {
    int at = random.nextInt(100);
    int kind = 0;
    while (at >= KINDS[kind].percent) {
      at -= KINDS[kind++].percent;
    }
    return KINDS[kind];
  }

  int percent() {
    return percent;
  }

  private static void digit(
      Canvas canvas, Scribe scribe, CounterRandom random, float side, float x, float y) {
    SyntheticDigits.paint(random.nextInt(10), canvas, scribe, random, side, x, y);
  }

  private static int oneOf(CounterRandom random, int... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
