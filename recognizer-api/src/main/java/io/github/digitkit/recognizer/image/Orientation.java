package io.github.digitkit.recognizer.image;

/** How a camera held the picture: the eight values of the EXIF and TIFF tag 0x0112, in order. */
enum Orientation {
  UPRIGHT(false, false, false),
  MIRRORED(false, true, false),
  TURNED_180(false, true, true),
  MIRRORED_VERTICALLY(false, false, true),
  TRANSPOSED(true, false, false),
  TURNED_LEFT(true, true, false),
  TRANSVERSED(true, true, true),
  TURNED_RIGHT(true, false, true);

  private final boolean swapsAxes;
  private final boolean fromRight;
  private final boolean fromBottom;

  /**
   * The upright picture's rows are the stored picture's rows, or its columns if the axes are
   * swapped; its first column is stored last if {@code fromRight}, its first row if {@code
   * fromBottom}.
   */
  Orientation(boolean swapsAxes, boolean fromRight, boolean fromBottom) {
    this.swapsAxes = swapsAxes;
    this.fromRight = fromRight;
    this.fromBottom = fromBottom;
  }

  /** The orientation of a tag's value; anything but 1 to 8 counts as upright. */
  static Orientation ofTag(int value) {
    return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
  }

  /** Turns a stored picture upright. */
  DecodedImage upright(DecodedImage stored) {
    if (this == UPRIGHT) {
      return stored;
    }
    GrayImage turned = upright(stored.image());
    return swapsAxes
        ? new DecodedImage(
            turned, stored.format(), stored.height(), stored.width(), stored.shrink())
        : new DecodedImage(
            turned, stored.format(), stored.width(), stored.height(), stored.shrink());
  }

  private GrayImage upright(GrayImage stored) {
    int width = swapsAxes ? stored.height() : stored.width();
    int height = swapsAxes ? stored.width() : stored.height();
    int stepX = swapsAxes ? stored.width() : 1;
    int stepY = swapsAxes ? 1 : stored.width();
    int start = (fromRight ? (width - 1) * stepX : 0) + (fromBottom ? (height - 1) * stepY : 0);
    byte[] from = stored.array();
    byte[] to = new byte[from.length];
    for (int y = 0; y < height; y++) {
      int at = start + (fromBottom ? -y : y) * stepY;
      for (int x = 0; x < width; x++) {
        to[y * width + x] = from[at];
        at += fromRight ? -stepX : stepX;
      }
    }
    return GrayImage.wrap(width, height, to);
  }
}
