package io.github.digitkit.cli.judge;

import io.github.digitkit.recognizer.LocatedDigit;
import io.github.digitkit.recognizer.NumberReading;
import io.github.digitkit.recognizer.Recognition;
import java.util.HashMap;
import java.util.Map;

/**
 * What stands in the cells of a square grid on a photo, and where on the photo that is.
 *
 * <p>A digit on the page that was not found counts as refused, a find where there is no digit as
 * wrongly accepted.
 */
final class GridTruth {
  static final String CORNERS = "grid_corners_xy_ul_ur_lr_ll";

  private static final char EMPTY = '.';

  private final String[] rows;
  private final double[][] corners;

  private GridTruth(String[] rows, double[][] corners) {
    this.rows = rows;
    this.corners = corners;
  }

  /** Reads {@code text}, rows parted by "/", and the corners "x:y x:y x:y x:y". */
  static GridTruth of(Map<String, String> row) {
    String[] points = PictureIndex.field(row, CORNERS).split(" ", -1);
    double[][] corners = new double[points.length][];
    for (int i = 0; i < points.length; i++) {
      String[] numbers = points[i].split(":", -1);
      corners[i] = new double[] {Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])};
    }
    if (corners.length != 4) {
      throw new IllegalArgumentException(CORNERS + ": expected 4 corners, got " + corners.length);
    }
    return new GridTruth(PictureIndex.field(row, "text").split("/", -1), corners);
  }

  void compare(String file, NumberReading page, Tally tally) {
    Map<Integer, Recognition> found = new HashMap<>();
    for (LocatedDigit digit : page.digits()) {
      int cell = cellAt(digit);
      if (cell < 0 || expected(cell) == EMPTY || found.containsKey(cell)) {
        Recognition extra = digit.recognition();
        tally.addNonDigit(file, "" + extra.digit(), extra.confidence(), extra.accepted());
      } else {
        found.put(cell, digit.recognition());
      }
    }
    for (int cell = 0; cell < rows.length * rows.length; cell++) {
      if (expected(cell) != EMPTY) {
        String where =
            file + " row " + (cell / rows.length + 1) + " column " + (cell % rows.length + 1);
        String label = String.valueOf(expected(cell));
        Recognition read = found.get(cell);
        if (read == null) {
          tally.add(where, label, "", 0, false);
        } else {
          tally.add(where, label, "" + read.digit(), read.confidence(), read.accepted());
        }
      }
    }
  }

  private char expected(int cell) {
    return rows[cell / rows.length].charAt(cell % rows.length);
  }

  /** The cell whose centre is nearest, or -1 where that is further than half a cell's diagonal. */
  private int cellAt(LocatedDigit digit) {
    double x = digit.box().x() + digit.box().width() / 2.0;
    double y = digit.box().y() + digit.box().height() / 2.0;
    int side = rows.length;
    double reach = Math.hypot(corners[2][0] - corners[0][0], corners[2][1] - corners[0][1]) / side;
    double nearest = reach / 2;
    int best = -1;
    for (int cell = 0; cell < side * side; cell++) {
      int row = cell / side;
      double right = (cell % side + 0.5) / side;
      double down = (row + 0.5) / side;
      double distance = Math.hypot(x - at(right, down, 0), y - at(right, down, 1));
      if (distance < nearest) {
        nearest = distance;
        best = cell;
      }
    }
    return best;
  }

  private double at(double right, double down, int axis) {
    double upper = corners[0][axis] + right * (corners[1][axis] - corners[0][axis]);
    double lower = corners[3][axis] + right * (corners[2][axis] - corners[3][axis]);
    return upper + down * (lower - upper);
  }
}
