package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.InkPicture;
import io.github.digitkit.recognizer.image.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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

  /** Lower parts, as a share of a digit's height, are marks or bars, and not cut. */
  private static final double LOWEST_CUT = 0.45;

  /** Two loops share a wall if no more stroke widths lie between them. */
  private static final double THICKEST_WALL = 2.5;

  /** Least distance of gaps and of cuts, as shares of a digit's height. */
  private static final double NEAREST_GAP = 0.08;

  private static final double NEAREST_CUT = 0.08;

  /** A connected part at most this wide, as a share of a digit's height, is not cut. */
  private static final double WHOLE = 0.45;

  private final LineInk line;
  private final InkPicture picture;
  private final List<Seams.Seam> seams;
  private final List<Strip> strips;
  private final int[] origins;
  private final List<Loop> loops;

  private Strips(
      LineInk line,
      InkPicture picture,
      List<Seams.Seam> seams,
      List<Strip> strips,
      int[] origins,
      List<Loop> loops) {
    this.loops = loops;
    this.line = line;
    this.picture = picture;
    this.seams = seams;
    this.strips = strips;
    this.origins = origins;
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

  /** The line cut at its gaps only. */
  static Strips atGaps(LineInk line) {
    int width = line.picture().pieces().width();
    int height = line.picture().pieces().height();
    double free = FREE * line.strokeWidth();
    double nearest = NEAREST_GAP * line.digitHeight();
    List<Seams.Seam> gaps = Seams.find(line.values(), width, height, free, nearest);
    return cut(line, gaps, IntStream.rangeClosed(0, gaps.size()).toArray(), List.of());
  }

  /**
   * Cuts through strips, too, where these could be several touching digits.
   *
   * @param whole for each strip, whether it is to stay as it is. Not modified.
   */
  Strips further(boolean[] whole) {
    if (IntStream.range(0, whole.length).allMatch(i -> whole[i])) {
      return this;
    }
    int height = picture.pieces().height();
    List<Loop> found = Loops.of(line);
    List<Seams.Seam> walls = walls(found, height);
    List<Seams.Seam> all = new ArrayList<>();
    List<Integer> from = new ArrayList<>();
    for (int i = 0; i < strips.size(); i++) {
      List<Seams.Seam> cuts = whole[i] ? List.of() : cutsThrough(strips.get(i).box(), walls);
      all.addAll(cuts);
      from.addAll(Collections.nCopies(cuts.size() + 1, i));
      if (i < seams.size()) {
        all.add(seams.get(i));
      }
    }
    int[] of = from.stream().mapToInt(Integer::intValue).toArray();
    return cut(line, ordered(all, height), of, found);
  }

  /** Cuts along the walls that neighbouring loops share. */
  private List<Seams.Seam> walls(List<Loop> found, int height) {
    List<Seams.Seam> walls = new ArrayList<>();
    for (int i = 1; i < found.size(); i++) {
      Loop before = found.get(i - 1);
      if (before.sharesWallWith(found.get(i), THICKEST_WALL * line.strokeWidth())) {
        int[] columns = before.middleTo(found.get(i), height);
        walls.add(new Seams.Seam(columns, (float) line.strokeWidth()));
      }
    }
    return walls;
  }

  private List<Seams.Seam> cutsThrough(Box box, List<Seams.Seam> walls) {
    double digit = line.digitHeight();
    if (box.width() <= WHOLE * digit || box.height() < LOWEST_CUT * digit) {
      return List.of();
    }
    double stroke = line.strokeWidth();
    boolean twoOrMore = box.width() > DOUBLE * digit;
    double dearest = (twoOrMore ? DEAREST_CUT_OF_DOUBLE : DEAREST_CUT) * stroke;
    int nearest = Math.max(2, (int) (NEAREST_CUT * digit));
    int width = picture.pieces().width();
    List<Seams.Seam> cuts =
        new ArrayList<>(Cuts.of(line.values(), width, box, ENTRY * stroke, dearest, nearest));
    int middle = box.y() + box.height() / 2;
    for (Seams.Seam wall : walls) {
      int at = wall.columns()[middle];
      if (at > box.x() && at < box.right()) {
        cuts.removeIf(cut -> Math.abs(cut.columns()[middle] - at) < stroke);
        cuts.add(wall);
      }
    }
    cuts.sort(Comparator.comparingInt(cut -> cut.columns()[middle]));
    return cuts;
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

  private static Strips cut(LineInk line, List<Seams.Seam> seams, int[] origins, List<Loop> loops) {
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
    return new Strips(line, cut, seams, strips, origins, loops);
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

  /** Ink 0 to 1 of the whole line, in rows. Not to be modified. */
  float[] ink() {
    return line.values();
  }

  /** For every row, the first column of a strip; after the last strip, the line's end. */
  int[] startOf(int strip) {
    int[] columns = new int[picture.pieces().height()];
    if (strip == strips.size()) {
      Arrays.fill(columns, picture.pieces().width());
    } else if (strip > 0) {
      System.arraycopy(seams.get(strip - 1).columns(), 0, columns, 0, columns.length);
    }
    return columns;
  }

  double digitHeight() {
    return line.digitHeight();
  }

  double strokeWidth() {
    return line.strokeWidth();
  }

  List<Strip> all() {
    return strips;
  }

  /** The loops that are as high as digits; only looked for when the line was cut further. */
  List<Loop> loops() {
    return loops;
  }

  /** For each strip, the number of the strip that it was cut from; its own if none was. */
  int[] origins() {
    return origins.clone();
  }

  /** Whether strips are all that was cut from one strip, and so known as that one. */
  boolean isOriginal(int first, int last) {
    int origin = origins[first];
    return origin == origins[last]
        && (first == 0 || origins[first - 1] != origin)
        && (last == origins.length - 1 || origins[last + 1] != origin);
  }

  /** Ink that is crossed left of a strip, in stroke widths; 0 at gaps and at the line's ends. */
  double cutBefore(int strip) {
    if (strip == 0 || strip == strips.size()) {
      return 0;
    }
    float cost = seams.get(strip - 1).cost();
    return cost <= FREE * line.strokeWidth() ? 0 : cost / line.strokeWidth();
  }
}
