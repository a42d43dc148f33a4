package io.github.digitkit.recognizer.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Paths from the upper to the lower border that cross as little ink as they can: through the gaps
 * between digits however slanted, and through the thin places where digits touch.
 *
 * <p>One dynamic programme finds the cheapest path to every column of the lowest row; paths that
 * share their upper part never cross.
 */
final class Seams {
  /** Price of a step aside, in fully inked pixels: straight paths win where nothing else counts. */
  private static final float ASIDE = 0.01f;

  private final int width;
  private final int height;
  private final byte[] from;
  private final float[] cost;

  private Seams(int width, int height) {
    this.width = width;
    this.height = height;
    this.from = new byte[width * height];
    this.cost = new float[width];
  }

  /**
   * A way down.
   *
   * @param columns its column in each row
   * @param cost ink that it crosses, in fully inked pixels
   */
  record Seam(@SuppressWarnings("ArrayRecordComponent") int[] columns, float cost) {

    /** Mean horizontal distance to another seam, in pixels. */
    double distanceTo(Seam other) {
      double sum = 0;
      for (int y = 0; y < columns.length; y++) {
        sum += Math.abs(columns[y] - other.columns[y]);
      }
      return sum / columns.length;
    }
  }

  /**
   * The cheapest seams, from left to right.
   *
   * @param ink values 0 to 1 in rows. Not modified.
   * @param dearest the most ink that a seam may cross, in fully inked pixels
   * @param nearest the least mean distance between two seams, in pixels
   */
  static List<Seam> find(float[] ink, int width, int height, double dearest, double nearest) {
    Seams seams = new Seams(width, height);
    seams.descend(ink);
    return seams.choose(dearest, nearest);
  }

  private void descend(float[] ink) {
    System.arraycopy(ink, 0, cost, 0, width);
    float[] above = new float[width];
    for (int y = 1; y < height; y++) {
      System.arraycopy(cost, 0, above, 0, width);
      int row = y * width;
      for (int x = 0; x < width; x++) {
        float best = above[x];
        byte step = 0;
        if (x > 0 && above[x - 1] + ASIDE < best) {
          best = above[x - 1] + ASIDE;
          step = -1;
        }
        if (x < width - 1 && above[x + 1] + ASIDE < best) {
          best = above[x + 1] + ASIDE;
          step = 1;
        }
        cost[x] = best + ink[row + x];
        from[row + x] = step;
      }
    }
  }

  private List<Seam> choose(double dearest, double nearest) {
    List<Seam> candidates = new ArrayList<>();
    for (int x : minima()) {
      if (cost[x] <= dearest) {
        candidates.add(trace(x));
      }
    }
    candidates.sort(Comparator.comparingDouble(Seam::cost));
    List<Seam> chosen = new ArrayList<>();
    for (Seam seam : candidates) {
      if (chosen.stream().allMatch(c -> c.distanceTo(seam) >= nearest)) {
        chosen.add(seam);
      }
    }
    chosen.sort(Comparator.comparingLong(seam -> Arrays.stream(seam.columns).asLongStream().sum()));
    return chosen;
  }

  /** The middles of the plateaus where the cost to the lowest row is locally least. */
  private List<Integer> minima() {
    List<Integer> minima = new ArrayList<>();
    int start = 0;
    for (int x = 1; x <= width; x++) {
      if (x < width && Math.abs(cost[x] - cost[start]) < ASIDE / 2) {
        continue;
      }
      boolean fallsInto = start == 0 || cost[start - 1] > cost[start];
      boolean risesFrom = x == width || cost[x] > cost[x - 1];
      if (fallsInto && risesFrom) {
        minima.add((start + x - 1) / 2);
      }
      start = x;
    }
    return minima;
  }

  private Seam trace(int lowest) {
    int[] columns = new int[height];
    int x = lowest;
    for (int y = height - 1; y > 0; y--) {
      columns[y] = x;
      x += from[y * width + x];
    }
    columns[0] = x;
    return new Seam(columns, cost[lowest]);
  }
}
