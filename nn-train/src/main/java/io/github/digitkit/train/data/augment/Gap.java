package io.github.digitkit.train.data.augment;

import io.github.digitkit.train.random.CounterRandom;

/**
 * A straight scratch without ink, in any direction, through a point near the centre: a pen that
 * skipped, or a ruling line that was erased.
 *
 * @param probability how often a picture is changed
 * @param offset of the point from the centre, each way, in pixels
 * @param halfWidth of the scratch in pixels, within 0..100
 */
public record Gap(double probability, Range offset, Range halfWidth) implements Augmentation {

  /** Checks the ranges. */
  public Gap {
    Range.probability(probability);
    halfWidth.within("halfWidth", 0, 100);
  }

  @Override
  public void apply(float[] image, AugmentationContext context) {
    CounterRandom random = context.random();
    if (!random.chance(probability)) {
      return;
    }
    double angle = random.uniform(0, StrictMath.PI);
    float normalX = (float) StrictMath.cos(angle);
    float normalY = (float) StrictMath.sin(angle);
    float centreX = context.width() / 2f + offset.draw(random);
    float centreY = context.height() / 2f + offset.draw(random);
    float half = halfWidth.draw(random);
    int i = 0;
    for (int y = 0; y < context.height(); y++) {
      float rowDistance = (y - centreY) * normalY - centreX * normalX;
      for (int x = 0; x < context.width(); x++, i++) {
        if (Math.abs(rowDistance + x * normalX) < half) {
          image[i] = 0;
        }
      }
    }
  }
}
