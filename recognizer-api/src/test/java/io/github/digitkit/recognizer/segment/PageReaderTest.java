package io.github.digitkit.recognizer.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.DigitNormalizer;
import io.github.digitkit.recognizer.image.InkPicture;
import io.github.digitkit.recognizer.image.Sketch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageReaderTest {
  private final PageReader reader = new PageReader(new DigitNormalizer(), new TemplateScorer());

  @Test
  void readsTheFilledCellsOfAGridUnderUnevenLight() {
    Sketch page = Sketch.paper(400, 400, 230).shaded(80);
    for (int i = 0; i <= 4; i++) {
      double at = 0.1 + 0.2 * i;
      page.stroke(3, 40, 0.1, at, 0.9, at + 0.01).stroke(3, 40, at, 0.1, at - 0.01, 0.9);
    }
    page.seven(0.16, 0.15, 0.24, 0.26, 4, 50).brokenFive(0.55, 0.15, 0.64, 0.26, 4, 50);
    page.brokenFive(0.35, 0.75, 0.43, 0.86, 4, 50);
    List<DigitLine> lines = reader.read(page.image());
    assertThat(lines).extracting(DigitLine::text).containsExactly("75", "5");
    Box five = lines.get(1).digits().get(0).box();
    assertThat(five.x()).isBetween(134, 144);
    assertThat(five.y()).isBetween(294, 304);
  }

  @Test
  void readsLinesOfWritingFromTopToBottom() {
    Sketch page = Sketch.paper(300, 300, 240);
    page.seven(0.1, 0.1, 0.2, 0.25, 4, 20).seven(0.3, 0.1, 0.4, 0.25, 4, 20);
    page.brokenFive(0.15, 0.6, 0.25, 0.75, 4, 20).seven(0.35, 0.61, 0.45, 0.76, 4, 20);
    List<DigitLine> lines = reader.read(page.image());
    assertThat(lines).extracting(DigitLine::text).containsExactly("77", "57");
  }

  @Test
  void readsTwoLinesOfTouchingDigits() {
    Sketch page = Sketch.paper(260, 220, 240).textured(2, 3);
    page.seven(0.1, 0.1, 0.24, 0.35, 4, 20).seven(0.245, 0.1, 0.385, 0.35, 4, 20);
    page.brokenFive(0.15, 0.6, 0.29, 0.85, 4, 20).seven(0.4, 0.6, 0.54, 0.85, 4, 20);
    List<DigitLine> lines = reader.read(page.image());
    assertThat(lines).extracting(DigitLine::text).containsExactly("77", "57");
  }

  @Test
  void readsNumbersWrittenAcrossTheLinesOfSquaredPaper() {
    Sketch page = Sketch.paper(500, 400, 240);
    for (double at = 0.04; at < 1; at += 0.08) {
      page.stroke(1.5, 150, 0, at, 1, at).stroke(1.5, 150, at, 0, at, 1);
    }
    page.seven(0.1, 0.1, 0.2, 0.3, 5, 20).brokenFive(0.3, 0.1, 0.4, 0.3, 5, 20);
    page.brokenFive(0.15, 0.6, 0.25, 0.8, 5, 20).seven(0.35, 0.6, 0.45, 0.8, 5, 20);
    page.stroke(5, 20, 0.56, 0.6, 0.56, 0.8);
    List<DigitLine> lines = reader.read(page.image());
    assertThat(lines).extracting(DigitLine::text).containsExactly("75", "571");
  }

  @Test
  void readsNumbersThatStandOnTheLinesOfLinedPaper() {
    Sketch page = Sketch.paper(500, 400, 240);
    for (double at = 0.3; at < 1; at += 0.25) {
      page.stroke(1.5, 130, 0, at, 1, at + 0.01);
    }
    page.seven(0.1, 0.1, 0.2, 0.3, 5, 20).brokenFive(0.3, 0.1, 0.4, 0.31, 5, 20);
    page.brokenFive(0.15, 0.6, 0.25, 0.8, 5, 20).seven(0.35, 0.6, 0.45, 0.81, 5, 20);
    List<DigitLine> lines = reader.read(page.image());
    assertThat(lines).extracting(DigitLine::text).containsExactly("75", "57");
  }

  @Test
  void readsEachBoxOfAFormAndWhatStandsOutsideInReadingOrder() {
    Sketch page = Sketch.paper(600, 400, 240);
    box(page, 0.05, 0.1, 0.4, 0.4).seven(0.1, 0.15, 0.18, 0.35, 5, 20);
    page.brokenFive(0.22, 0.15, 0.3, 0.35, 5, 20);
    box(page, 0.55, 0.12, 0.95, 0.42).seven(0.65, 0.17, 0.73, 0.37, 5, 20);
    page.seven(0.1, 0.6, 0.18, 0.8, 5, 20).seven(0.22, 0.6, 0.3, 0.8, 5, 20);
    List<DigitLine> lines = reader.read(page.image());
    assertThat(lines).extracting(DigitLine::text).containsExactly("75", "7", "77");
  }

  @Test
  void readsTheWideCellsOfATableOfLinedPaper() {
    Sketch page = Sketch.paper(600, 400, 240);
    for (double down : new double[] {0.1, 0.5, 0.9}) {
      page.stroke(3, 60, 0.05, down, 0.95, down + 0.02);
    }
    for (double right : new double[] {0.05, 0.5, 0.95}) {
      double slope = 0.02 * (right - 0.05) / 0.9;
      page.stroke(3, 60, right, 0.1 + slope, right, 0.9 + slope);
    }
    page.seven(0.1, 0.2, 0.18, 0.4, 5, 20).seven(0.22, 0.2, 0.3, 0.4, 5, 20);
    page.brokenFive(0.6, 0.2, 0.68, 0.4, 5, 20);
    page.seven(0.7, 0.6, 0.78, 0.8, 5, 20).brokenFive(0.82, 0.6, 0.9, 0.8, 5, 20);
    List<DigitLine> lines = reader.read(page.image());
    assertThat(lines).extracting(DigitLine::text).containsExactly("77", "5", "75");
  }

  @Test
  void theTableAroundASheetIsNoWriting() {
    Sketch page = Sketch.paper(400, 400, 240);
    for (double side : new double[] {0.02, 0.98}) {
      page.stroke(20, 40, side, 0, side, 1).stroke(20, 40, 0, side, 1, side);
    }
    page.seven(0.2, 0.2, 0.3, 0.4, 5, 20).brokenFive(0.4, 0.2, 0.5, 0.4, 5, 20);
    page.seven(0.2, 0.6, 0.3, 0.8, 5, 20);
    assertThat(reader.read(page.image())).extracting(DigitLine::text).containsExactly("75", "7");
  }

  @Test
  void aPointInALoopMakesNoFrameOfIt() {
    Sketch page = Sketch.paper(400, 300, 240);
    page.seven(0.1, 0.3, 0.25, 0.6, 5, 20).seven(0.7, 0.3, 0.85, 0.6, 5, 20);
    page.stroke(5, 20, ellipse(0.5, 0.45, 0.07, 0.15)).stroke(9, 20, 0.5, 0.44, 0.5, 0.46);
    InkPicture ink = new DigitNormalizer().inkOfPage(page.image(), 1600);
    assertThat(Rooms.of(ink, ink)).hasSize(1).allSatisfy(r -> assertThat(r.writing()).hasSize(4));
  }

  @Test
  void readsLinesAcrossTheEdgeOfAHardShadow() {
    Sketch page = Sketch.paper(400, 400, 240);
    page.seven(0.1, 0.1, 0.2, 0.3, 5, 10).seven(0.3, 0.1, 0.4, 0.3, 5, 10);
    page.brokenFive(0.15, 0.6, 0.25, 0.8, 5, 10).seven(0.35, 0.6, 0.45, 0.8, 5, 10);
    page.shadowedAbove(0.28, 0.1);
    assertThat(reader.read(page.image())).extracting(DigitLine::text).containsExactly("77", "57");
  }

  @Test
  void readsAPageWhoseOnlyLineAHardShadowCrosses() {
    Sketch page = Sketch.paper(400, 400, 240);
    page.seven(0.1, 0.1, 0.2, 0.3, 5, 10).seven(0.3, 0.1, 0.4, 0.3, 5, 10);
    page.shadowedAbove(0.28, 0.1);
    assertThat(reader.read(page.image())).extracting(DigitLine::text).containsExactly("77");
  }

  @Test
  void readsATableWhoseSquareCellsHoldNumbers() {
    Sketch page = Sketch.paper(400, 400, 240);
    for (double at = 0.05; at < 1; at += 0.3) {
      page.stroke(3, 60, 0.05, at, 0.95, at).stroke(3, 60, at, 0.05, at, 0.95);
    }
    page.seven(0.1, 0.1, 0.18, 0.28, 5, 20).seven(0.21, 0.1, 0.29, 0.28, 5, 20);
    page.brokenFive(0.37, 0.1, 0.47, 0.28, 5, 20).seven(0.51, 0.1, 0.61, 0.28, 5, 20);
    page.seven(0.4, 0.42, 0.48, 0.6, 5, 20);
    assertThat(reader.read(page.image()))
        .extracting(DigitLine::text)
        .containsExactly("77", "57", "7");
  }

  @Test
  void numbersBesideEachOtherAreReadRowByRow() {
    Sketch page = Sketch.paper(700, 300, 240);
    page.seven(0.05, 0.1, 0.09, 0.25, 4, 20).seven(0.8, 0.08, 0.84, 0.23, 4, 20);
    page.seven(0.88, 0.08, 0.92, 0.23, 4, 20);
    page.brokenFive(0.05, 0.6, 0.1, 0.75, 4, 20).seven(0.8, 0.57, 0.85, 0.72, 4, 20);
    List<DigitLine> lines = reader.read(page.image());
    assertThat(lines).extracting(DigitLine::text).containsExactly("7", "77", "5", "7");
  }

  private static double[] ellipse(double x, double y, double halfWidth, double halfHeight) {
    double[] points = new double[82];
    for (int i = 0; i <= 40; i++) {
      points[2 * i] = x + halfWidth * Math.cos(i * Math.PI / 20);
      points[2 * i + 1] = y + halfHeight * Math.sin(i * Math.PI / 20);
    }
    return points;
  }

  private static Sketch box(Sketch page, double left, double top, double right, double bottom) {
    return page.stroke(3, 60, left, top, right, top)
        .stroke(3, 60, left, bottom, right, bottom)
        .stroke(3, 60, left, top, left, bottom)
        .stroke(3, 60, right, top, right, bottom);
  }

  @Test
  void aDetachedStrokeMakesNoLineOfItsOwn() {
    Sketch page = Sketch.paper(300, 300, 240);
    page.seven(0.1, 0.3, 0.2, 0.45, 4, 20).seven(0.4, 0.3, 0.5, 0.45, 4, 20);
    page.stroke(3, 20, 0.3, 0.36, 0.3, 0.39);
    assertThat(reader.read(page.image())).extracting(DigitLine::text).containsExactly("77");
  }

  @Test
  void latticePutsALostCellBackIn() {
    List<Box> cells = new ArrayList<>();
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 4; column++) {
        if (row != 2 || column != 1) {
          cells.add(new Box(10 + 52 * column + 5 * row, 20 + 51 * row - 4 * column, 48, 47));
        }
      }
    }
    List<List<Box>> rows = Lattice.rows(cells);
    assertThat(rows).hasSize(4).allSatisfy(row -> assertThat(row).hasSize(4));
    assertThat(rows.get(2).get(1)).isEqualTo(new Box(72, 118, 48, 47));
  }

  @Test
  void emptyPageHasNoLines() {
    assertThat(reader.read(Sketch.paper(200, 300, 250).image())).isEmpty();
    Sketch rough = Sketch.paper(200, 300, 200).shaded(60).textured(8, 4).shadowedAbove(0.3, 0.7);
    assertThat(reader.read(rough.image())).isEmpty();
  }
}
