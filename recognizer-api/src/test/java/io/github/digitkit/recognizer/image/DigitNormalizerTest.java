package io.github.digitkit.recognizer.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class DigitNormalizerTest {
  private final DigitNormalizer normalizer = new DigitNormalizer();
  private final float[] clean =
      pixels(Sketch.paper(112, 112, 255).seven(0.25, 0.15, 0.75, 0.85, 9, 0));

  @Test
  void everyKindOfPictureOfOneDigitComesOutAlike() {
    assertAlike(Sketch.paper(112, 112, 0).seven(0.25, 0.15, 0.75, 0.85, 9, 255));
    assertAlike(Sketch.paper(112, 112, 200).shaded(90).seven(0.25, 0.15, 0.75, 0.85, 9, 20));
    assertAlike(Sketch.paper(300, 300, 190).textured(9, 7).seven(0.25, 0.15, 0.75, 0.85, 24, 60));
    assertAlike(Sketch.paper(112, 112, 255).seven(0.25, 0.15, 0.75, 0.85, 2, 0));
    assertAlike(Sketch.paper(20, 20, 255).seven(0.25, 0.15, 0.75, 0.85, 1.8, 0));
    assertAlike(Sketch.paper(64, 86, 255).seven(0.04, 0.04, 0.96, 0.97, 6, 0));
    assertAlike(Sketch.paper(1500, 1000, 235).seven(0.70, 0.6, 0.78, 0.768, 21, 40));
  }

  @Test
  void aHardShadowIsSeenThrough() {
    Sketch sketch = Sketch.paper(300, 300, 240).seven(0.25, 0.15, 0.75, 0.85, 24, 20);
    Box box = normalizer.normalize(sketch.image()).box();
    sketch.shadowedAbove(0.6, 0.1).textured(2, 5);
    NormalizedDigit seen = normalizer.normalize(sketch.image());
    assertThat(seen.ink().mayBeLight()).isFalse();
    assertThat(seen.box().grown(5, 300, 300).union(box)).isEqualTo(seen.box().grown(5, 300, 300));
    assertThat(box.grown(5, 300, 300).union(seen.box())).isEqualTo(box.grown(5, 300, 300));
  }

  @Test
  void boxIsInPixelsOfTheSource() {
    Box box = normalizer.normalize(smallInALargePicture()).box();
    assertThat(box.x()).isBetween(1040, 1050);
    assertThat(box.right()).isBetween(1170, 1182);
    assertThat(box.y()).isBetween(590, 600);
    assertThat(box.bottom()).isBetween(768, 780);
  }

  @Test
  void theRingAroundADigitStaysOutWhenTheLookComesCloser() {
    Sketch sketch = Sketch.paper(300, 300, 240).seven(0.3, 0.3, 0.7, 0.7, 10, 30);
    Box box = normalizer.normalize(sketch.ellipse(7, 30, 0.5, 0.5, 0.43, 0.43).image()).box();
    assertThat(box.x()).isGreaterThan(75);
    assertThat(box.bottom()).isLessThan(225);
  }

  private static GrayImage smallInALargePicture() {
    return Sketch.paper(1500, 1000, 235).seven(0.70, 0.6, 0.78, 0.768, 10, 40).image();
  }

  @Test
  void anMnistPicturePassesUnchangedInEitherPolarity() {
    Sketch five = Sketch.paper(112, 112, 255).brokenFive(0.25, 0.15, 0.75, 0.85, 9, 0);
    byte[] levels = normalizer.normalize(five.image()).seen().toByteArray();
    GrayImage image = GrayImage.of(28, 28, levels);
    assertThat(normalizer.normalize(image).seen()).isEqualTo(image);
    byte[] negative = new byte[784];
    for (int i = 0; i < 784; i++) {
      negative[i] = (byte) (255 - (levels[i] & 0xff));
    }
    assertThat(normalizer.normalize(GrayImage.of(28, 28, negative)).seen()).isEqualTo(image);
  }

  @Test
  void emptyPaperLooksBlankAndADigitDoesNot() {
    GrayImage blank = Sketch.paper(90, 90, 190).shaded(30).textured(4, 3).image();
    assertThat(normalizer.normalize(blank).ink().looksBlank()).isTrue();
    NormalizedDigit even = normalizer.normalize(Sketch.paper(28, 28, 255).image());
    assertThat(even.ink().looksBlank()).isTrue();
    assertThat(even.box().isEmpty()).isTrue();
    assertThat(even.pixels()).containsOnly(0f);
    assertThat(normalizer.normalize(smallInALargePicture()).ink().looksBlank()).isFalse();
  }

  @Test
  void extremeShapesAreRead() {
    for (int[] size : new int[][] {{1, 1}, {1, 300}, {300, 1}, {2, 2}, {5000, 3}, {8, 8}}) {
      GrayImage image = Sketch.paper(size[0], size[1], 128).textured(60, 1).image();
      assertThat(normalizer.normalize(image).pixels()).hasSize(784).doesNotContain(Float.NaN);
    }
  }

  @Test
  void oneNormalizerServesManyThreads() throws Exception {
    List<GrayImage> images = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      images.add(
          Sketch.paper(60 + i, 80, 220)
              .shaded(2 * i)
              .textured(i / 8.0, i)
              .seven(0.2, 0.2, 0.7, 0.8, 3 + i / 10.0, 30)
              .image());
    }
    List<float[]> alone = images.stream().map(i -> normalizer.normalize(i).pixels()).toList();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<float[]>> together = new ArrayList<>();
      for (GrayImage image : images) {
        together.add(threads.submit(() -> normalizer.normalize(image).pixels()));
      }
      for (int i = 0; i < images.size(); i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i));
      }
    } finally {
      threads.shutdown();
    }
  }

  private void assertAlike(Sketch sketch) {
    float[] pixels = pixels(sketch);
    double best = 0;
    // Centring by whole pixels may fall either way.
    for (int shift : new int[] {-28, -1, 0, 1, 28}) {
      best = Math.max(best, correlation(pixels, shift));
    }
    assertThat(best).isGreaterThan(0.89);
  }

  private double correlation(float[] pixels, int shift) {
    double product = 0;
    double own = 0;
    double other = 0;
    for (int i = 28; i < pixels.length - 28; i++) {
      product += pixels[i + shift] * clean[i];
      own += pixels[i + shift] * pixels[i + shift];
      other += clean[i] * clean[i];
    }
    return product / Math.sqrt(own * other);
  }

  private float[] pixels(Sketch sketch) {
    return normalizer.normalize(sketch.image()).pixels();
  }
}
