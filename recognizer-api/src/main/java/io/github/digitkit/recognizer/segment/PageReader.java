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
 * squared paper, the cells are read; else the lines of writing.
 *
 * <p>Immutable; as thread-safe as its scorer.
 */
public final class PageReader {
  private static final int LONGEST_SIDE = 1600;

  /** Cells are read with this much of their surroundings, as a share of their side. */
  private static final double CELL_MARGIN = 0;

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

  /** Reads a page. Lines without any digit are left out. */
  public List<DigitLine> read(GrayImage page) {
    InkPicture ink = normalizer.inkOfPage(page, LONGEST_SIDE);
    List<List<Box>> rows = Cells.rows(ink.pieces());
    return rows.isEmpty()
        ? readLines(page, normalizer.withoutRulings(ink))
        : readCells(page, ink, rows);
  }

  private List<DigitLine> readLines(GrayImage page, InkPicture ink) {
    List<DigitLine> lines = new ArrayList<>();
    for (Box line : TextLines.of(ink.pieces())) {
      DigitLine read = lineReader.read(page, ink.toSource(line));
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

  private List<DigitLine> readCells(GrayImage page, InkPicture ink, List<List<Box>> rows) {
    List<NormalizedDigit> pictures = new ArrayList<>();
    List<Integer> rowOf = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      for (Box cell : rows.get(row)) {
        int margin = (int) Math.round(CELL_MARGIN * cell.longerSide());
        Box box = ink.toSource(cell.grown(margin, ink.pieces().width(), ink.pieces().height()));
        NormalizedDigit digit = normalizer.normalize(page, box);
        if (!digit.ink().looksBlank() && isWritten(digit.box(), box)) {
          pictures.add(digit);
          rowOf.add(row);
        }
      }
    }
    float[][] scores = scorer.scores(pictures.stream().map(NormalizedDigit::pixels).toList());
    List<DigitLine> lines = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      List<FoundDigit> digits = new ArrayList<>();
      for (int i = 0; i < scores.length; i++) {
        if (rowOf.get(i) == row && scores[i][DigitScorer.NO_DIGIT] < NO_DIGIT) {
          digits.add(new FoundDigit(pictures.get(i), scores[i]));
        }
      }
      if (!digits.isEmpty()) {
        double confidence =
            digits.stream().mapToDouble(FoundDigit::confidence).reduce(1, (a, b) -> a * b);
        lines.add(new DigitLine(digits, confidence));
      }
    }
    return lines;
  }
}
