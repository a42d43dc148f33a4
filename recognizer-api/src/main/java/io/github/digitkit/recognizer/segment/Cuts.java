package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts through a connected part of a line that may be several touching digits.
 *
 * <p>For every column of the part's middle row the path up and the path down that cross the least
 * ink are found; columns where the sum of both is locally least are good places to cut.
 */
final class Cuts {
  /** Price of a step aside, in fully inked pixels. */
  private static final float ASIDE = 0.06f;

  /** Cuts that are kept, as a multiple of the digits that would fit side by side. */
  private static final double CUTS_A_DIGIT = 3;

  private static final double USUAL_WIDTH = 0.65;

  private final float[] ink;
  private final int width;
  private final Box box;
  private final float entry;
  private final Path up;
  private final Path down;

  private Cuts(float[] ink, int width, Box box, float entry) {
    this.ink = ink;
    this.width = width;
    this.box = box;
    this.entry = entry;
    int middle = box.y() + box.height() / 2;
    this.up = new Path(middle, box.y() - 1, -1);
    this.down = new Path(middle, box.bottom(), 1);
  }

  /**
   * Proposes cuts, from left to right.
   *
   * @param ink values 0 to 1 in rows of {@code width}. Not modified.
   * @param box of the connected part
   * @param entry price of entering ink, in fully inked pixels: one cut through where two digits
   *     touch is better than two cuts through a loop
   * @param dearest the highest price of a cut, in fully inked pixels
   * @param nearest the least distance of cuts in the middle row, and from the part's sides
   */
  static List<Seams.Seam> of(
      float[] ink, int width, Box box, double entry, double dearest, int nearest) {
    return new Cuts(ink, width, box, (float) entry).choose(dearest, nearest);
  }

  private List<Seams.Seam> choose(double dearest, int nearest) {
    List<Integer> candidates = new ArrayList<>();
    for (int x = nearest; x < box.width() - nearest; x++) {
      if (cost(x) <= dearest && isLeast(x, Math.max(1, nearest / 2))) {
        candidates.add(x);
      }
    }
    candidates.sort(Comparator.comparingDouble(this::cost));
    List<Integer> chosen = new ArrayList<>();
    double digits = box.width() / (USUAL_WIDTH * box.height());
    int most = (int) Math.ceil(CUTS_A_DIGIT * digits);
    for (int x : candidates) {
      if (chosen.size() < most
          && chosen.stream().allMatch(other -> Math.abs(other - x) >= nearest)) {
        chosen.add(x);
      }
    }
    chosen.sort(Comparator.naturalOrder());
    return chosen.stream().map(this::seam).toList();
  }

  private double cost(int x) {
    // Both paths cross the middle row.
    return up.cost[x] + down.cost[x] - (1 + entry) * at(x, box.y() + box.height() / 2);
  }

  private boolean isLeast(int x, int reach) {
    for (int other = x - reach; other <= x + reach; other++) {
      if (cost(other) < cost(x)) {
        return false;
      }
    }
    return true;
  }

  private float at(int x, int y) {
    return ink[y * width + box.x() + x];
  }

  private Seams.Seam seam(int x) {
    int[] columns = new int[ink.length / width];
    up.trace(x, columns);
    down.trace(x, columns);
    return new Seams.Seam(columns, (float) cost(x));
  }

  /** The cheapest ways from one border of the part to each column of its middle row. */
  private final class Path {
    private final int middle;
    private final int outside;
    private final int outward;
    private final float[] cost;
    private final byte[] step;

    Path(int middle, int outside, int outward) {
      this.middle = middle;
      this.outside = outside;
      this.outward = outward;
      this.cost = new float[box.width()];
      this.step = new byte[box.width() * (Math.abs(outside - middle) + 1)];
      float[] before = new float[box.width()];
      for (int y = outside - outward; y != middle - outward; y -= outward) {
        System.arraycopy(cost, 0, before, 0, cost.length);
        for (int x = 0; x < cost.length; x++) {
          cost[x] = cheapest(before, x, y) + at(x, y);
        }
      }
    }

    private float cheapest(float[] before, int x, int y) {
      float best = before[x] + price(x, x, y);
      for (int side = -1; side <= 1; side += 2) {
        int from = x + side;
        if (from >= 0 && from < before.length) {
          float cost = before[from] + ASIDE + price(from, x, y);
          if (cost < best) {
            best = cost;
            step[Math.abs(y - middle) * before.length + x] = (byte) side;
          }
        }
      }
      return best;
    }

    private float price(int from, int x, int y) {
      boolean first = y == outside - outward;
      float more = first ? at(x, y) : at(x, y) - at(from, y + outward);
      return more > 0 ? entry * more : 0;
    }

    /** Writes the way's columns; beyond the part it goes straight on. */
    void trace(int start, int[] columns) {
      int x = start;
      for (int y = middle; y != outside; y += outward) {
        columns[y] = box.x() + x;
        x += step[Math.abs(y - middle) * box.width() + x];
      }
      for (int y = outside; y >= 0 && y < columns.length; y += outward) {
        columns[y] = box.x() + x;
      }
    }
  }
}
