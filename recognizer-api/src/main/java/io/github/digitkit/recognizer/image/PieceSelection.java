package io.github.digitkit.recognizer.image;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the pieces that make the digit: the main piece, nearest the middle and darkest, and those
 * that belong to it, as the bar of a 5; not specks, not what a neighbour's stroke left at the
 * border, not what goes around the digit.
 */
final class PieceSelection {
  private static final double MIDDLE_WIDTH = 0.45;

  /** Kept pieces above this share of the main one count for the digit's extent. */
  private static final double EXTENT_SHARE = 0.1;

  private static final double LARGE_SHARE = 0.5;

  /** Height of an underline as a share of its width, and its width as one of the digit's side. */
  private static final double FLAT = 0.15;

  private static final double LONG = 0.9;

  private final Pieces pieces;
  private final NormalizationSettings settings;
  private final boolean[] chosen;
  private final boolean[] surroundings;
  private Box box = Box.EMPTY;
  private Box core = Box.EMPTY;

  private PieceSelection(Pieces pieces, boolean[] surroundings, NormalizationSettings settings) {
    this.pieces = pieces;
    this.settings = settings;
    this.chosen = new boolean[pieces.all().size() + 1];
    this.surroundings = surroundings;
  }

  /** Chooses among the pieces of the picture; nothing if it has none. */
  static PieceSelection of(InkPicture picture, NormalizationSettings settings) {
    return of(picture, Surroundings.in(picture.pieces()), settings);
  }

  private static PieceSelection of(
      InkPicture picture, boolean[] surroundings, NormalizationSettings settings) {
    PieceSelection selection = new PieceSelection(picture.pieces(), surroundings, settings);
    if (!picture.pieces().all().isEmpty()) {
      selection.choose(selection.mainPiece(picture.darkness()));
    }
    return selection;
  }

  /** The same digit in a closer look at a part of the picture in which this one was chosen. */
  PieceSelection inCloserLook(InkPicture picture, InkPicture closer) {
    boolean[] around = Surroundings.in(closer.pieces());
    boolean[] before = Surroundings.seenBefore(picture, surroundings, closer);
    for (int label = 0; label < around.length; label++) {
      around[label] |= before[label];
    }
    return of(closer, around, settings);
  }

  /** Only the main piece; nothing if there is none. */
  static PieceSelection mainPieceOf(InkPicture picture, NormalizationSettings settings) {
    PieceSelection selection =
        new PieceSelection(picture.pieces(), Surroundings.in(picture.pieces()), settings);
    if (!picture.pieces().all().isEmpty()) {
      Piece main = selection.mainPiece(picture.darkness());
      selection.add(main, main);
    }
    return selection;
  }

  /** The largest piece of the digit; nothing if it has none. */
  Optional<Piece> largest() {
    return pieces.all().stream()
        .filter(piece -> chosen[piece.label()])
        .max(Comparator.comparingInt(Piece::area));
  }

  /** By label, whether the piece belongs to the digit. Shared. */
  boolean[] chosen() {
    return chosen;
  }

  /** The ink of all chosen pieces. */
  InkMask mask() {
    return InkMask.of(pieces, chosen);
  }

  /** The extent of all chosen pieces in the working picture. */
  Box box() {
    return box;
  }

  private Piece mainPiece(Plane darkness) {
    double[] weight = new double[chosen.length];
    double[] across = middleWeights(pieces.width());
    double[] down = middleWeights(pieces.height());
    int[] labels = pieces.labels();
    for (int y = 0; y < pieces.height(); y++) {
      for (int x = 0; x < pieces.width(); x++) {
        int at = y * pieces.width() + x;
        if (labels[at] > 0 && !surroundings[labels[at]]) {
          weight[labels[at]] += darkness.values()[at] * across[x] * down[y];
        }
      }
    }
    List<Piece> all = pieces.all();
    Piece main = all.get(0);
    for (Piece piece : all) {
      if (weight[piece.label()] > weight[main.label()]) {
        main = piece;
      }
    }
    return main;
  }

  private static double[] middleWeights(int side) {
    double[] weights = new double[side];
    for (int i = 0; i < side; i++) {
      double distance = (i + 0.5 - side / 2.0) / (MIDDLE_WIDTH * side);
      weights[i] = Math.exp(-distance * distance);
    }
    return weights;
  }

  private void choose(Piece main) {
    add(main, main);
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Piece piece : pieces.all()) {
        if (!chosen[piece.label()] && belongs(piece, main)) {
          add(piece, main);
          grown = true;
        }
      }
    }
  }

  private void add(Piece piece, Piece main) {
    chosen[piece.label()] = true;
    box = box.union(piece.box());
    if (piece.area() > EXTENT_SHARE * main.area()) {
      core = core.union(piece.box());
    }
  }

  private boolean belongs(Piece piece, Piece main) {
    if (surroundings[piece.label()]
        || piece.area() < settings.pieceShare() * main.area()
        || isUnderline(piece.box(), main.box())) {
      return false;
    }
    boolean inside = core.contains(piece.centreX(), piece.centreY());
    boolean near = piece.box().gapTo(core) < settings.pieceGap() * core.longerSide();
    if (!touchesBorder(piece.box())) {
      return inside || near;
    }
    boolean large = piece.area() > LARGE_SHARE * main.area() && touchesBorder(main.box());
    return inside || (near && (large || reachesDeep(piece.box())));
  }

  /** Whether a flat piece over or under the main one is longer than the bar of any digit. */
  private static boolean isUnderline(Box piece, Box main) {
    return piece.sharedRows(main) == 0
        && piece.height() <= FLAT * piece.width()
        && piece.width() >= LONG * main.longerSide()
        && piece.width() > main.width();
  }

  private boolean touchesBorder(Box piece) {
    return piece.x() == 0
        || piece.y() == 0
        || piece.right() == pieces.width()
        || piece.bottom() == pieces.height();
  }

  /** Whether a piece that touches a border reaches far from every border that it touches. */
  private boolean reachesDeep(Box piece) {
    double depthX = settings.edgeDepth() * pieces.width();
    double depthY = settings.edgeDepth() * pieces.height();
    return (piece.x() > 0 || piece.right() > depthX)
        && (piece.right() < pieces.width() || pieces.width() - piece.x() > depthX)
        && (piece.y() > 0 || piece.bottom() > depthY)
        && (piece.bottom() < pieces.height() || pieces.height() - piece.y() > depthY);
  }
}
