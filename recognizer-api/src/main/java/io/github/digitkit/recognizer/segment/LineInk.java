package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.DigitNormalizer;
import io.github.digitkit.recognizer.image.GrayImage;
import io.github.digitkit.recognizer.image.InkPicture;
import io.github.digitkit.recognizer.image.Piece;
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

  static LineInk of(GrayImage image, Box region, DigitNormalizer normalizer) {
    double area = (double) region.width() * region.height();
    double scale =
        Math.min(Math.min(MOST_ENLARGED, TALLEST / region.height()), Math.sqrt(PIXELS / area));
    return measure(normalizer.inkOf(image, region, scale));
  }

  private static LineInk measure(InkPicture picture) {
    double height = typicalHeight(picture.pieces().all());
    boolean[] kept = new boolean[picture.pieces().all().size() + 1];
    for (Piece piece : picture.pieces().all()) {
      kept[piece.label()] = !isPoint(piece.box(), height) && !isSpeck(piece, height);
    }
    float[] values = inkOf(picture, kept);
    return new LineInk(picture, height, strokeWidth(values, picture.pieces().width()), values);
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

  boolean isEmpty() {
    return digitHeight == 0;
  }
}
