package io.github.digitkit.recognizer.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The 8-connected pieces of ink in a working picture, found with hysteresis. */
public final class Pieces {
  private static final int[] STEP_X = {1, -1, 0, 0, 1, 1, -1, -1};
  private static final int[] STEP_Y = {0, 0, 1, -1, 1, -1, 1, -1};

  private final int width;
  private final int height;
  private final int[] labels;
  private final List<Piece> pieces = new ArrayList<>();

  private Pieces(int width, int height) {
    this.width = width;
    this.height = height;
    this.labels = new int[width * height];
  }

  /**
   * Finds the pieces whose pixels all exceed {@code threshold.grow()} and one of which exceeds
   * {@code threshold.seed()}.
   *
   * @param darkness in levels. Not modified.
   */
  static Pieces find(Plane darkness, InkThreshold threshold) {
    return find(darkness, threshold, new int[0]);
  }

  /**
   * As {@link #find(Plane, InkThreshold)}, but no piece reaches from one zone into another.
   *
   * @param zones a number for each pixel, in rows; empty for a single zone. Not modified.
   */
  static Pieces find(Plane darkness, InkThreshold threshold, int[] zones) {
    Pieces found = new Pieces(darkness.width(), darkness.height());
    Flood flood = found.new Flood(darkness.values(), threshold.grow(), zones);
    float[] values = darkness.values();
    for (int i = 0; i < values.length; i++) {
      if (values[i] > threshold.seed() && found.labels[i] == 0) {
        found.pieces.add(flood.from(i, found.pieces.size() + 1));
      }
    }
    return found;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** For each pixel, in rows, the label of its piece, or 0 where there is no ink. Shared. */
  public int[] labels() {
    return labels;
  }

  /** The pieces; the one at index i has label i + 1. */
  public List<Piece> all() {
    return pieces;
  }

  /** Collects one piece at a time, with a stack of its own rather than recursion. */
  private final class Flood {
    private final float[] darkness;
    private final float grow;
    private final int[] zones;
    private int[] stack = new int[256];
    private int depth;

    Flood(float[] darkness, float grow, int[] zones) {
      this.darkness = darkness;
      this.grow = grow;
      this.zones = zones;
    }

    Piece from(int start, int label) {
      int area = 0;
      long sumX = 0;
      long sumY = 0;
      double dark = 0;
      int left = width;
      int right = 0;
      int top = height;
      int bottom = 0;
      push(start, label);
      while (depth > 0) {
        int at = stack[--depth];
        int x = at % width;
        int y = at / width;
        area++;
        sumX += x;
        sumY += y;
        dark += darkness[at];
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
        pushNeighbours(at, x, y, label);
      }
      Box box = Box.between(left, top, right + 1, bottom + 1);
      return new Piece(label, area, box, (double) sumX / area, (double) sumY / area, dark);
    }

    private void pushNeighbours(int at, int x, int y, int label) {
      for (int k = 0; k < STEP_X.length; k++) {
        int nextX = x + STEP_X[k];
        int nextY = y + STEP_Y[k];
        if (nextX >= 0 && nextX < width && nextY >= 0 && nextY < height) {
          int next = nextY * width + nextX;
          if (labels[next] == 0 && darkness[next] > grow && sameZone(at, next)) {
            push(next, label);
          }
        }
      }
    }

    private boolean sameZone(int one, int other) {
      return zones.length == 0 || zones[one] == zones[other];
    }

    private void push(int at, int label) {
      labels[at] = label;
      if (depth == stack.length) {
        stack = Arrays.copyOf(stack, 2 * depth);
      }
      stack[depth++] = at;
    }
  }
}
