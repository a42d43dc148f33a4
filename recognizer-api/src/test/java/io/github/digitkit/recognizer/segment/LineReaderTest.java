package io.github.digitkit.recognizer.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.DigitNormalizer;
import io.github.digitkit.recognizer.image.Sketch;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  private final LineReader reader = new LineReader(new DigitNormalizer(), new TemplateScorer());

  @Test
  void readsSeparateDigitsInOrderWithTheirBoxes() {
    Sketch line = Sketch.paper(240, 60, 250);
    line.seven(0.05, 0.2, 0.16, 0.8, 4, 10);
    line.brokenFive(0.3, 0.2, 0.41, 0.8, 4, 10);
    line.seven(0.55, 0.2, 0.66, 0.8, 4, 10).stroke(4, 10, 0.85, 0.2, 0.85, 0.8);
    DigitLine read = reader.read(line.image());
    assertThat(read.text()).isEqualTo("7571");
    Box second = read.digits().get(1).box();
    assertThat(second.x()).isBetween(66, 74);
    assertThat(second.right()).isBetween(97, 103);
    assertThat(read.confidence()).isBetween(0.1, 1.0);
  }

  @Test
  void splitsTouchingDigits() {
    Sketch line = Sketch.paper(140, 60, 250);
    line.seven(0.2, 0.2, 0.4, 0.8, 4, 10).seven(0.41, 0.2, 0.61, 0.8, 4, 10);
    assertThat(reader.read(line.image()).text()).isEqualTo("77");
  }

  @Test
  void passesOverPointsSpecksAndTheRuling() {
    Sketch line = Sketch.paper(240, 60, 220).textured(3, 5);
    line.seven(0.05, 0.2, 0.15, 0.75, 4, 30).stroke(5, 30, 0.25, 0.74, 0.255, 0.74);
    line.seven(0.35, 0.2, 0.45, 0.75, 4, 30).seven(0.6, 0.2, 0.7, 0.75, 4, 30);
    line.stroke(1.5, 90, 0, 0.9, 1, 0.93);
    assertThat(reader.read(line.image()).text()).isEqualTo("777");
  }

  @Test
  void readsAcrossTheEdgeOfAHardShadow() {
    Sketch line = Sketch.paper(240, 60, 240);
    line.seven(0.05, 0.2, 0.16, 0.8, 4, 10).brokenFive(0.3, 0.2, 0.41, 0.8, 4, 10);
    line.seven(0.55, 0.2, 0.66, 0.8, 4, 10).shadowedAbove(0.9, 0.1);
    assertThat(reader.read(line.image()).text()).isEqualTo("757");
  }

  @Test
  void findsNothingOnEmptyPaper() {
    DigitLine read = reader.read(Sketch.paper(200, 50, 255).image());
    assertThat(read.digits()).isEmpty();
    assertThat(read.confidence()).isZero();
    assertThat(read.text()).isEmpty();
  }

  @Test
  void readsLightDigitsOnDark() {
    Sketch line = Sketch.paper(160, 60, 10);
    line.seven(0.1, 0.2, 0.26, 0.8, 4, 250).brokenFive(0.55, 0.2, 0.71, 0.8, 4, 250);
    assertThat(reader.read(line.image()).text()).isEqualTo("75");
  }

  @Test
  void readsASingleDigit() {
    Sketch line = Sketch.paper(80, 60, 250).seven(0.3, 0.2, 0.6, 0.8, 4, 10);
    DigitLine read = reader.read(line.image());
    assertThat(read.text()).isEqualTo("7");
    assertThat(read.confidence()).isGreaterThan(0.5);
  }

  @Test
  void findsASmallLineOnALargeSheet() {
    Sketch sheet = Sketch.paper(900, 700, 240);
    sheet.seven(0.4, 0.5, 0.425, 0.55, 4, 20).brokenFive(0.45, 0.5, 0.475, 0.55, 4, 20);
    sheet.seven(0.5, 0.5, 0.525, 0.55, 4, 20);
    DigitLine read = reader.read(sheet.image());
    assertThat(read.text()).isEqualTo("757");
    assertThat(read.digits().get(0).box().x()).isBetween(350, 362);
  }

  @Test
  void doesNotReadACommaAsAOne() {
    Sketch line = Sketch.paper(240, 70, 250);
    line.seven(0.05, 0.2, 0.16, 0.7, 4, 10).brokenFive(0.25, 0.2, 0.36, 0.7, 4, 10);
    line.stroke(4, 10, 0.43, 0.68, 0.41, 0.86);
    line.seven(0.5, 0.2, 0.61, 0.7, 4, 10);
    assertThat(reader.read(line.image()).text()).isEqualTo("757");
  }

  @Test
  void doesNotReadTheSlashesOfADateAsOnes() {
    Sketch line = Sketch.paper(400, 80, 250);
    line.seven(0.03, 0.25, 0.1, 0.75, 4, 10).stroke(4, 10, 0.16, 0.9, 0.23, 0.08);
    line.brokenFive(0.28, 0.25, 0.35, 0.75, 4, 10).stroke(4, 10, 0.41, 0.9, 0.48, 0.08);
    line.seven(0.54, 0.25, 0.61, 0.75, 4, 10).stroke(4, 10, 0.69, 0.25, 0.69, 0.75);
    assertThat(reader.read(line.image()).text()).isEqualTo("7571");
  }

  @Test
  void doesNotReadTheSidesOfBoxesAsOnes() {
    Sketch line = Sketch.paper(300, 80, 250);
    for (int i = 0; i <= 3; i++) {
      line.stroke(2, 60, 0.05 + 0.3 * i, 0.1, 0.05 + 0.3 * i, 0.9);
    }
    line.seven(0.14, 0.25, 0.26, 0.75, 4, 10).brokenFive(0.44, 0.25, 0.56, 0.75, 4, 10);
    line.seven(0.74, 0.25, 0.86, 0.75, 4, 10);
    assertThat(reader.read(line.image()).text()).isEqualTo("757");
  }

  @Test
  void erasesARulingThatTouchesTheDigits() {
    Sketch line = Sketch.paper(260, 70, 245);
    line.seven(0.1, 0.2, 0.22, 0.8, 4, 10).seven(0.4, 0.2, 0.52, 0.8, 4, 10);
    line.brokenFive(0.7, 0.2, 0.82, 0.8, 4, 10).stroke(2, 60, 0, 0.82, 1, 0.82);
    assertThat(reader.read(line.image()).text()).isEqualTo("775");
  }

  @Test
  void keepsTheOnesAtTheBordersOfATightPicture() {
    Sketch line = Sketch.paper(170, 40, 250);
    line.stroke(4, 10, 0.02, 0, 0.02, 1).seven(0.2, 0.05, 0.34, 1, 4, 10);
    line.stroke(4, 10, 0.5, 0, 0.49, 1).brokenFive(0.62, 0.02, 0.78, 1, 4, 10);
    line.stroke(4, 10, 0.98, 0, 0.97, 1);
    assertThat(reader.read(line.image()).text()).isEqualTo("17151");
  }

  @Test
  void readsOnSquaredPaperThatCrossesTheOutermostDigits() {
    Sketch line = Sketch.paper(300, 80, 240);
    for (double x = 0.06; x < 1; x += 0.15) {
      line.stroke(1.5, 160, x, 0, x, 1);
    }
    for (double y = 0.1; y < 1; y += 0.4) {
      line.stroke(1.5, 160, 0, y, 1, y);
    }
    line.seven(0.03, 0.2, 0.15, 0.8, 5, 10).brokenFive(0.4, 0.2, 0.52, 0.8, 5, 10);
    line.seven(0.85, 0.2, 0.97, 0.8, 5, 10);
    assertThat(reader.read(line.image()).text()).isEqualTo("757");
  }

  @Test
  void takesDigitsThatALineJoinsForNoBox() {
    Sketch line = Sketch.paper(300, 80, 250);
    line.seven(0.08, 0.2, 0.2, 0.8, 4, 10).seven(0.42, 0.3, 0.54, 0.78, 4, 10);
    line.seven(0.76, 0.2, 0.88, 0.8, 4, 10).stroke(2, 10, 0.08, 0.2, 0.88, 0.2);
    assertThat(reader.read(line.image()).digits()).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void readsNothingIntoAScrawlWithCertainty() {
    Sketch line = Sketch.paper(120, 60, 250);
    line.stroke(3, 10, 0.1, 0.5, 0.3, 0.2, 0.4, 0.8, 0.6, 0.2, 0.7, 0.9, 0.9, 0.3);
    assertThat(reader.read(line.image()).confidence()).isLessThan(0.9);
  }
}
