package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.InkPicture;
import io.github.digitkit.recognizer.image.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * A line cut into strips by seams: the smallest parts from which digits are put together, from left
 * to right.
 */
final class Strips {
  /** Price of entering ink, in stroke widths. */
  private static final double ENTRY = 0.7;

  /** A cut may cost this many stroke widths ... */
  private static final double DEAREST_CUT = 2.4;

  /** ... or this many in a connected part wider than {@link #DOUBLE}. */
  private static final double DEAREST_CUT_OF_DOUBLE = 4.5;

  /** Parts wider than this share of a digit's height are likely two touching digits. */
  private static final double DOUBLE = 0.95;

  /** Seams that cross at most this many stroke widths go through a gap. */
  private static final double FREE = 0.3;

  /** Least distance of gaps and of cuts, as shares of a digit's height. */
  private static final double NEAREST_GAP = 0.08;

  private static final double NEAREST_CUT = 0.08;

  /** A connected part at most this wide, as a share of a digit's height, is not cut. */
  private static final double WHOLE = 0.8;

  private final InkPicture picture;
  private final double digitHeight;
  private final List<Strip> strips;

  private Strips(InkPicture picture, double digitHeight, List<Strip> strips) {
    this.picture = picture;
    this.digitHeight = digitHeight;
    this.strips = strips;
  }

  /**
   * A part of a line.
   *
   * @param labels of its pieces in the cut picture
   * @param box of its ink
   * @param ink its inked pixels
   * @param freeBefore whether the seam on its left crosses no ink
   */
  record Strip(List<Integer> labels, Box box, int ink, boolean freeBefore) {}

  static Strips of(LineInk line) {
    return cut(line, seamsOf(line));
  }

  /** The seams worth trying: all gaps, and within connected parts by how wide those are. */
  static List<Seams.Seam> seamsOf(LineInk line) {
    double stroke = line.strokeWidth();
    int width = line.picture().pieces().width();
    int height = line.picture().pieces().height();
    List<Seams.Seam> gaps =
        Seams.find(line.values(), width, height, FREE * stroke, NEAREST_GAP * line.digitHeight());
    List<Strip> parts = cut(line, gaps).strips;
    List<Seams.Seam> seams = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Box box = parts.get(i).box();
      if (box.width() > WHOLE * line.digitHeight()) {
        boolean twoOrMore = box.width() > DOUBLE * line.digitHeight();
        double dearest = (twoOrMore ? DEAREST_CUT_OF_DOUBLE : DEAREST_CUT) * stroke;
        int nearest = Math.max(2, (int) (NEAREST_CUT * line.digitHeight()));
        seams.addAll(Cuts.of(line.values(), width, box, ENTRY * stroke, dearest, nearest));
      }
      if (i < gaps.size()) {
        seams.add(gaps.get(i));
      }
    }
    return ordered(seams, height);
  }

  /** Keeps paths from crossing: each stays right of the one before it. */
  private static List<Seams.Seam> ordered(List<Seams.Seam> seams, int height) {
    for (int i = 1; i < seams.size(); i++) {
      int[] before = seams.get(i - 1).columns();
      int[] own = seams.get(i).columns();
      for (int y = 0; y < height; y++) {
        own[y] = Math.max(own[y], before[y]);
      }
    }
    return seams;
  }

  private static Strips cut(LineInk line, List<Seams.Seam> seams) {
    int width = line.picture().pieces().width();
    int[] zones = zones(line, seams, width);
    InkPicture cut = line.picture().cutInto(zones);
    List<List<Piece>> pieces = new ArrayList<>();
    for (int i = 0; i <= seams.size(); i++) {
      pieces.add(new ArrayList<>());
    }
    int[] zoneOf = new int[cut.pieces().all().size() + 1];
    int[] labels = cut.pieces().labels();
    for (int i = 0; i < labels.length; i++) {
      zoneOf[labels[i]] = zones[i];
    }
    for (Piece piece : cut.pieces().all()) {
      if (zoneOf[piece.label()] >= 0) {
        pieces.get(zoneOf[piece.label()]).add(piece);
      }
    }
    List<Strip> strips = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      boolean free = i == 0 || seams.get(i - 1).cost() <= FREE * line.strokeWidth();
      strips.add(strip(pieces.get(i), free));
    }
    return new Strips(cut, line.digitHeight(), strips);
  }

  /** The number of the strip for each pixel; -1 for punctuation, which is in none. */
  private static int[] zones(LineInk line, List<Seams.Seam> seams, int width) {
    int[] zones = new int[line.values().length];
    int[] labels = line.picture().pieces().labels();
    for (int y = 0; y < zones.length / width; y++) {
      int zone = 0;
      for (int x = 0; x < width; x++) {
        while (zone < seams.size() && x >= seams.get(zone).columns()[y]) {
          zone++;
        }
        int at = y * width + x;
        zones[at] = labels[at] > 0 && line.values()[at] == 0 ? -1 : zone;
      }
    }
    return zones;
  }

  private static Strip strip(List<Piece> pieces, boolean free) {
    Box box = Box.EMPTY;
    int ink = 0;
    List<Integer> labels = new ArrayList<>();
    for (Piece piece : pieces) {
      labels.add(piece.label());
      box = box.union(piece.box());
      ink += piece.area();
    }
    return new Strip(labels, box, ink, free);
  }

  InkPicture picture() {
    return picture;
  }

  double digitHeight() {
    return digitHeight;
  }

  List<Strip> all() {
    return strips;
  }
}
