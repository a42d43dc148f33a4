package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.DigitNormalizer;
import io.github.digitkit.recognizer.image.GrayImage;
import io.github.digitkit.recognizer.image.InkPicture;
import io.github.digitkit.recognizer.image.Piece;
import io.github.digitkit.recognizer.image.Pieces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The ink of a line of digits at a size fit for cutting, and the measures that cutting goes by.
 *
 * @param picture the ink
 * @param digitHeight typical height of a digit, in pixels of the ink picture
 * @param strokeWidth typical width of a stroke, in the same pixels
 * @param values ink 0 to 1, in rows, of the pieces that may be digits; punctuation is left out
 */
record LineInk(
    InkPicture picture,
    double digitHeight,
    double strokeWidth,
    @SuppressWarnings("ArrayRecordComponent") float[] values) {
  /** Working pixels that a line may have: what can be cut in a few milliseconds. */
  private static final double PIXELS = 64_000;

  private static final double TALLEST = 112;
  private static final double MOST_ENLARGED = 2;
  private static final double TYPICAL = 0.65;

  /** Lower and narrower pieces, as shares of a digit's height, are points or specks. */
  private static final double POINT = 0.34;

  private static final double SPECK = 0.12;

  /** A line that is less than this share of its picture's height is looked at more closely. */
  private static final double SMALL = 0.5;

  /** A closer look must enlarge at least this much. */
  private static final double LEAST_ZOOM = 1.3;

  /** Looks that differ in less than this share of the ink show the same. */
  private static final double UNLIKE = 0.01;

  /** A look that shows less than this share of the ink saw through a shadow. */
  private static final double FAR_LESS = 0.4;

  private static final int ZOOMS = 2;
  private static final double ZOOM_MARGIN = 0.4;
  private static final double TALL = 0.5;

  /** The ink of the line in a region; a small line in a large picture is cut out first. */
  static LineInk of(GrayImage image, Box region, DigitNormalizer normalizer) {
    return of(region, (part, scale) -> normalizer.inkOfLine(image, part, scale));
  }

  /** As {@link #of}, under light that no smooth surface follows, as across a shadow's edge. */
  static LineInk inPatchyLight(GrayImage image, Box region, DigitNormalizer normalizer) {
    return of(region, (part, scale) -> normalizer.inkOfLineInPatchyLight(image, part, scale));
  }

  /** Finds the ink of a part of a picture, at so many pixels for a pixel of the picture. */
  private interface Look {
    InkPicture at(Box part, double scale);
  }

  private static LineInk of(Box region, Look look) {
    Box part = region;
    LineInk line = measure(look.at(part, scaleOf(part)));
    for (int zoom = 0; zoom < ZOOMS; zoom++) {
      Box closer = line.extent();
      boolean worth =
          !closer.isEmpty()
              && closer.height() < SMALL * part.height()
              && scaleOf(closer) >= LEAST_ZOOM * scaleOf(part);
      if (!worth) {
        break;
      }
      part = closer;
      line = measure(look.at(part, scaleOf(part)));
    }
    return line;
  }

  private static double scaleOf(Box region) {
    double area = (double) region.width() * region.height();
    return Math.min(Math.min(MOST_ENLARGED, TALLEST / region.height()), Math.sqrt(PIXELS / area));
  }

  /** Where the tall pieces are, with a margin, in pixels of the source. */
  private Box extent() {
    Box extent = Box.EMPTY;
    for (Piece piece : picture.pieces().all()) {
      if (piece.box().height() >= TALL * digitHeight) {
        extent = extent.union(piece.box());
      }
    }
    if (extent.isEmpty()) {
      return extent;
    }
    int margin = (int) Math.ceil(ZOOM_MARGIN * digitHeight);
    return picture.toSource(
        extent.grown(margin, picture.pieces().width(), picture.pieces().height()));
  }

  private static LineInk measure(InkPicture picture) {
    List<Piece> pieces = picture.pieces().all();
    boolean[] beside = besideNumber(picture.pieces());
    double height = typicalHeight(pieces.stream().filter(p -> !beside[p.label()]).toList());
    boolean[] kept = new boolean[pieces.size() + 1];
    for (Piece piece : pieces) {
      kept[piece.label()] =
          !beside[piece.label()] && !isPoint(piece.box(), height) && !isSpeck(piece, height);
    }
    float[] values = inkOf(picture, kept);
    return new LineInk(picture, height, strokeWidth(values, picture.pieces().width()), values);
  }

  /** By label, whether a piece is around or under a number. */
  private static boolean[] besideNumber(Pieces pieces) {
    boolean[] beside = Frames.of(pieces);
    add(beside, Underlines.of(pieces, beside));
    add(beside, Parentheses.of(pieces, beside));
    return beside;
  }

  private static void add(boolean[] found, boolean[] more) {
    for (int label = 0; label < found.length; label++) {
      found[label] |= more[label];
    }
  }

  /** The height below which two thirds of the ink's pieces lie, each counted by its ink. */
  private static double typicalHeight(List<Piece> pieces) {
    List<Piece> byHeight = new ArrayList<>(pieces);
    byHeight.sort(Comparator.comparingInt(piece -> piece.box().height()));
    double all = pieces.stream().mapToDouble(Piece::darkness).sum();
    double sum = 0;
    for (Piece piece : byHeight) {
      sum += piece.darkness();
      if (sum >= TYPICAL * all) {
        return piece.box().height();
      }
    }
    return 0;
  }

  private static boolean isPoint(Box box, double height) {
    return box.height() < POINT * height && box.width() < POINT * height;
  }

  private static boolean isSpeck(Piece piece, double height) {
    return piece.area() < SPECK * SPECK * height * height;
  }

  private static float[] inkOf(InkPicture picture, boolean[] kept) {
    int[] labels = picture.pieces().labels();
    float[] darkness = picture.darkness().values();
    double sum = 0;
    int count = 0;
    for (int i = 0; i < labels.length; i++) {
      if (kept[labels[i]]) {
        sum += darkness[i];
        count++;
      }
    }
    float full = count == 0 ? 1 : (float) (sum / count);
    float[] values = new float[labels.length];
    for (int i = 0; i < labels.length; i++) {
      if (kept[labels[i]]) {
        values[i] = Math.min(1, darkness[i] / full);
      }
    }
    return values;
  }

  /** Twice the area over the outline: the width of a long stroke. */
  private static double strokeWidth(float[] values, int width) {
    int area = 0;
    int outline = 0;
    for (int i = 0; i < values.length; i++) {
      if (values[i] > 0) {
        area++;
        boolean inside =
            i >= width
                && i < values.length - width
                && i % width > 0
                && i % width < width - 1
                && values[i - 1] > 0
                && values[i + 1] > 0
                && values[i - width] > 0
                && values[i + width] > 0;
        outline += inside ? 0 : 1;
      }
    }
    return outline == 0 ? 1 : Math.max(1, 2.0 * area / outline - 0.5);
  }

  /** Whether nearly the same pixels are ink as in another look at the same line. */
  boolean isLike(LineInk other) {
    if (values.length != other.values.length) {
      return false;
    }
    int ink = 0;
    int unlike = 0;
    for (int i = 0; i < values.length; i++) {
      ink += values[i] > 0 ? 1 : 0;
      unlike += values[i] > 0 != other.values[i] > 0 ? 1 : 0;
    }
    return unlike <= UNLIKE * ink;
  }

  /**
   * Whether this shows far less ink than another look at the same line, which took shadow for it.
   */
  boolean isFarLessThan(LineInk other) {
    return !isEmpty() && inkedShare() < FAR_LESS * other.inkedShare();
  }

  private double inkedShare() {
    int ink = 0;
    for (float value : values) {
      ink += value > 0 ? 1 : 0;
    }
    return (double) ink / values.length;
  }

  boolean isEmpty() {
    return digitHeight == 0;
  }
}
