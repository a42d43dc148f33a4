package io.github.digitkit.recognizer.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PieceSelectionTest {
  private static final NormalizationSettings SETTINGS = NormalizationSettings.defaults();

  @Test
  void detachedBarOfAFiveStays() {
    PieceSelection selection =
        select(Sketch.paper(112, 112, 255).brokenFive(0.3, 0.15, 0.7, 0.85, 6, 0));
    assertThat(count(selection)).isEqualTo(2);
    assertThat(selection.box().y()).isLessThan(16);
  }

  @Test
  void neighboursStrokeAtTheBorderGoes() {
    PieceSelection selection =
        select(
            Sketch.paper(112, 112, 255)
                .seven(0.3, 0.15, 0.7, 0.85, 6, 0)
                .stroke(6, 0, 0, 0.3, 0.08, 0.5, 0, 0.7));
    assertThat(count(selection)).isEqualTo(1);
    assertThat(selection.box().x()).isGreaterThan(25);
  }

  @Test
  void specksGo() {
    PieceSelection selection =
        select(
            Sketch.paper(112, 112, 255)
                .seven(0.3, 0.15, 0.7, 0.85, 8, 0)
                .stroke(2, 0, 0.72, 0.5, 0.725, 0.5));
    assertThat(count(selection)).isEqualTo(1);
  }

  @Test
  void whatIsDrawnAroundTheDigitGoes() {
    Sketch ringed = Sketch.paper(112, 112, 255).seven(0.4, 0.3, 0.6, 0.7, 6, 0);
    ringed.ellipse(4, 0, 0.5, 0.5, 0.42, 0.42);
    assertInside(select(ringed), 40, 75);
    Sketch boxed = Sketch.paper(112, 112, 255).brokenFive(0.4, 0.3, 0.6, 0.7, 6, 0);
    boxed.stroke(4, 0, 0.15, 0.2, 0.85, 0.15, 0.9, 0.85, 0.15, 0.85, 0.15, 0.2);
    assertInside(select(boxed), 40, 75);
  }

  @Test
  void aSpeckInALoopLeavesTheLoop() {
    Sketch zero = Sketch.paper(112, 112, 255).ellipse(6, 0, 0.5, 0.5, 0.35, 0.35);
    zero.stroke(6, 0, 0.5, 0.47, 0.5, 0.53);
    assertThat(select(zero).box().width()).isGreaterThan(75);
  }

  @Test
  void anUnderlineGoesAndTheBarsOfDigitsStay() {
    Sketch lined = Sketch.paper(112, 112, 255).seven(0.35, 0.2, 0.65, 0.7, 6, 0);
    lined.stroke(4, 0, 0.2, 0.8, 0.8, 0.78);
    assertThat(select(lined).box().bottom()).isLessThan(85);
    Sketch one = Sketch.paper(112, 112, 255).stroke(6, 0, 0.5, 0.15, 0.5, 0.75);
    one.stroke(6, 0, 0.32, 0.85, 0.68, 0.85);
    assertThat(count(select(one))).isEqualTo(2);
  }

  private static void assertInside(PieceSelection selection, int left, int right) {
    assertThat(selection.box().x()).isBetween(left - 5, left + 5);
    assertThat(selection.box().right()).isBetween(right - 10, right);
  }

  @Test
  void separateDigitsSideBySideAreNoticed() {
    Sketch one = Sketch.paper(112, 112, 255).seven(0.15, 0.2, 0.4, 0.8, 5, 0);
    assertThat(SideBySide.in(picture(one).pieces())).isFalse();
    assertThat(SideBySide.in(picture(one.seven(0.6, 0.2, 0.85, 0.8, 5, 0)).pieces())).isTrue();
    Sketch five = Sketch.paper(112, 112, 255).brokenFive(0.3, 0.15, 0.7, 0.85, 6, 0);
    assertThat(SideBySide.in(picture(five).pieces())).isFalse();
  }

  private static PieceSelection select(Sketch sketch) {
    return PieceSelection.of(picture(sketch), SETTINGS);
  }

  private static InkPicture picture(Sketch sketch) {
    Plane grey = sketch.plane();
    Box region = new Box(0, 0, grey.width(), grey.height());
    return InkPicture.of(region, grey, Polarity.DARK_ON_LIGHT, SETTINGS);
  }

  private static int count(PieceSelection selection) {
    int count = 0;
    for (boolean chosen : selection.chosen()) {
      count += chosen ? 1 : 0;
    }
    return count;
  }
}
