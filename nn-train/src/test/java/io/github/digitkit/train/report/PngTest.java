package io.github.digitkit.train.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.digitkit.train.metric.EpochMetrics;
import io.github.digitkit.train.metric.Score;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The pictures written here as an independent decoder sees them. */
class PngTest {
  private static BufferedImage decoded(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  @Test
  void grayPixelsComeBack() throws IOException {
    byte[] pixels = {0, 50, 100, (byte) 150, (byte) 200, (byte) 255};
    BufferedImage image = decoded(Png.gray(pixels, 3));
    assertThat(image.getWidth()).isEqualTo(3);
    assertThat(image.getHeight()).isEqualTo(2);
    for (int i = 0; i < 6; i++) {
      assertThat(image.getRaster().getSample(i % 3, i / 3, 0)).isEqualTo(pixels[i] & 255);
    }
  }

  @Test
  void colouredPixelsComeBack() throws IOException {
    BufferedImage image = decoded(Png.rgb(new byte[] {1, 2, 3, (byte) 250, (byte) 251, 9}, 2));
    assertThat(image.getRGB(0, 0) & 0xffffff).isEqualTo(0x010203);
    assertThat(image.getRGB(1, 0) & 0xffffff).isEqualTo(0xfafb09);
  }

  @Test
  void theLearningCurveShowsBothLines() throws IOException {
    EpochMetrics first =
        new EpochMetrics(1, new Score(.5, .8), Optional.of(new Score(.25, .9)), 1e-3, 12.5);
    EpochMetrics second =
        new EpochMetrics(2, new Score(.3, .9), Optional.of(new Score(.2, .95)), 1e-4, 10);
    BufferedImage image = decoded(LearningCurve.png(List.of(first, second)));
    assertThat(image.getWidth()).isEqualTo(640);
    assertThat(pixelsOf(image, 0x1f6fb4)).as("training").isGreaterThan(500);
    assertThat(pixelsOf(image, 0xd9580d)).as("validation").isGreaterThan(500);
    assertThat(decoded(LearningCurve.png(List.of(first)))).as("a single epoch").isNotNull();
  }

  private static long pixelsOf(BufferedImage image, int rgb) {
    long count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += (image.getRGB(x, y) & 0xffffff) == rgb ? 1 : 0;
      }
    }
    return count;
  }
}
