package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.DigitNormalizer;
import io.github.digitkit.recognizer.image.GrayImage;
import io.github.digitkit.recognizer.image.InkPicture;
import io.github.digitkit.recognizer.image.NormalizedDigit;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads every digit of a page. If a printed grid holds most of it, as in a Sudoku or a form on
 * squared paper, the cells are read; else the lines of writing of each {@link Room}.
 *
 * <p>Immutable; as thread-safe as its scorer.
 */
public final class PageReader {
  private static final int LONGEST_SIDE = 1600;

  /** A digit's least height, as a share of its cell's. */
  private static final double LOWEST = 0.22;

  /** A digit's middle keeps this far from its cell's border, as a share of the cell. */
  private static final double BORDER = 0.15;

  private static final float NO_DIGIT = 0.5f;

  private final DigitNormalizer normalizer;
  private final DigitScorer scorer;
  private final LineReader lineReader;

  public PageReader(DigitNormalizer normalizer, DigitScorer scorer) {
    this.normalizer = normalizer;
    this.scorer = scorer;
    this.lineReader = new LineReader(normalizer, scorer);
  }

  /**
   * Reads a page. Lines without any digit are left out. If there is none, or any is in doubt, the
   * page is looked at once more, in light that no smooth surface follows, and what reads more
   * surely is taken.
   */
  public List<DigitLine> read(GrayImage page) {
    List<DigitLine> first = read(page, normalizer.inkOfPage(page, LONGEST_SIDE), lineReader::read);
    if (!first.isEmpty() && first.stream().noneMatch(DigitLine::isInDoubt)) {
      return first;
    }
    InkPicture inPatchyLight = normalizer.inkOfPageInPatchyLight(page, LONGEST_SIDE);
    List<DigitLine> second = read(page, inPatchyLight, lineReader::readInPatchyLight);
    return sureDigits(second) > sureDigits(first) ? second : first;
  }

  /** How many digits can be expected to be right. */
  private static double sureDigits(List<DigitLine> lines) {
    return lines.stream().mapToDouble(line -> line.confidence() * line.digits().size()).sum();
  }

  /** Reads the line of digits in a part of a page. */
  private interface LineLook {
    DigitLine read(GrayImage page, Box line);
  }

  private List<DigitLine> read(GrayImage page, InkPicture ink, LineLook look) {
    List<List<Box>> rows = Cells.rows(ink.pieces());
    return rows.isEmpty() ? readLines(page, ink, look) : readCells(page, ink, rows);
  }

  private List<DigitLine> readLines(GrayImage page, InkPicture ink, LineLook look) {
    List<Box> found = new ArrayList<>();
    for (Room room : Rooms.of(ink, normalizer.withoutRulings(ink))) {
      found.addAll(TextLines.of(room, ink.pieces()));
    }
    List<DigitLine> lines = new ArrayList<>();
    for (Box line : ReadingOrder.of(found)) {
      DigitLine read = look.read(page, ink.toSource(line));
      if (!read.digits().isEmpty()) {
        lines.add(read);
      }
    }
    return lines;
  }

  /** Whether ink is as high as a digit and not a remainder of the cell's border. */
  private static boolean isWritten(Box digit, Box cell) {
    double right = (digit.x() - cell.x() + digit.width() / 2.0) / cell.width();
    double down = (digit.y() - cell.y() + digit.height() / 2.0) / cell.height();
    return digit.height() >= LOWEST * cell.height()
        && Math.min(right, 1 - right) > BORDER
        && Math.min(down, 1 - down) > BORDER;
  }

  /**
   * What is written in a cell.
   *
   * @param row of the cell
   * @param cell in pixels of the page
   * @param digit all of it, as a single digit
   */
  private record Entry(int row, Box cell, NormalizedDigit digit) {}

  private List<DigitLine> readCells(GrayImage page, InkPicture ink, List<List<Box>> rows) {
    List<Entry> entries = entries(page, ink, rows);
    float[][] scores = scorer.scores(entries.stream().map(e -> e.digit().pixels()).toList());
    List<DigitLine> lines = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      List<FoundDigit> digits = new ArrayList<>();
      double confidence = 1;
      for (int i = 0; i < scores.length; i++) {
        if (entries.get(i).row() == row) {
          DigitLine read = read(page, entries.get(i), scores[i]);
          digits.addAll(read.digits());
          confidence *= read.digits().isEmpty() ? 1 : read.confidence();
        }
      }
      if (!digits.isEmpty()) {
        lines.add(new DigitLine(digits, confidence));
      }
    }
    return lines;
  }

  private List<Entry> entries(GrayImage page, InkPicture ink, List<List<Box>> rows) {
    List<Entry> entries = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      for (Box cell : rows.get(row)) {
        Box box = ink.toSource(cell);
        NormalizedDigit digit = normalizer.normalize(page, box);
        if (!digit.ink().looksBlank() && isWritten(digit.box(), box)) {
          entries.add(new Entry(row, box, digit));
        }
      }
    }
    return entries;
  }

  private DigitLine read(GrayImage page, Entry entry, float[] scores) {
    if (entry.digit().severalDigits()) {
      return lineReader.read(page, entry.cell());
    }
    if (scores[DigitScorer.NO_DIGIT] >= NO_DIGIT) {
      return new DigitLine(List.of(), 0);
    }
    FoundDigit digit = new FoundDigit(entry.digit(), scores);
    return new DigitLine(List.of(digit), digit.confidence());
  }
}
