package io.github.digitkit.train.data.augment;

import java.util.List;

/**
 * The sets of augmentations that have a name. All distances are pixels of a 28x28 picture whose ink
 * is about 20 high.
 */
public final class AugmentationSets {
  private static final AugmentationPipeline NONE = new AugmentationPipeline("none", List.of());
  private static final AugmentationPipeline AFFINE =
      new AugmentationPipeline("affine", List.of(affine(0)));
  private static final AugmentationPipeline DEFAULT =
      new AugmentationPipeline(
          "default",
          List.of(
              new LowResolution(0.15, 16, 16),
              new Gap(0.1, Range.symmetric(7), Range.of(0.5, 0.8)),
              new StrokeThickness(0.6, Range.symmetric(0.7)),
              affine(0.45),
              neighbour(0.1),
              connectingStroke(0.12),
              new Blur(0.3),
              new Contrast(0.3, Range.of(0, 1.4), Range.of(0.35, 0.6)),
              new GammaGain(0.3, Range.symmetric(0.5), Range.of(0.7, 1)),
              new Noise(0.2, Range.of(0, 0.12))));
  private static final AugmentationPipeline WIDE =
      new AugmentationPipeline(
          "wide",
          List.of(
              new LowResolution(0.15, 11, 18),
              new Gap(0.1, Range.symmetric(7), Range.of(0.5, 0.8)),
              new StrokeThickness(0.6, Range.symmetric(0.7)),
              new StrokeThickness(0.06, Range.of(0.5, 1.6)),
              new FillFrame(0.06, Range.of(0.2, 1), 2),
              affine(0.45),
              neighbour(0.12),
              connectingStroke(0.14),
              new RulingRemains(
                  0.04, Range.of(0, 3), Range.symmetric(2), Range.of(0.9, 1.6), Range.of(0.3, 1)),
              new Blur(0.3),
              new Contrast(0.3, Range.of(0, 1.4), Range.of(0.35, 0.6)),
              new Fade(0.08, Range.of(0.2, 0.7)),
              new GammaGain(0.3, Range.symmetric(0.5), Range.of(0.7, 1)),
              new Noise(0.2, Range.of(0, 0.12))));
  private static final List<AugmentationPipeline> ALL = List.of(NONE, AFFINE, DEFAULT, WIDE);

  private AugmentationSets() {}

  /** Pictures as they are. */
  public static AugmentationPipeline none() {
    return NONE;
  }

  /** Rotation, scale, shear and shift only. */
  public static AugmentationPipeline affine() {
    return AFFINE;
  }

  /** What a pen and a scanner do to a digit, elastic displacement included. */
  public static AugmentationPipeline defaults() {
    return DEFAULT;
  }

  /**
   * That of the bundled weights: the default, and more of what foreign pictures bring: coarser
   * grids, thick brushes, ink that fills its frame, remains of ruling, uneven light.
   */
  public static AugmentationPipeline wide() {
    return WIDE;
  }

  /** The names that {@link #named} knows. */
  public static List<String> names() {
    return ALL.stream().map(AugmentationPipeline::name).toList();
  }

  /**
   * The set with this name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  public static AugmentationPipeline named(String name) {
    return ALL.stream()
        .filter(set -> set.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "augmentation: expected one of %s, got '%s'"
                        .formatted(String.join(", ", names()), name)));
  }

  private static AffineElastic affine(double elastic) {
    return new AffineElastic(
        1,
        Range.symmetric(15),
        Range.symmetric(0.12),
        Range.symmetric(0.1),
        Range.symmetric(0.25),
        Range.symmetric(2),
        elastic);
  }

  private static Neighbour neighbour(double probability) {
    return new Neighbour(probability, Range.of(16.5, 21.5), Range.symmetric(5));
  }

  private static ConnectingStroke connectingStroke(double probability) {
    return new ConnectingStroke(
        probability, Range.of(3, 8), Range.symmetric(5), Range.symmetric(3), Range.of(1.1, 2.1));
  }
}
