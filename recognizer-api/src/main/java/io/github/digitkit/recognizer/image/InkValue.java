package io.github.digitkit.recognizer.image;

/**
 * From darkness to ink, 0 to 1: full ink is a percentile of the digit's own darkness, so that
 * pencil and felt pen look alike, and pixels away from the chosen pieces are none.
 */
final class InkValue {
  private final InkPicture picture;
  private final NormalizationSettings settings;

  InkValue(InkPicture picture, NormalizationSettings settings) {
    this.picture = picture;
    this.settings = settings;
  }

  /** The darkness, in levels, that counts as full ink of the chosen pieces. */
  float fullInk(boolean[] chosen, Box box) {
    Histogram histogram = new Histogram();
    int[] labels = picture.pieces().labels();
    for (int y = box.y(); y < box.bottom(); y++) {
      for (int x = box.x(); x < box.right(); x++) {
        int at = y * picture.darkness().width() + x;
        if (chosen[labels[at]]) {
          histogram.add(picture.darkness().values()[at]);
        }
      }
    }
    return histogram.total() == 0 ? 0 : histogram.percentile(settings.inkPercentile());
  }

  /**
   * The ink of the chosen pieces and of a rim of one pixel around them.
   *
   * @param chosen by label, whether the piece belongs to the digit; 0, the paper, never does. Not
   *     modified.
   * @param box the part of the picture to return
   */
  Plane within(boolean[] chosen, Box box, float fullInk) {
    float none = (float) (settings.paperShare() * picture.threshold().grow());
    float scale = 1 / Math.max(1, fullInk - none);
    Plane ink = Plane.zeros(box.width(), box.height());
    for (int y = 0; y < box.height(); y++) {
      for (int x = 0; x < box.width(); x++) {
        if (inkOrRim(chosen, box.x() + x, box.y() + y)) {
          float value = (picture.darkness().get(box.x() + x, box.y() + y) - none) * scale;
          ink.values()[y * box.width() + x] = Math.max(0, Math.min(1, value));
        }
      }
    }
    return ink;
  }

  private boolean inkOrRim(boolean[] chosen, int x, int y) {
    Pieces pieces = picture.pieces();
    int[] labels = pieces.labels();
    int own = labels[y * pieces.width() + x];
    if (own != 0) {
      return chosen[own];
    }
    int lastX = Math.min(pieces.width() - 1, x + 1);
    int lastY = Math.min(pieces.height() - 1, y + 1);
    for (int nextY = Math.max(0, y - 1); nextY <= lastY; nextY++) {
      for (int nextX = Math.max(0, x - 1); nextX <= lastX; nextX++) {
        if (chosen[labels[nextY * pieces.width() + nextX]]) {
          return true;
        }
      }
    }
    return false;
  }
}
