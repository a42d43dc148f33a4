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
          assertThat(canvas.lastColumn()).isBetween(pair.right() - 1, pair.right() + 1);
          assertThat(pair.meeting()).isGreaterThan(pair.left()).isLessThanOrEqualTo(pair.right());
        });
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
