package io.github.digitkit.recognizer.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DigitFrameTest {

  @Test
  void longerSideIsTwentyAndTheMassIsCentred() {
    float[] frame =
        DigitFrame.of(Sketch.paper(90, 120, 0).seven(0.2, 0.1, 0.7, 0.9, 9, 1).plane(), 0.85);
    double sum = 0;
    double sumX = 0;
    double sumY = 0;
    int top = 28;
    int bottom = 0;
    for (int i = 0; i < frame.length; i++) {
      sum += frame[i];
      sumX += frame[i] * (i % 28);
      int row = i / 28;
      sumY += frame[i] * row;
      if (frame[i] > 0) {
        top = Math.min(top, row);
        bottom = Math.max(bottom, row);
      }
    }
    assertThat(bottom - top + 1).isEqualTo(20);
    assertThat(sumX / sum).isCloseTo(13.5, within(0.51));
    assertThat(sumY / sum).isCloseTo(13.5, within(0.51));
  }

  @Test
  void faintInkIsStretchedToFullInk() {
    float[] frame =
        DigitFrame.of(Sketch.paper(60, 60, 0).seven(0.2, 0.1, 0.7, 0.9, 9, 0.4).plane(), 0.85);
    float most = 0;
    for (float value : frame) {
      most = Math.max(most, value);
    }
    assertThat(most).isCloseTo(1, within(0.01f));
  }

  @Test
  void nothingGivesAnEmptyFrame() {
    assertThat(DigitFrame.of(Plane.zeros(30, 30), 0.85)).containsOnly(0f).hasSize(784);
  }

  @Test
  void strokeWidthIsMeasuredAndMendedToWhatWasAsked() {
    for (double pen : new double[] {3, 6, 12}) {
      Plane ink = Sketch.paper(80, 80, 0).stroke(pen, 1, 0.5, 0.1, 0.5, 0.9).plane();
      assertThat(StrokeWidth.of(ink)).isCloseTo(pen, within(2.0));
    }
    Plane thin = Sketch.paper(80, 80, 0).stroke(1, 1, 0.5, 0.2, 0.5, 0.8).plane();
    Plane thick = StrokeWidth.thicken(thin, 2.5);
    assertThat(thick.width()).isEqualTo(86);
    assertThat(StrokeWidth.of(thick)).isCloseTo(6, within(2.0));
  }
}
