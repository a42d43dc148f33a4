package io.github.digitkit.train.data.augment;

import io.github.digitkit.train.random.CounterRandom;

/**
 * Adds N(0, s) to each pixel, clamped to 0..1; s is drawn once a picture.
 *
 * @param probability how often a picture is changed
 * @param deviation s, within 0..1
 */
public record Noise(double probability, Range deviation) implements Augmentation {

  /** Checks the ranges. */
  public Noise {
    Range.probability(probability);
    deviation.within("deviation", 0, 1);
  }

  @Override
  public void apply(float[] image, AugmentationContext context) {
    CounterRandom random = context.random();
    if (!random.chance(probability)) {
      return;
    }
    random.addGaussians(image, image.length, deviation.draw(random));
    for (int i = 0; i < image.length; i++) {
      image[i] = Math.min(Math.max(image[i], 0), 1);
    }
  }
}
