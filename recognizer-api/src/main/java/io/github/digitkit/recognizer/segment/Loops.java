package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.InkMask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the loops of a line that are as high as a digit. Zeros written in one go share walls and
 * hang on connecting strokes, so that no cut leaves each of them whole; their loops still do.
 */
final class Loops {
  /** A hole's least height, as a share of a digit's. */
  private static final double LEAST_HEIGHT = 0.3;

  /** Ink this many stroke widths from a hole is its ring, however uneven. */
  private static final double REACH = 1.5;

  private final float[] ink;
  private final int width;
  private final int height;
  private final boolean[] seen;
  private final int[] stack;

  private Loops(LineInk line) {
    this.ink = line.values();
    this.width = line.picture().pieces().width();
    this.height = line.picture().pieces().height();
    this.seen = new boolean[width * height];
    this.stack = new int[width * height];
  }

  /** The loops of the line from left to right. */
  static List<Loop> of(LineInk line) {
    Loops loops = new Loops(line);
    List<Loop> found = new ArrayList<>();
    int leastHeight = (int) (LEAST_HEIGHT * line.digitHeight());
    int reach = (int) Math.ceil(REACH * line.strokeWidth());
    for (int start = 0; start < loops.seen.length; start++) {
      if (loops.isNewPaper(start)) {
        int size = loops.flood(start);
        Box box = loops.extent(size);
        if (box.height() >= leastHeight && !loops.touchesBorder(box)) {
          found.add(loops.loop(size, box, reach));
        }
      }
    }
    found.sort(Comparator.comparingDouble(Loop::centreX));
    return found;
  }

  private boolean isNewPaper(int at) {
    return !seen[at] && ink[at] == 0;
  }

  /** Leaves the 4-connected paper around a pixel in the stack; returns how much that is. */
  private int flood(int start) {
    int size = push(start, 0);
    for (int next = 0; next < size; next++) {
      int at = stack[next];
      int x = at % width;
      size = x > 0 ? push(at - 1, size) : size;
      size = x < width - 1 ? push(at + 1, size) : size;
      size = at >= width ? push(at - width, size) : size;
      size = at + width < seen.length ? push(at + width, size) : size;
    }
    return size;
  }

  private int push(int at, int size) {
    if (!isNewPaper(at)) {
      return size;
    }
    seen[at] = true;
    stack[size] = at;
    return size + 1;
  }

  private Box extent(int size) {
    int left = width;
    int right = 0;
    int top = height;
    int bottom = 0;
    for (int i = 0; i < size; i++) {
      int x = stack[i] % width;
      int y = stack[i] / width;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
    }
    return new Box(left, top, right - left, bottom - top);
  }

  private boolean touchesBorder(Box box) {
    return box.x() == 0 || box.y() == 0 || box.right() == width || box.bottom() == height;
  }

  private Loop loop(int size, Box hole, int reach) {
    int[] left = new int[hole.height()];
    int[] right = new int[hole.height()];
    Arrays.fill(left, width);
    for (int i = 0; i < size; i++) {
      int x = stack[i] % width;
      int row = stack[i] / width - hole.y();
      left[row] = Math.min(left[row], x);
      right[row] = Math.max(right[row], x + 1);
    }
    Box around = hole.grown(reach, width, height);
    boolean[] near = near(size, around, reach);
    for (int i = 0; i < near.length; i++) {
      int x = around.x() + i % around.width();
      int y = around.y() + i / around.width();
      near[i] &= ink[y * width + x] > 0;
    }
    return new Loop(hole, left, right, new InkMask(around, near).cropped());
  }

  /** Which pixels of a box are within reach of the flooded ones. */
  private boolean[] near(int size, Box around, int reach) {
    boolean[] near = new boolean[around.width() * around.height()];
    for (int i = 0; i < size; i++) {
      int x = stack[i] % width;
      int y = stack[i] / width;
      if (isRim(stack[i])) {
        int last = Math.min(around.bottom() - 1, y + reach);
        for (int row = Math.max(around.y(), y - reach); row <= last; row++) {
          int half = (int) Math.sqrt(reach * reach - (row - y) * (row - y));
          int from = Math.max(around.x(), x - half) - around.x();
          int to = Math.min(around.right() - 1, x + half) - around.x();
          int start = (row - around.y()) * around.width();
          Arrays.fill(near, start + from, start + to + 1, true);
        }
      }
    }
    return near;
  }

  /** Whether ink is beside a pixel of a hole, which never lies at the picture's border. */
  private boolean isRim(int at) {
    return ink[at - 1] > 0 || ink[at + 1] > 0 || ink[at - width] > 0 || ink[at + width] > 0;
  }
}
