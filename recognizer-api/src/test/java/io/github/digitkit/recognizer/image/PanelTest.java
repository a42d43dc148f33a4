package io.github.digitkit.recognizer.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PanelTest {
  private static final double LIGHT = 235;
  private static final double DARK = 40;

  @Test
  void aSheetOnADarkTableIsFound() {
    Sketch sheet = board(DARK, LIGHT).seven(0.3, 0.3, 0.42, 0.7, 6, DARK);
    assertIsBoard(sheet.seven(0.55, 0.3, 0.67, 0.7, 6, DARK));
  }

  @Test
  void aDarkBandOnALightPageIsFound() {
    Sketch band = board(LIGHT, DARK).seven(0.3, 0.3, 0.42, 0.7, 6, LIGHT);
    assertIsBoard(band.seven(0.55, 0.3, 0.67, 0.7, 6, LIGHT));
  }

  @Test
  void aBandFromSideToSideIsFound() {
    Sketch page = Sketch.paper(400, 160, LIGHT).stroke(80, DARK, -0.5, 0.5, 1.5, 0.5);
    page.seven(0.3, 0.35, 0.4, 0.65, 6, LIGHT).seven(0.55, 0.35, 0.65, 0.65, 6, LIGHT);
    assertThat(panel(page.image()))
        .hasValueSatisfying(
            band -> {
              assertThat(band.y()).isBetween(38, 50);
              assertThat(band.bottom()).isBetween(110, 122);
              assertThat(band.width()).isGreaterThan(380);
            });
  }

  @Test
  void whatIsWrittenOnBesideIsNoTable() {
    Sketch page = Sketch.paper(400, 160, DARK + 80).stroke(200, LIGHT, -0.4, 0.5, 0.3, 0.5);
    page.seven(0.1, 0.3, 0.2, 0.7, 6, DARK).seven(0.25, 0.3, 0.35, 0.7, 6, DARK);
    assertThat(panel(page.image())).isPresent();
    page.seven(0.7, 0.3, 0.8, 0.7, 8, 0).seven(0.85, 0.3, 0.95, 0.7, 8, 0);
    assertThat(panel(page.image())).isEmpty();
  }

  @Test
  void aTurnedSheetIsSurroundedByItsOwnTone() {
    Sketch table = Sketch.paper(400, 200, DARK).stroke(90, LIGHT, 0.25, 0.45, 0.75, 0.55);
    table.seven(0.35, 0.35, 0.43, 0.6, 6, DARK).seven(0.55, 0.4, 0.63, 0.65, 6, DARK);
    WrittenPart part = Panel.in(table.image()).orElseThrow();
    Box region = part.region();
    assertThat(part.image().get(region.x(), region.bottom() - 1)).isGreaterThan(200);
    assertThat(part.image().get(region.right() - 1, region.y())).isGreaterThan(200);
    assertThat(part.image().get(157, 71)).isLessThan(100);
  }

  @Test
  void whatIsLowerThanItsEdgesIsNone() {
    int width = 80;
    byte[] levels = new byte[width * 7];
    Arrays.fill(levels, 2 * width + 5, 2 * width + 75, (byte) 240);
    Arrays.fill(levels, 4 * width + 5, 4 * width + 75, (byte) 240);
    levels[3 * width + 5] = (byte) 240;
    levels[3 * width + 74] = (byte) 240;
    assertThat(panel(GrayImage.of(width, 7, levels))).isEmpty();
  }

  @Test
  void withoutWritingThereIsNone() {
    assertThat(panel(board(DARK, LIGHT).image())).isEmpty();
    assertThat(panel(Sketch.paper(200, 100, LIGHT).image())).isEmpty();
  }

  @Test
  void digitsABoxAroundThemAndShadowsAreNone() {
    Sketch digits = Sketch.paper(300, 120, LIGHT).seven(0.2, 0.2, 0.35, 0.8, 8, DARK);
    digits.stroke(14, DARK, 0.5, 0.3, 0.6, 0.3, 0.6, 0.7, 0.5, 0.7, 0.5, 0.3);
    assertThat(panel(digits.image())).isEmpty();
    digits.stroke(3, DARK, 0.05, 0.1, 0.95, 0.1, 0.95, 0.9, 0.05, 0.9, 0.05, 0.1);
    assertThat(panel(digits.image())).isEmpty();
    assertThat(panel(digits.shadowedAbove(0.9, 0.1).image())).isEmpty();
  }

  private static Optional<Box> panel(GrayImage image) {
    return Panel.in(image).map(WrittenPart::region);
  }

  private static void assertIsBoard(Sketch sketch) {
    assertThat(panel(sketch.image()))
        .hasValueSatisfying(
            box -> {
              assertThat(box.x()).isBetween(40, 56);
              assertThat(box.y()).isBetween(22, 36);
              assertThat(box.right()).isBetween(344, 360);
              assertThat(box.bottom()).isBetween(124, 138);
            });
  }

  /** A filled rectangle from (40, 24) to (360, 136) of 400x160 pixels. */
  private static Sketch board(double around, double tone) {
    return Sketch.paper(400, 160, around)
        .stroke(112, tone, 0.24, 0.5, 0.76, 0.5)
        .stroke(
            20, tone, 0.125, 0.2125, 0.875, 0.2125, 0.875, 0.7875, 0.125, 0.7875, 0.125, 0.2125);
  }
}
