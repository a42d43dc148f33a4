package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.InkMask;

/**
 * Paper that a stroke encloses, and the ink around it: by itself a 0, whatever else the ink is
 * joined to.
 *
 * @param hole the extent of the paper
 * @param left the hole's first column in each row of its box
 * @param right the column after its last, likewise
 * @param ring the ink near the hole
 */
record Loop(
    Box hole,
    @SuppressWarnings("ArrayRecordComponent") int[] left,
    @SuppressWarnings("ArrayRecordComponent") int[] right,
    InkMask ring) {

  /** The hole's middle column. */
  double centreX() {
    return hole.x() + hole.width() / 2.0;
  }

  /** Columns in the middle between this hole and one to the right of it, for every row. */
  int[] middleTo(Loop next, int height) {
    int[] columns = new int[height];
    int top = Math.max(hole.y(), next.hole.y());
    int bottom = Math.min(hole.bottom(), next.hole.bottom()) - 1;
    for (int y = 0; y < height; y++) {
      int row = Math.max(top, Math.min(bottom, y));
      columns[y] = (right[row - hole.y()] + next.left[row - next.hole.y()]) / 2;
    }
    return columns;
  }

  /** Whether only about a stroke's width parts this hole from one to the right of it. */
  boolean sharesWallWith(Loop next, double thickest) {
    int gap = next.hole.x() - hole.right();
    int shared = hole.sharedRows(next.hole);
    return gap <= thickest
        && next.centreX() > centreX()
        && 2 * shared > Math.min(hole.height(), next.hole.height());
  }
}
