package io.github.digitkit.recognizer.image;

import java.util.List;

/**
 * Lets rows and columns be walked by the same code.
 *
 * @param along pixels of a line from border to border
 * @param across how many such lines lie side by side
 * @param alongStep distance in the array of neighbours along a line
 * @param acrossStep distance in the array of neighbours across
 */
record LineDirection(int along, int across, int alongStep, int acrossStep) {
  /** Rows and columns of a plane. */
  static List<LineDirection> of(Plane plane) {
    int width = plane.width();
    int height = plane.height();
    return List.of(
        new LineDirection(width, height, 1, width), new LineDirection(height, width, width, 1));
  }

  int index(int positionAlong, int positionAcross) {
    return positionAlong * alongStep + positionAcross * acrossStep;
  }
}
