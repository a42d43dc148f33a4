package io.github.digitkit.train.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.digitkit.train.random.CounterRandom;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class PairTest {
  private static final int FURTHEST = 3;

  @Test
  void digitsStandSideBySideAndOverlapByAThirdOfTheNarrowerOneAtMost() {
    forEachPair(
        (canvas, pair) -> {
          assertThat(canvas.firstColumn()).isEqualTo(pair.left());
          assertThat(canvas.lastColumn()).isEqualTo(Math.max(pair.meeting(), pair.right()));
          int narrower = Math.min(pair.meeting() - pair.left(), pair.right() - pair.begin());
          int overlap = pair.meeting() + 1 - pair.begin();
          assertThat(overlap).isBetween(-FURTHEST, Math.round(Pair.OVERLAP * narrower));
        });
  }

  @Test
  void shiftingMovesAllInkAndLosesOnlyWhatLeavesTheCanvas() {
    for (int columns : new int[] {0, 7, -7, Canvas.SIDE - 30, -Canvas.SIDE, Canvas.SIDE + 5}) {
      Canvas canvas = new Canvas();
      canvas.line(40, 20, 3, 60, 90, 5);
      float[] before = canvas.ink().clone();
      canvas.shiftRight(columns);
      for (int i = 0; i < before.length; i++) {
        int source = i % Canvas.SIDE - columns;
        float expected = source < 0 || source >= Canvas.SIDE ? 0 : before[i - columns];
        assertThat(canvas.ink()[i]).as("%d by %d", i, columns).isEqualTo(expected);
      }
    }
  }

  @Test
  void pairsTouchOftenButNotAlways() {
    int[] apart = new int[1];
    forEachPair((canvas, pair) -> apart[0] += hasGap(canvas, pair) ? 1 : 0);
    assertThat(apart[0]).isBetween(10, 100);
  }

  @Test
  void aCutTakesPartOfOneDigitAndLeavesTheOther() {
    CounterRandom random = new CounterRandom(4);
    forEachPair(
        (canvas, pair) -> {
          float[] before = canvas.ink().clone();
          pair.cut(canvas, random);
          double all = sum(before, 0, Canvas.SIDE);
          double left = sum(before, 0, pair.meeting());
          double kept = sum(canvas.ink(), 0, Canvas.SIDE);
          assertThat(kept).isLessThan(all);
          assertThat(kept).isGreaterThan(0.8 * Math.min(left, all - left));
        });
  }

  private static void forEachPair(BiConsumer<Canvas, Pair> check) {
    CounterRandom random = new CounterRandom(1);
    Canvas canvas = new Canvas();
    Scribe scribe = new Scribe();
    for (int i = 0; i < 200; i++) {
      random.rekey(1, 2, i);
      canvas.clear();
      check.accept(canvas, Pair.paint(canvas, scribe, random, FURTHEST));
    }
  }

  private static boolean hasGap(Canvas canvas, Pair pair) {
    for (int x = pair.left(); x <= pair.right(); x++) {
      if (sum(canvas.ink(), x, x + 1) == 0) {
        return true;
      }
    }
    return false;
  }

  private static double sum(float[] ink, int fromColumn, int toColumn) {
    double sum = 0;
    for (int i = 0; i < ink.length; i++) {
      int column = i % Canvas.SIDE;
      sum += column >= fromColumn && column < toColumn ? ink[i] : 0;
    }
    return sum;
  }
}
