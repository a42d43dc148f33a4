package io.github.digitkit.train.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.digitkit.train.random.CounterRandom;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds for every step: identity at probability 0, repeatable, within 0..1, as often as told.
 */
class AugmentationContractTest {
  private static final OtherPictures OTHERS =
      (random, target) -> {
        random.nextLong();
        float[] box = Drawn.box(6, 6, 21, 21);
        System.arraycopy(box, 0, target, 0, box.length);
      };

  static Stream<Named<DoubleFunction<Augmentation>>> steps() {
    return Stream.of(
        step("low resolution", p -> new LowResolution(p, 5, 16)),
        step("gap", p -> new Gap(p, Range.symmetric(2), Range.of(0.8, 1.2))),
        step("thicker", p -> new StrokeThickness(p, Range.of(0.3, 2.5))),
        step("thinner", p -> new StrokeThickness(p, Range.of(-1.5, -0.3))),
        step(
            "affine, elastic",
            p ->
                new AffineElastic(
                    p,
                    Range.symmetric(15),
                    Range.symmetric(0.1),
                    Range.symmetric(0.1),
                    Range.symmetric(0.2),
                    Range.symmetric(2),
                    0.5)),
        step("neighbour", p -> new Neighbour(p, Range.of(16.5, 19), Range.symmetric(5))),
        step(
            "connecting stroke",
            p ->
                new ConnectingStroke(
                    p, Range.of(4, 8), Range.symmetric(5), Range.symmetric(3), Range.of(1.5, 2))),
        step(
            "ruling",
            p ->
                new RulingRemains(
                    p, Range.of(0, 3), Range.symmetric(2), Range.of(1, 2), Range.of(0.3, 1))),
        step("fill frame", p -> new FillFrame(p, Range.of(0.5, 1), 2)),
        step("blur", p -> new Blur(p)),
        step("contrast", p -> new Contrast(p, Range.of(0.2, 1.4), Range.of(0.35, 0.6))),
        step("fade", p -> new Fade(p, Range.of(0.3, 0.9))),
        step("gamma, gain", p -> new GammaGain(p, Range.symmetric(0.5), Range.of(0.7, 0.95))),
        step("noise", p -> new Noise(p, Range.of(0.05, 0.2))));
  }

  private static Named<DoubleFunction<Augmentation>> step(
      String name, DoubleFunction<Augmentation> step) {
    return Named.of(name, step);
  }

  @ParameterizedTest
  @MethodSource("steps")
  void probabilityZeroLeavesEveryPicture(DoubleFunction<Augmentation> step) {
    for (int key = 0; key < 50; key++) {
      float[] image = grey(key);
      assertThat(Drawn.applied(step.apply(0), image, key, OTHERS)).isEqualTo(image);
    }
  }

  @ParameterizedTest
  @MethodSource("steps")
  void sameKeySameBitsAndAnotherKeyAnotherPicture(DoubleFunction<Augmentation> step) {
    Augmentation always = step.apply(1);
    float[] image = grey(1);
    float[] first = Drawn.applied(always, image, 77, OTHERS);
    assertThat(Drawn.applied(always, image, 77, OTHERS)).isEqualTo(first);
    boolean differs = false;
    for (int key = 78; key < 98; key++) {
      differs |= Drawn.difference(Drawn.applied(always, image, key, OTHERS), first) > 0;
    }
    assertThat(differs).isTrue();
  }

  @ParameterizedTest
  @MethodSource("steps")
  void usedContextsGiveTheSameAsFreshOnes(DoubleFunction<Augmentation> step) {
    Augmentation always = step.apply(1);
    AugmentationContext used = new AugmentationContext(Drawn.SIDE, Drawn.SIDE);
    for (int key = 0; key < 30; key++) {
      float[] image = grey(key);
      used.start(key, 0, 0, OTHERS);
      always.apply(image, used);
      assertThat(image).isEqualTo(Drawn.applied(always, grey(key), key, OTHERS));
    }
  }

  @ParameterizedTest
  @MethodSource("steps")
  void valuesStayBetweenZeroAndOne(DoubleFunction<Augmentation> step) {
    for (int key = 0; key < 300; key++) {
      assertInRange(Drawn.applied(step.apply(1), grey(key), key, OTHERS));
    }
  }

  @ParameterizedTest
  @MethodSource("steps")
  void changesAboutAsManyPicturesAsTold(DoubleFunction<Augmentation> step) {
    float[] image = Drawn.applied(new Blur(1), Drawn.bar(), 2);
    int always = 0;
    int sometimes = 0;
    for (int key = 0; key < 600; key++) {
      always +=
          Drawn.difference(Drawn.applied(step.apply(1), image, key, OTHERS), image) > 0 ? 1 : 0;
      sometimes +=
          Drawn.difference(Drawn.applied(step.apply(0.3), image, key, OTHERS), image) > 0 ? 1 : 0;
    }
    assertThat(always).isGreaterThan(480);
    assertThat(sometimes / (double) always).isEqualTo(0.3, within(0.07));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void anySizeAndAnEmptyPictureAreFine(DoubleFunction<Augmentation> step) {
    int[][] sizes = {{1, 1}, {1, 7}, {9, 1}, {13, 31}, {40, 20}};
    for (int[] size : sizes) {
      AugmentationContext context = new AugmentationContext(size[0], size[1]);
      for (int key = 0; key < 20; key++) {
        float[] image = new float[size[0] * size[1]];
        java.util.Arrays.fill(image, key % 2);
        context.start(key, 0, 0, OtherPictures.EMPTY);
        step.apply(1).apply(image, context);
        assertThat(image).doesNotContain(Float.NaN);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "affine", "default", "wide"})
  void namedSetsKeepTheRange(String name) {
    Augmentation set = AugmentationSets.named(name);
    for (int key = 0; key < 1000; key++) {
      assertInRange(Drawn.applied(set, Drawn.bar(), key, OTHERS));
    }
  }

  @Test
  void pipelineIsItsStepsOneAfterAnother() {
    Augmentation blur = new Blur(0.5);
    Augmentation noise = new Noise(0.5, Range.of(0.1, 0.2));
    Augmentation both = new AugmentationPipeline("both", java.util.List.of(blur, noise));
    for (int key = 0; key < 20; key++) {
      AugmentationContext context = new AugmentationContext(Drawn.SIDE, Drawn.SIDE);
      context.start(key, 0, 0, OTHERS);
      float[] image = Drawn.bar();
      blur.apply(image, context);
      noise.apply(image, context);
      assertThat(Drawn.applied(both, Drawn.bar(), key)).isEqualTo(image);
    }
  }

  private static void assertInRange(float[] image) {
    boolean inside = true;
    for (float value : image) {
      inside &= value >= 0 && value <= 1;
    }
    assertThat(inside).as("all of 0..1").isTrue();
  }

  private static float[] grey(int key) {
    CounterRandom random = new CounterRandom(key, 5, 5);
    float[] image = Drawn.box(4 + random.nextInt(8), 5, 14 + random.nextInt(8), 22);
    for (int i = 0; i < image.length; i++) {
      image[i] *= random.uniform(0.5f, 1f);
    }
    return image;
  }
}
