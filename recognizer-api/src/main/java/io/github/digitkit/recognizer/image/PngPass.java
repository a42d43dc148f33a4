package io.github.digitkit.recognizer.image;

import java.util.ArrayList;
import java.util.List;

/**
 * One pass over a PNG: the pixels at (startX + i stepX, startY + j stepY). A picture that is not
 * interlaced is one pass with steps of 1.
 *
 * @param width pixels in a row of this pass, 0 if the picture is too small to have any
 * @param height rows of this pass
 */
record PngPass(int startX, int startY, int stepX, int stepY, int width, int height) {
  private static final int[][] ADAM7 = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  static List<PngPass> of(PngHeader header) {
    if (!header.interlaced()) {
      return List.of(new PngPass(0, 0, 1, 1, header.width(), header.height()));
    }
    List<PngPass> passes = new ArrayList<>();
    for (int[] pass : ADAM7) {
      int width = steps(header.width(), pass[0], pass[2]);
      int height = steps(header.height(), pass[1], pass[3]);
      passes.add(new PngPass(pass[0], pass[1], pass[2], pass[3], width, height));
    }
    return passes;
  }

  private static int steps(int side, int start, int step) {
    return side <= start ? 0 : (side - start + step - 1) / step;
  }
}
