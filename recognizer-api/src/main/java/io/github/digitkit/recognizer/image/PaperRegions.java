package io.github.digitkit.recognizer.image;

import java.util.Arrays;
import java.util.BitSet;

/** The connected regions of paper that ink parts from each other; 4-connected. */
final class PaperRegions {
  private static final int INK = -1;
  private static final int NEW = -2;

  private final int width;
  private final int height;

  /** By pixel, the region's number, or {@link #INK}. */
  private final int[] numbers;

  private final int[] stack;
  private int[] areas = new int[16];
  private final BitSet open = new BitSet();
  private int count;

  /** By number of region and label of piece, whether they touch. */
  private final BitSet touching = new BitSet();

  private final int labels;

  private PaperRegions(Pieces pieces) {
    this.width = pieces.width();
    this.height = pieces.height();
    this.numbers = new int[width * height];
    this.stack = new int[numbers.length];
    this.labels = pieces.all().size() + 1;
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = pieces.labels()[i] > 0 ? INK : NEW;
    }
  }

  static PaperRegions of(Pieces pieces) {
    PaperRegions regions = new PaperRegions(pieces);
    for (int start = 0; start < regions.numbers.length; start++) {
      if (regions.numbers[start] == NEW) {
        regions.flood(start);
      }
    }
    if (regions.anyEnclosed()) {
      regions.findTouching(pieces.labels());
    }
    return regions;
  }

  private void flood(int start) {
    int size = push(start, 0);
    for (int next = 0; next < size; next++) {
      int at = stack[next];
      int x = at % width;
      if (x == 0 || x == width - 1 || at < width || at + width >= numbers.length) {
        open.set(count);
      }
      size = x > 0 ? push(at - 1, size) : size;
      size = x < width - 1 ? push(at + 1, size) : size;
      size = at >= width ? push(at - width, size) : size;
      size = at + width < numbers.length ? push(at + width, size) : size;
    }
    if (count == areas.length) {
      areas = Arrays.copyOf(areas, 2 * count);
    }
    areas[count++] = size;
  }

  private int push(int at, int size) {
    if (numbers[at] != NEW) {
      return size;
    }
    numbers[at] = count;
    stack[size] = at;
    return size + 1;
  }

  private void findTouching(int[] labelOf) {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        if (x > 0) {
          touch(at, at - 1, labelOf);
        }
        if (y > 0) {
          touch(at, at - width, labelOf);
        }
      }
    }
  }

  private void touch(int one, int other, int[] labelOf) {
    if (numbers[one] >= 0 && labelOf[other] > 0) {
      touching.set(numbers[one] * labels + labelOf[other]);
    } else if (numbers[other] >= 0 && labelOf[one] > 0) {
      touching.set(numbers[other] * labels + labelOf[one]);
    }
  }

  int count() {
    return count;
  }

  /** The number of a pixel's region; negative on ink. */
  int at(int pixel) {
    return numbers[pixel];
  }

  /** In pixels. */
  int area(int region) {
    return areas[region];
  }

  /** Whether a region reaches the picture's border. */
  boolean isOpen(int region) {
    return open.get(region);
  }

  /** Whether ink goes all around any of them. */
  boolean anyEnclosed() {
    return open.cardinality() < count;
  }

  /** Whether a region and a piece touch; not known, thus false, unless ink encloses any region. */
  boolean touch(int region, Piece piece) {
    return touching.get(region * labels + piece.label());
  }

  boolean isReachedFromOutside(Piece piece) {
    return open.stream().anyMatch(region -> touch(region, piece));
  }

  /** Whether a piece parts paper within it from paper around it. */
  boolean enclosesPaper(Piece piece) {
    int regions = 0;
    for (int region = 0; region < count; region++) {
      regions += touch(region, piece) ? 1 : 0;
    }
    return regions > 1;
  }
}
