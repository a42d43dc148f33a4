package io.github.digitkit.train.data.synthetic;

import java.util.Arrays;

/**
 * A large square picture to draw on, brought to 28x28 as MNIST's digits were: cropped to the ink,
 * longer side to 20 pixels by area means, centred by mass.
 */
final class Canvas {
  static final int SIDE = 144;
  static final int FRAME = 28;

  /** Longer side of the ink in the frame. */
  static final int INK = 20;

  private static final float CROP_ABOVE = 0.2f;
  private static final float MASS_CENTRE = (FRAME - 1) / 2f;

  private final float[] ink = new float[SIDE * SIDE];
  private final float[] narrowed = new float[SIDE * INK];
  private final float[] small = new float[INK * INK];

  float[] ink() {
    return ink;
  }

  void clear() {
    Arrays.fill(ink, 0);
  }

  /** The leftmost inked column; {@link #SIDE} on an empty canvas. */
  int firstColumn() {
    int column = 0;
    while (column < SIDE && !isInked(column)) {
      column++;
    }
    return column;
  }

  /** The rightmost inked column; -1 on an empty canvas. */
  int lastColumn() {
    int column = SIDE - 1;
    while (column >= 0 && !isInked(column)) {
      column--;
    }
    return column;
  }

  private boolean isInked(int column) {
    for (int y = 0; y < SIDE; y++) {
      if (ink[y * SIDE + column] > CROP_ABOVE) {
        return true;
      }
    }
    return false;
  }

  /** Moves all ink to the right, or to the left if negative; what leaves the canvas is lost. */
  void shiftRight(int columns) {
    int from = Math.max(0, -columns);
    int to = Math.max(from, Math.min(SIDE, SIDE - columns));
    for (int row = 0; row < ink.length; row += SIDE) {
      int start = row + Math.min(from + columns, SIDE);
      System.arraycopy(ink, row + from, ink, start, to - from);
      Arrays.fill(ink, row, start, 0);
      Arrays.fill(ink, start + to - from, row + SIDE, 0);
    }
  }

  /** A piece of pen line whose radius changes from one end to the other. */
  void line(float x0, float y0, float r0, float x1, float y1, float r1) {
    float reach = Math.max(r0, r1) + 1;
    int left = Math.max((int) (Math.min(x0, x1) - reach), 0);
    int right = Math.min((int) (Math.max(x0, x1) + reach) + 1, SIDE - 1);
    int top = Math.max((int) (Math.min(y0, y1) - reach), 0);
    int bottom = Math.min((int) (Math.max(y0, y1) + reach) + 1, SIDE - 1);
    float dx = x1 - x0;
    float dy = y1 - y0;
    float scale = 1 / Math.max(dx * dx + dy * dy, 1e-6f);
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        int i = y * SIDE + x;
        // Pieces overlap: most of their pixels are black already.
        if (ink[i] < 1) {
          float along = ((x - x0) * dx + (y - y0) * dy) * scale;
          along = along < 0 ? 0 : along > 1 ? 1 : along;
          float ex = x - x0 - along * dx;
          float ey = y - y0 - along * dy;
          ink[i] = darker(ink[i], ex * ex + ey * ey, r0 + along * (r1 - r0) + 0.5f);
        }
      }
    }
  }

  /** Ink at a squared distance from the middle of a line that ends at {@code edge}. */
  private static float darker(float before, float squared, float edge) {
    if (edge <= 0 || squared >= edge * edge) {
      return before;
    }
    if (edge >= 1 && squared <= (edge - 1) * (edge - 1)) {
      return 1;
    }
    float value = edge - (float) Math.sqrt(squared);
    return value > before ? value : before;
  }

  /**
   * Writes the ink as a 28x28 picture of bytes 0..255; an empty canvas gives an empty picture.
   *
   * @param target Overwritten from {@code offset} on.
   */
  void frame(byte[] target, int offset) {
    Arrays.fill(target, offset, offset + FRAME * FRAME, (byte) 0);
    int left = SIDE;
    int right = -1;
    int top = SIDE;
    int bottom = -1;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        if (ink[y * SIDE + x] > CROP_ABOVE) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = y;
        }
      }
    }
    if (right >= left) {
      shrink(left, top, right - left + 1, bottom - top + 1, target, offset);
    }
  }

  private void shrink(int left, int top, int wide, int high, byte[] target, int offset) {
    float cell = Math.max(wide, high) / (float) INK;
    int columns = Math.max(Math.round(wide / cell), 1);
    int rows = Math.max(Math.round(high / cell), 1);
    for (int y = 0; y < high; y++) {
      for (int x = 0; x < columns; x++) {
        int start = (top + y) * SIDE + left;
        narrowed[y * INK + x] =
            mean(ink, start, 1, x * (float) wide / columns, (x + 1) * (float) wide / columns);
      }
    }
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        small[y * INK + x] =
            mean(narrowed, x, INK, y * (float) high / rows, (y + 1) * (float) high / rows);
      }
    }
    place(rows, columns, target, offset);
  }

  /** Mean of the values from one place to a later one, those at the ends by their share. */
  private static float mean(float[] values, int start, int step, float from, float to) {
    int first = (int) from;
    int last = (int) to;
    float sum = -(from - first) * values[start + first * step];
    for (int i = first; i < last; i++) {
      sum += values[start + i * step];
    }
    if (to > last) {
      sum += (to - last) * values[start + last * step];
    }
    return sum / (to - from);
  }

  private void place(int rows, int columns, byte[] target, int offset) {
    float mass = 0;
    float massX = 0;
    float massY = 0;
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        float value = small[y * INK + x];
        mass += value;
        massX += value * x;
        massY += value * y;
      }
    }
    int left = Math.round(MASS_CENTRE - massX / mass);
    int top = Math.round(MASS_CENTRE - massY / mass);
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        int toX = left + x;
        int toY = top + y;
        if (toX >= 0 && toX < FRAME && toY >= 0 && toY < FRAME) {
          int value = Math.min(Math.round(small[y * INK + x] * 255), 255);
          target[offset + toY * FRAME + toX] = (byte) value;
        }
      }
    }
  }
}
