package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.Piece;
import io.github.digitkit.recognizer.image.Pieces;
import java.util.ArrayList;
import java.util.List;

/**
 * An area that a piece of ink parts from what is outside, as a cell of a printed grid. What else
 * lies in it belongs to it.
 *
 * @param box its extent, in pixels of the ink picture
 * @param straight whether it is about as high near its left and right end as in the middle, as
 *     printed boxes are, sloping ones too, and the loops of digits are not
 */
record EnclosedArea(Box box, boolean straight) {
  /** An ellipse has 0.6 of its height a tenth of its width from its end. */
  private static final double END = 0.1;

  private static final double NEARLY = 0.8;

  /**
   * All areas that a piece encloses. Needs no straight lines and no right angles, so photos may be
   * turned and bent.
   */
  static List<EnclosedArea> of(Pieces pieces, Piece around) {
    return new Search(pieces, around).all();
  }

  /** Floods the box of a piece, area by area; 4-connected, so corners that touch part areas. */
  private static final class Search {
    private final Pieces pieces;
    private final int label;
    private final Box limits;
    private final boolean[] seen;

    /** The pixels of the area flooded last. */
    private final int[] flooded;

    Search(Pieces pieces, Piece around) {
      this.pieces = pieces;
      this.label = around.label();
      this.limits = around.box();
      this.seen = new boolean[limits.width() * limits.height()];
      this.flooded = new int[seen.length];
    }

    List<EnclosedArea> all() {
      List<EnclosedArea> areas = new ArrayList<>();
      for (int start = 0; start < seen.length; start++) {
        if (!seen[start] && !isWall(start)) {
          int size = flood(start);
          Box box = extent(size);
          if (isInside(box)) {
            Box onPage =
                new Box(limits.x() + box.x(), limits.y() + box.y(), box.width(), box.height());
            areas.add(new EnclosedArea(onPage, isStraight(box, size)));
          }
        }
      }
      return areas;
    }

    private boolean isWall(int at) {
      int x = limits.x() + at % limits.width();
      int y = limits.y() + at / limits.width();
      return pieces.labels()[y * pieces.width() + x] == label;
    }

    private boolean isInside(Box box) {
      return box.x() > 0
          && box.y() > 0
          && box.right() < limits.width()
          && box.bottom() < limits.height();
    }

    /** Returns the number of pixels. */
    private int flood(int start) {
      int width = limits.width();
      int size = 0;
      flooded[size++] = start;
      seen[start] = true;
      for (int done = 0; done < size; done++) {
        int at = flooded[done];
        int x = at % width;
        int[] around = {x > 0 ? at - 1 : at, x < width - 1 ? at + 1 : at, at - width, at + width};
        for (int next : around) {
          if (next >= 0 && next < seen.length && !seen[next] && !isWall(next)) {
            seen[next] = true;
            flooded[size++] = next;
          }
        }
      }
      return size;
    }

    private Box extent(int size) {
      int left = limits.width();
      int right = 0;
      int top = limits.height();
      int bottom = 0;
      for (int i = 0; i < size; i++) {
        int x = flooded[i] % limits.width();
        int y = flooded[i] / limits.width();
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
      }
      return new Box(left, top, right + 1 - left, bottom + 1 - top);
    }

    private boolean isStraight(Box box, int size) {
      int[] heights = new int[box.width()];
      for (int i = 0; i < size; i++) {
        heights[flooded[i] % limits.width() - box.x()]++;
      }
      int end = (int) (END * heights.length);
      double least = NEARLY * heights[heights.length / 2];
      return heights[end] >= least && heights[heights.length - 1 - end] >= least;
    }
  }
}
