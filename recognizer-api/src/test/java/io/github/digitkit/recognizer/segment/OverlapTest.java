package io.github.digitkit.recognizer.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.DigitNormalizer;
import io.github.digitkit.recognizer.image.GrayImage;
import io.github.digitkit.recognizer.image.InkMask;
import io.github.digitkit.recognizer.image.Sketch;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverlapTest {
  private static Strips cut(Sketch sketch) {
    GrayImage image = sketch.image();
    Box all = new Box(0, 0, image.width(), image.height());
    Strips parts = Strips.atGaps(LineInk.of(image, all, new DigitNormalizer()));
    return parts.further(new boolean[parts.all().size()]);
  }

  /** The first strip with a cut on its right, and a gap on its left. */
  private static int firstBeforeCut(Strips strips) {
    int strip = 0;
    while (strips.cutBefore(strip + 1) == 0) {
      strip++;
    }
    return strip;
  }

  @Test
  void aCutGivesBackAStrokesWidthOfInk() {
    Sketch line = Sketch.paper(200, 60, 250);
    line.seven(0.1, 0.2, 0.3, 0.8, 5, 10).seven(0.29, 0.2, 0.49, 0.8, 5, 10);
    Strips strips = cut(line);
    int strip = firstBeforeCut(strips);
    Box own = strips.all().get(strip).box();
    List<InkMask> grown = new Overlap(strips).around(strip, strip);
    assertThat(grown).hasSize(1);
    InkMask right = grown.get(0);
    assertThat(right.box().x()).isBetween(own.x() - 1, own.x() + 1);
    assertThat((double) right.box().right() - own.right())
        .isGreaterThan(0)
        .isLessThanOrEqualTo(2 * strips.strokeWidth());
  }

  @Test
  void nothingIsSharedAcrossGaps() {
    Sketch line = Sketch.paper(200, 60, 250);
    line.stroke(5, 10, 0.2, 0.2, 0.2, 0.8).stroke(5, 10, 0.5, 0.2, 0.5, 0.8);
    Strips strips = cut(line);
    for (int i = 0; i < strips.all().size(); i++) {
      assertThat(new Overlap(strips).around(i, i)).isEmpty();
    }
  }
}
