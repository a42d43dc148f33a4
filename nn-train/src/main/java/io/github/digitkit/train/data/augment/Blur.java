package io.github.digitkit.train.data.augment;

/**
 * A soft picture: blends U(0, 1) of the 3x3 binomial blur (1 2 1) x (1 2 1) / 16 into it.
 *
 * @param probability how often a picture is changed
 */
public record Blur(double probability) implements Augmentation {

  /** Checks the range. */
  public Blur {
    Range.probability(probability);
  }

  @Override
  public void apply(float[] image, AugmentationContext context) {
    if (!context.random().chance(probability)) {
      return;
    }
    float share = context.random().nextFloat();
    float[] before = context.plane(0);
    float[] after = context.plane(1);
    float[] across = context.plane(2);
    Neighbourhood.left(image, before, context.width());
    Neighbourhood.right(image, after, context.width());
    for (int i = 0; i < image.length; i++) {
      across[i] = 0.25f * (before[i] + after[i]) + 0.5f * image[i];
    }
    Neighbourhood.above(across, before, context.width());
    Neighbourhood.below(across, after, context.width());
    for (int i = 0; i < image.length; i++) {
      float blurred = 0.25f * (before[i] + after[i]) + 0.5f * across[i];
      image[i] += share * (blurred - image[i]);
    }
  }
}
