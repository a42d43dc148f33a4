package io.github.digitkit.train.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What each step does to a drawn picture. */
class AugmentationEffectTest {
  private static final Range ZERO = Range.of(0, 0);

  @Test
  void thickerByOneIsTheDilationAndThinnerTheErosion() {
    float[] bar = Drawn.bar();
    float[] thick = Drawn.applied(new StrokeThickness(1, Range.of(1, 1)), bar, 1);
    assertThat(Drawn.ink(thick)).isEqualTo(3 * 18 + 2 * 18 + 2 * 3);
    float[] thin = Drawn.applied(new StrokeThickness(1, Range.of(-1, -1)), bar, 1);
    assertThat(thin).isEqualTo(Drawn.box(13, 6, 13, 21));
    float[] half = Drawn.applied(new StrokeThickness(1, Range.of(0.5, 0.5)), bar, 1);
    assertThat(half[13 * 28 + 11]).isEqualTo(0.5f);
    float[] twice = Drawn.applied(new StrokeThickness(1, Range.of(2, 2)), bar, 1);
    assertThat(twice[13 * 28 + 10]).isEqualTo(1f);
  }

  @Test
  void affineWithoutAnyChangeIsTheIdentity() {
    float[] bar = Drawn.bar();
    assertThat(Drawn.applied(affine(ZERO, ZERO, ZERO, ZERO, ZERO), bar, 1)).isEqualTo(bar);
  }

  @Test
  void shiftMovesTheCentre() {
    float[] moved =
        Drawn.applied(affine(ZERO, ZERO, ZERO, ZERO, Range.of(1.5, 1.5)), Drawn.bar(), 1);
    assertThat(Drawn.centreX(moved)).isEqualTo(13 - 1.5, within(1e-4));
    assertThat(Drawn.centreY(moved)).isEqualTo(13.5 - 1.5, within(1e-4));
    assertThat(Drawn.ink(moved)).isEqualTo(54, within(1e-3));
  }

  @Test
  void rotationLeansAStrokeByItsAngle() {
    float[] turned =
        Drawn.applied(affine(Range.of(15, 15), ZERO, ZERO, ZERO, ZERO), Drawn.bar(), 1);
    assertThat(Math.abs(Drawn.lean(turned))).isEqualTo(Math.tan(Math.toRadians(15)), within(0.03));
    assertThat(Drawn.ink(turned)).isEqualTo(54, within(1.0));
  }

  @Test
  void shearLeansAStrokeAndKeepsItsRows() {
    float[] sheared =
        Drawn.applied(affine(ZERO, ZERO, ZERO, Range.of(0.25, 0.25), ZERO), Drawn.bar(), 1);
    assertThat(Math.abs(Drawn.lean(sheared))).isEqualTo(0.25, within(0.01));
    assertThat(Drawn.ink(sheared)).isEqualTo(54, within(0.1));
    assertThat(Drawn.centreY(sheared)).isEqualTo(13.5, within(1e-3));
  }

  @Test
  void scaleEnlargesAndAspectWidens() {
    float[] box = Drawn.box(9, 9, 18, 18);
    Range tenth = Range.of(0.1, 0.1);
    float[] large = Drawn.applied(affine(ZERO, tenth, ZERO, ZERO, ZERO), box, 1);
    assertThat(Drawn.ink(large) / 100).isEqualTo(Math.exp(0.2), within(0.02));
    float[] wide = Drawn.applied(affine(ZERO, ZERO, tenth, ZERO, ZERO), box, 1);
    assertThat(Drawn.ink(wide) / 100).isEqualTo(1, within(0.02));
    assertThat(Drawn.spreadX(wide) / Drawn.spreadX(box)).isEqualTo(Math.exp(0.1), within(0.02));
  }

  @Test
  void elasticBendsButKeepsTheInkAboutTheSame() {
    Augmentation elastic = new AffineElastic(1, ZERO, ZERO, ZERO, ZERO, ZERO, 1);
    double ink = 0;
    for (int key = 0; key < 200; key++) {
      float[] bent = Drawn.applied(elastic, Drawn.bar(), key);
      assertThat(Drawn.difference(bent, Drawn.bar())).isGreaterThan(0.001);
      ink += Drawn.ink(bent) / 200;
    }
    assertThat(ink).isEqualTo(54, within(2.0));
  }

  @Test
  void knotWeightsSumToOneAndMeetTheKnots() {
    KnotWeights weights = new KnotWeights(28, 28);
    for (int pixel = 0; pixel < 784; pixel++) {
      float sum = 0;
      for (int knot = 0; knot < 16; knot++) {
        sum += weights.of(knot)[pixel];
      }
      assertThat(sum).isEqualTo(1f, within(1e-6f));
    }
    for (int knot = 0; knot < 16; knot++) {
      int row = Math.floorDiv(knot, 4);
      assertThat(weights.of(knot)[9 * row * 28 + 9 * (knot % 4)]).isEqualTo(1f, within(1e-6f));
    }
  }

  @Test
  void lowResolutionKeepsTheMeanAndLosesFineStructure() {
    float[] stripes = new float[784];
    for (int i = 0; i < 784; i++) {
      stripes[i] = i % 2;
    }
    float[] coarse = Drawn.applied(new LowResolution(1, 14, 14), stripes, 1);
    assertThat(coarse).containsOnly(0.5f);
    float[] whole = Drawn.applied(new LowResolution(1, 28, 28), Drawn.bar(), 1);
    assertThat(Drawn.difference(whole, Drawn.bar())).isLessThan(1e-6);
    float[] half = Drawn.applied(new LowResolution(1, 14, 14), Drawn.box(4, 10, 23, 13), 1);
    assertThat(Drawn.centreX(half)).isEqualTo(13.5, within(0.01));
    assertThat(Drawn.centreY(half)).isEqualTo(11.5, within(0.01));
  }

  @Test
  void gapRemovesAStraightStrip() {
    float[] full = Drawn.box(0, 0, 27, 27);
    float[] cut = Drawn.applied(new Gap(1, ZERO, Range.of(1, 1)), full, 3);
    double removed = Drawn.ink(full) - Drawn.ink(cut);
    assertThat(removed).isBetween(2 * 28 * 0.85, 2 * 28 * 1.5);
    assertThat(cut).contains(0f, 1f);
  }

  @Test
  void blurKeepsTheInkAndSoftensEdges() {
    float[] soft = Drawn.applied(new Blur(1), Drawn.bar(), 4);
    assertThat(Drawn.ink(soft)).isEqualTo(54, within(1e-3));
    assertThat(soft[13 * 28 + 11]).isBetween(0.001f, 0.25f);
  }

  @Test
  void contrastKeepsItsLevelAndDrivesTheRestApart() {
    float[] image = new float[784];
    image[0] = 0.5f;
    image[1] = 0.6f;
    image[2] = 0.3f;
    Augmentation harder = new Contrast(1, Range.of(Math.log(3), Math.log(3)), Range.of(0.5, 0.5));
    float[] hard = Drawn.applied(harder, image, 1);
    assertThat(hard[0]).isEqualTo(0.5f);
    assertThat(hard[1]).isEqualTo(0.8f, within(1e-5f));
    assertThat(hard[2]).isZero();
  }

  @Test
  void gammaFollowsThePowerCurve() {
    float[] image = new float[784];
    for (int i = 0; i < 784; i++) {
      image[i] = i / 783f;
    }
    float[] changed =
        Drawn.applied(new GammaGain(1, Range.of(0.5, 0.5), Range.of(0.8, 0.8)), image, 1);
    for (int i = 50; i < 784; i++) {
      assertThat(changed[i])
          .isEqualTo((float) (0.8 * Math.pow(image[i], Math.exp(0.5))), within(0.002f));
    }
    assertThat(changed[0]).isZero();
  }

  @Test
  void noiseHasTheAskedDeviation() {
    float[] grey = new float[784];
    java.util.Arrays.fill(grey, 0.5f);
    float[] noisy = Drawn.applied(new Noise(1, Range.of(0.1, 0.1)), grey, 1);
    double squares = 0;
    for (float value : noisy) {
      squares += (value - 0.5) * (value - 0.5) / 784;
    }
    assertThat(Math.sqrt(squares)).isEqualTo(0.1, within(0.01));
  }

  @Test
  void neighbourReachesInFromOneSide() {
    OtherPictures others =
        (random, target) -> System.arraycopy(Drawn.box(4, 4, 23, 23), 0, target, 0, 784);
    Augmentation neighbour = new Neighbour(1, Range.of(18, 18), ZERO);
    int[] sides = new int[4];
    for (int key = 0; key < 100; key++) {
      float[] image = Drawn.applied(neighbour, new float[784], key, others);
      assertThat(Drawn.ink(image)).isEqualTo(6 * 20, within(1e-3));
      sides[image[10 * 28] > 0 ? 0 : image[10 * 28 + 27] > 0 ? 1 : image[10] > 0 ? 2 : 3]++;
    }
    assertThat(sides).doesNotContain(0);
  }

  @Test
  void connectingStrokeLeadsOutwardsFromTheEndOfTheInk() {
    Augmentation stroke =
        new ConnectingStroke(1, Range.of(6, 6), Range.symmetric(4), ZERO, Range.of(1.6, 1.6));
    int right = 0;
    for (int key = 0; key < 100; key++) {
      float[] image = Drawn.applied(stroke, Drawn.bar(), key);
      double moved = Drawn.centreX(image) - 13;
      assertThat(Math.abs(moved)).isBetween(0.4, 2.5);
      right += moved > 0 ? 1 : 0;
    }
    assertThat(right).isBetween(30, 70);
  }

  @Test
  void rulingRemainsLieNearOneSideAndReachAcross() {
    Augmentation ruling =
        new RulingRemains(1, Range.of(0, 2), ZERO, Range.of(1.5, 1.5), Range.of(0.8, 0.8));
    for (int key = 0; key < 50; key++) {
      float[] image = Drawn.applied(ruling, new float[784], key);
      double offX = Math.abs(Drawn.centreX(image) - 13.5);
      double offY = Math.abs(Drawn.centreY(image) - 13.5);
      assertThat(Math.max(offX, offY)).isBetween(10.5, 13.5);
      assertThat(Math.min(offX, offY)).isLessThan(0.01);
    }
  }

  @Test
  void fadeDarkensTowardsOneSideOnly() {
    float[] full = Drawn.box(0, 0, 27, 27);
    for (int key = 0; key < 20; key++) {
      float[] faded = Drawn.applied(new Fade(1, Range.of(0.5, 0.5)), full, key);
      assertThat(Drawn.ink(faded) / 784).isEqualTo(0.75, within(0.06));
    }
  }

  @Test
  void fillFrameWidensANarrowDigitToItsHeight() {
    float[] wide =
        Drawn.applied(new FillFrame(1, Range.of(1, 1), 100), Drawn.box(10, 4, 15, 23), 1);
    assertThat(wide[13 * 28 + 4]).isGreaterThan(0.5f);
    assertThat(Drawn.centreX(wide)).isEqualTo(12.5, within(0.2));
    float[] limited =
        Drawn.applied(new FillFrame(1, Range.of(1, 1), 1.5), Drawn.box(10, 4, 15, 23), 1);
    assertThat(Drawn.ink(limited) / 120).isEqualTo(1.5, within(0.1));
  }

  @Test
  void impossibleRangesAreRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Blur(1.5))
        .withMessage("probability must be 0..1, got 1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Range.of(2, 1))
        .withMessage("range: expected finite low <= high, got 2.0..1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Noise(1, Range.of(-0.1, 0.1)))
        .withMessage("deviation must be within 0.0..1.0, got -0.1..0.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LowResolution(1, 0, 4))
        .withMessage("sides: expected 1 <= least <= most, got 0..4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AugmentationSets.named("strong"))
        .withMessage("augmentation: expected one of none, affine, default, wide, got 'strong'");
  }

  private static Augmentation affine(
      Range rotation, Range scale, Range aspect, Range shear, Range shift) {
    return new AffineElastic(1, rotation, scale, aspect, shear, shift, 0);
  }
}
