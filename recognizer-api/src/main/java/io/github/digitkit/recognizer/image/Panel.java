package io.github.digitkit.recognizer.image;

import java.util.Comparator;
import java.util.Optional;

/**
 * The part of a picture that is written on, where that is clearly set off from what is around it: a
 * sheet on a dark table, a coloured band on a white page. Around the writing on it, such a part
 * shows one tone and the rest of the picture another; to read it, the rest is left out.
 */
final class Panel {
  /** Longer side of the view in which it is searched, in pixels. */
  private static final double SIDE = 160;

  /** Its least and its largest share of the picture. */
  private static final double LEAST_AREA = 0.1;

  private static final double MOST_AREA = 0.95;

  /** What is around it spreads less than this share of the step to it; writing spreads more. */
  private static final double PLAIN = 0.4;

  /** The share of what is around that may be anything. */
  private static final double ODD = 0.02;

  /** At most this share of what is around it has its tone. */
  private static final double MOST_ALIKE = 0.1;

  /** Pixels of the view by which its edge may be off. */
  private static final int EDGE = 2;

  private Panel() {}

  /** The panel of a picture, in its pixels; nothing if there is none. */
  static Optional<Box> in(GrayImage image) {
    Box whole = new Box(0, 0, image.width(), image.height());
    double scale = Math.min(1, SIDE / whole.longerSide());
    Plane light = WorkingSize.scaled(image, whole, scale);
    int split = Histogram.of(light.values()).otsu();
    return in(light, split)
        .or(() -> in(negative(light), 255 - split))
        .map(box -> toSource(box, light, image));
  }

  private static Plane negative(Plane plane) {
    Plane negative = Plane.zeros(plane.width(), plane.height());
    for (int i = 0; i < negative.values().length; i++) {
      negative.values()[i] = 255 - plane.values()[i];
    }
    return negative;
  }

  /** The largest piece above a level, if that is a panel. */
  private static Optional<Box> in(Plane levels, int split) {
    Pieces pieces = Pieces.find(levels, new InkThreshold(split, split));
    return pieces.all().stream()
        .max(Comparator.comparingInt(Piece::area))
        .filter(piece -> isSetOff(piece, pieces, levels))
        .flatMap(piece -> Plate.of(piece, pieces))
        .map(Plate::box);
  }

  private static boolean isSetOff(Piece piece, Pieces pieces, Plane levels) {
    Box box = piece.box();
    double share = (double) box.width() * box.height() / levels.values().length;
    return share >= LEAST_AREA && share <= MOST_AREA && isPlainAround(piece, pieces, levels);
  }

  /** Whether all that is around a box is of one tone, which is not the piece's. */
  private static boolean isPlainAround(Piece piece, Pieces pieces, Plane levels) {
    Box withEdge = piece.box().grown(EDGE, levels.width(), levels.height());
    Histogram around = new Histogram();
    int alike = 0;
    for (int y = 0; y < levels.height(); y++) {
      for (int x = 0; x < levels.width(); x++) {
        if (!withEdge.contains(x, y)) {
          around.add(levels.get(x, y));
          alike += pieces.labels()[y * levels.width() + x] > 0 ? 1 : 0;
        }
      }
    }
    if (around.total() == 0) {
      return false;
    }
    double step = piece.darkness() / piece.area() - around.percentile(0.5);
    double spread = around.percentile(1 - ODD) - around.percentile(ODD);
    return alike <= MOST_ALIKE * around.total() && spread <= PLAIN * step;
  }

  private static Box toSource(Box box, Plane view, GrayImage image) {
    double scaleX = (double) image.width() / view.width();
    double scaleY = (double) image.height() / view.height();
    return Box.between(
        (int) ((box.x() + EDGE) * scaleX),
        (int) ((box.y() + EDGE) * scaleY),
        (int) ((box.right() - EDGE) * scaleX),
        (int) ((box.bottom() - EDGE) * scaleY));
  }
}
