package io.github.digitkit.train.data.augment;

import io.github.digitkit.train.random.CounterRandom;

/**
 * A neighbour that reaches into the picture: the maximum with another picture of the epoch, moved
 * to one of the four sides.
 *
 * @param probability how often a picture is changed
 * @param distance to the side, in pixels, at least 0
 * @param slip the other way, in pixels
 */
public record Neighbour(double probability, Range distance, Range slip) implements Augmentation {

  /** Checks the ranges. */
  public Neighbour {
    Range.probability(probability);
    distance.within("distance", 0, 10_000);
  }

  @Override
  public void apply(float[] image, AugmentationContext context) {
    CounterRandom random = context.random();
    if (!random.chance(probability)) {
      return;
    }
    int side = random.nextInt(4);
    float away = (side & 1) == 0 ? distance.draw(random) : -distance.draw(random);
    float along = slip.draw(random);
    float[] other = context.plane(0);
    context.copyOther(other);
    Resampling resampling = context.resampling();
    resampling.map(1, 0, 0, 1);
    if (side < 2) {
      resampling.shift(away, along);
    } else {
      resampling.shift(along, away);
    }
    resampling.apply(other);
    for (int i = 0; i < image.length; i++) {
      image[i] = Math.max(image[i], other[i]);
    }
  }
}
