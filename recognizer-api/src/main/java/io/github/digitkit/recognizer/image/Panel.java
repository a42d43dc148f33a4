package io.github.digitkit.recognizer.image;

import java.util.Arrays;
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

  /** Its least side in the view: less shows no digits. */
  private static final int LEAST_SIDE = 8;

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

  /** A panel that covers more of its box is not turned. */
  private static final double UPRIGHT = 0.97;

  private final Plane view;
  private final Piece piece;
  private final Pieces pieces;

  private Panel(Plane view, Piece piece, Pieces pieces) {
    this.view = view;
    this.piece = piece;
    this.pieces = pieces;
  }

  /** The panel of a picture; nothing if there is none. */
  static Optional<WrittenPart> in(GrayImage image) {
    Box whole = new Box(0, 0, image.width(), image.height());
    double scale = Math.min(1, SIDE / whole.longerSide());
    Plane light = WorkingSize.scaled(image, whole, scale);
    int split = Histogram.of(light.values()).otsu();
    return in(light, light, split)
        .or(() -> in(light, negative(light), 255 - split))
        .map(panel -> panel.partOf(image));
  }

  private static Plane negative(Plane plane) {
    Plane negative = Plane.zeros(plane.width(), plane.height());
    for (int i = 0; i < negative.values().length; i++) {
      negative.values()[i] = 255 - plane.values()[i];
    }
    return negative;
  }

  /** The largest piece above a level, if that is a panel. */
  private static Optional<Panel> in(Plane view, Plane levels, int split) {
    Pieces pieces = Pieces.find(levels, new InkThreshold(split, split));
    return pieces.all().stream()
        .max(Comparator.comparingInt(Piece::area))
        .filter(piece -> isSetOff(piece, pieces, levels))
        .filter(piece -> Plate.of(piece, pieces).isPresent())
        .map(piece -> new Panel(view, piece, pieces));
  }

  private static boolean isSetOff(Piece piece, Pieces pieces, Plane levels) {
    Box box = piece.box();
    double share = (double) box.width() * box.height() / levels.values().length;
    return Math.min(box.width(), box.height()) >= LEAST_SIDE
        && share >= LEAST_AREA
        && share <= MOST_AREA
        && isPlainAround(piece, pieces, levels);
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

  private WrittenPart partOf(GrayImage image) {
    Box box = piece.box();
    int[] first = new int[view.height()];
    int[] end = new int[view.height()];
    int covered = 0;
    for (int y = box.y(); y < box.bottom(); y++) {
      first[y] = box.right();
      for (int x = box.x(); x < box.right(); x++) {
        if (pieces.labels()[y * view.width() + x] == piece.label()) {
          first[y] = Math.min(first[y], x);
          end[y] = x + 1;
        }
      }
      covered += Math.max(0, end[y] - first[y]);
    }
    Box region = toSource(box, image);
    return covered >= UPRIGHT * box.width() * box.height()
        ? new WrittenPart(image, region)
        : new WrittenPart(toned(image, region, first, end), region);
  }

  /** The picture with the panel's tone beside each row of it. */
  private GrayImage toned(GrayImage image, Box region, int[] first, int[] end) {
    byte[] levels = image.toByteArray();
    byte tone = (byte) Math.round(tone());
    for (int y = region.y(); y < region.bottom(); y++) {
      int row = Math.min(view.height() - 1, y * view.height() / image.height());
      int left = (first[row] + EDGE) * image.width() / view.width();
      int right = (end[row] - EDGE) * image.width() / view.width();
      int start = y * image.width();
      Arrays.fill(levels, start, start + Math.min(image.width(), left), tone);
      Arrays.fill(levels, start + Math.max(0, right), start + image.width(), tone);
    }
    return GrayImage.wrap(image.width(), image.height(), levels);
  }

  private float tone() {
    Histogram histogram = new Histogram();
    for (int i = 0; i < view.values().length; i++) {
      if (pieces.labels()[i] == piece.label()) {
        histogram.add(view.values()[i]);
      }
    }
    return histogram.percentile(0.5);
  }

  private Box toSource(Box box, GrayImage image) {
    double scaleX = (double) image.width() / view.width();
    double scaleY = (double) image.height() / view.height();
    return Box.between(
        (int) ((box.x() + EDGE) * scaleX),
        (int) ((box.y() + EDGE) * scaleY),
        (int) ((box.right() - EDGE) * scaleX),
        (int) ((box.bottom() - EDGE) * scaleY));
  }
}
