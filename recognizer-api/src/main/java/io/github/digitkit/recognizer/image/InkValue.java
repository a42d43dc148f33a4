package io.github.digitkit.recognizer.image;

/**
 * From darkness to ink, 0 to 1: full ink is a percentile of the digit's own darkness, so that
 * pencil and felt pen look alike, and pixels away from the digit's own ink are none.
 */
final class InkValue {
  private final InkPicture picture;
  private final NormalizationSettings settings;

  InkValue(InkPicture picture, NormalizationSettings settings) {
    this.picture = picture;
    this.settings = settings;
  }

  /** The darkness, in levels, that counts as full ink of the digit. */
  float fullInk(InkMask digit) {
    Histogram histogram = new Histogram();
    Box box = digit.box();
    float[] darkness = picture.darkness().values();
    for (int y = 0; y < box.height(); y++) {
      int row = (box.y() + y) * picture.darkness().width() + box.x();
      for (int x = 0; x < box.width(); x++) {
        if (digit.inside()[y * box.width() + x]) {
          histogram.add(darkness[row + x]);
        }
      }
    }
    return histogram.total() == 0 ? 0 : histogram.percentile(settings.inkPercentile());
  }

  /**
   * The ink of the digit and of a rim of paper one pixel wide around it.
   *
   * @param fullInk as of {@link #fullInk}
   * @return a plane as large as the digit's box grown by one pixel, within the picture
   */
  Plane within(InkMask digit, float fullInk) {
    float none = (float) (settings.paperShare() * picture.threshold().grow());
    float scale = 1 / Math.max(1, fullInk - none);
    Plane darkness = picture.darkness();
    int[] labels = picture.pieces().labels();
    boolean[] rim = digit.grownByOne();
    int rimWidth = digit.box().width() + 2;
    Box box = digit.box().grown(1, darkness.width(), darkness.height());
    Plane ink = Plane.zeros(box.width(), box.height());
    for (int y = 0; y < box.height(); y++) {
      int row = (box.y() + y) * darkness.width() + box.x();
      for (int x = 0; x < box.width(); x++) {
        int inRimX = box.x() + x - digit.box().x() + 1;
        int inRimY = box.y() + y - digit.box().y() + 1;
        if (rim[inRimY * rimWidth + inRimX] && isOwn(digit, labels[row + x], inRimX, inRimY)) {
          float value = (darkness.values()[row + x] - none) * scale;
          ink.values()[y * box.width() + x] = Math.max(0, Math.min(1, value));
        }
      }
    }
    return ink;
  }

  /** Whether a pixel of ink or rim is the digit's ink or paper, not another piece's ink. */
  private static boolean isOwn(InkMask digit, int label, int inRimX, int inRimY) {
    if (label == 0) {
      return true;
    }
    int x = inRimX - 1;
    int y = inRimY - 1;
    Box box = digit.box();
    return x >= 0
        && y >= 0
        && x < box.width()
        && y < box.height()
        && digit.inside()[y * box.width() + x];
  }
}
