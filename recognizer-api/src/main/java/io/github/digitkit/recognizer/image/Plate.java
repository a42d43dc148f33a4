package io.github.digitkit.recognizer.image;

import java.util.BitSet;
import java.util.Optional;

/**
 * A filled shape that is written on, in the tone of what is around it: a button, a sticker, a sign,
 * a sheet on a table. What it leaves open is long and narrow, as strokes are; the loops that a
 * thick brush leaves open in a 0 or an 8 are not.
 */
final class Plate {
  /** A plate with what is on it covers at least this share of its box; a disc covers 0.785. */
  private static final double LEAST_SOLID = 0.7;

  /** Of the plate's own area, what is written on it has at least this share, and at most that. */
  private static final double LEAST_WRITTEN = 0.02;

  private static final double MOST_WRITTEN = 0.6;

  /** The strokes on it are at least this many times as long as wide. */
  private static final double LEAST_LENGTH = 6;

  /** So many pixels around a stroke fade into the plate. */
  private static final int FADING = 2;

  private final Piece plate;
  private final PaperRegions regions;
  private final BitSet written = new BitSet();
  private final int width;

  private Plate(Piece plate, Pieces pieces) {
    this.plate = plate;
    this.width = pieces.width();
    this.regions = PaperRegions.of(pieces);
    for (int region = 0; region < regions.count(); region++) {
      if (!regions.isOpen(region) && regions.touch(region, plate)) {
        written.set(region);
      }
    }
  }

  /** The piece as a plate; nothing if it is none, or nothing is written on it. */
  static Optional<Plate> of(Piece piece, Pieces pieces) {
    return mayBeSolid(piece)
        ? Optional.of(new Plate(piece, pieces)).filter(Plate::isWrittenOn)
        : Optional.empty();
  }

  /** Says of most digits at once that they are no plate. */
  private static boolean mayBeSolid(Piece piece) {
    Box box = piece.box();
    return (1 + MOST_WRITTEN) * piece.area() >= LEAST_SOLID * box.width() * box.height();
  }

  private boolean isWrittenOn() {
    int area = written.stream().map(regions::area).sum();
    Box box = plate.box();
    if (area < LEAST_WRITTEN * plate.area()
        || area > MOST_WRITTEN * plate.area()
        || area + plate.area() < LEAST_SOLID * box.width() * box.height()) {
      return false;
    }
    Plane strokes = Plane.zeros(box.width(), box.height());
    forEachWritten((x, y) -> strokes.values()[(y - box.y()) * box.width() + x - box.x()] = 1);
    double pen = StrokeWidth.of(strokes);
    return area >= LEAST_LENGTH * pen * pen;
  }

  /**
   * How much lighter than the plate each pixel is, in levels, where something is written on it.
   *
   * @param darkness of the picture that the plate was found in
   */
  Plane lightness(Plane darkness) {
    Plane light = Plane.zeros(darkness.width(), darkness.height());
    float level = (float) (plate.darkness() / plate.area());
    forEachWritten(
        (x, y) -> {
          int lastY = Math.min(darkness.height() - 1, y + FADING);
          int lastX = Math.min(darkness.width() - 1, x + FADING);
          for (int row = Math.max(0, y - FADING); row <= lastY; row++) {
            for (int column = Math.max(0, x - FADING); column <= lastX; column++) {
              int at = row * darkness.width() + column;
              light.values()[at] = Math.max(0, level - darkness.values()[at]);
            }
          }
        });
    return light;
  }

  /** Takes a pixel's column and row. */
  @FunctionalInterface
  private interface Pixels {
    void at(int x, int y);
  }

  private void forEachWritten(Pixels pixels) {
    Box box = plate.box();
    for (int y = box.y(); y < box.bottom(); y++) {
      for (int x = box.x(); x < box.right(); x++) {
        int region = regions.at(y * width + x);
        if (region >= 0 && written.get(region)) {
          pixels.at(x, y);
        }
      }
    }
  }
}
