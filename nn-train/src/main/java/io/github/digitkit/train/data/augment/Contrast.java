package io.github.digitkit.train.data.augment;

/**
 * A harder picture, towards black and white: {@code clamp((x - l) k + l, 0, 1)}.
 *
 * @param probability how often a picture is changed
 * @param logGain natural logarithm of k, within 0..10
 * @param level the value l that stays, within 0..1
 */
public record Contrast(double probability, Range logGain, Range level) implements Augmentation {

  /** Checks the ranges. */
  public Contrast {
    Range.probability(probability);
    logGain.within("logGain", 0, 10);
    level.within("level", 0, 1);
  }

  @Override
  public void apply(float[] image, AugmentationContext context) {
    if (!context.random().chance(probability)) {
      return;
    }
    float gain = (float) StrictMath.exp(logGain.draw(context.random()));
    float still = level.draw(context.random());
    for (int i = 0; i < image.length; i++) {
      image[i] = Math.min(Math.max((image[i] - still) * gain + still, 0), 1);
    }
  }
}
