package io.github.digitkit.cli.study;

/**
 * The path of the pen: ink thinned to lines of one pixel (Zhang and Suen, "A fast parallel
 * algorithm for thinning digital patterns", 1984).
 */
final class Skeleton {
  private static final int[] RING_X = {0, 1, 1, 1, 0, -1, -1, -1};
  private static final int[] RING_Y = {-1, -1, 0, 1, 1, 1, 0, -1};

  private final int width;
  private final int height;
  private final boolean[] ink;
  private final boolean[] ring = new boolean[RING_X.length];

  private Skeleton(InkSheet sheet) {
    // A border of paper spares every look at a neighbour a check.
    width = sheet.width() + 2;
    height = sheet.height() + 2;
    ink = new boolean[width * height];
    for (int y = 0; y < sheet.height(); y++) {
      for (int x = 0; x < sheet.width(); x++) {
        ink[(y + 1) * width + x + 1] = sheet.get(x, y) >= 0.5f;
      }
    }
  }

  /** The pixels of the path, in rows of the sheet. */
  static boolean[] of(InkSheet sheet) {
    Skeleton skeleton = new Skeleton(sheet);
    boolean thinner = true;
    while (thinner) {
      boolean first = skeleton.pass(0, 2, 4, 2, 4, 6);
      boolean second = skeleton.pass(0, 2, 6, 0, 4, 6);
      thinner = first || second;
    }
    boolean[] path = new boolean[sheet.width() * sheet.height()];
    for (int y = 0; y < sheet.height(); y++) {
      System.arraycopy(
          skeleton.ink, (y + 1) * skeleton.width + 1, path, y * sheet.width(), sheet.width());
    }
    return path;
  }

  /** One half of a round; the numbers say which neighbours may not all be ink. */
  private boolean pass(int a, int b, int c, int d, int e, int f) {
    boolean[] gone = new boolean[ink.length];
    boolean any = false;
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int at = y * width + x;
        if (ink[at]
            && isEdge(at)
            && !(ring[a] && ring[b] && ring[c])
            && !(ring[d] && ring[e] && ring[f])) {
          gone[at] = true;
          any = true;
        }
      }
    }
    for (int i = 0; i < ink.length; i++) {
      ink[i] &= !gone[i];
    }
    return any;
  }

  private boolean isEdge(int at) {
    int neighbours = 0;
    int changes = 0;
    for (int k = 0; k < RING_X.length; k++) {
      ring[k] = ink[at + RING_Y[k] * width + RING_X[k]];
      neighbours += ring[k] ? 1 : 0;
    }
    for (int k = 0; k < ring.length; k++) {
      changes += !ring[k] && ring[(k + 1) % ring.length] ? 1 : 0;
    }
    return neighbours >= 2 && neighbours <= 6 && changes == 1;
  }
}
