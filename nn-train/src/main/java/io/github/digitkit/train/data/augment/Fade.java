package io.github.digitkit.train.data.augment;

import io.github.digitkit.train.random.CounterRandom;

/**
 * Uneven light or a pen running dry: ink falls off linearly towards one side of the picture, by the
 * drawn share of its value, in any direction.
 *
 * @param probability how often a picture is changed
 * @param loss share lost at the far end, within 0..1
 */
public record Fade(double probability, Range loss) implements Augmentation {

  /** Checks the ranges. */
  public Fade {
    Range.probability(probability);
    loss.within("loss", 0, 1);
  }

  @Override
  public void apply(float[] image, AugmentationContext context) {
    CounterRandom random = context.random();
    if (!random.chance(probability)) {
      return;
    }
    double angle = random.uniform(0, 2 * StrictMath.PI);
    float lost = loss.draw(random);
    float acrossX = (float) StrictMath.cos(angle) * lost / context.width();
    float acrossY = (float) StrictMath.sin(angle) * lost / context.height();
    int i = 0;
    for (int y = 0; y < context.height(); y++) {
      float start =
          1 - lost / 2 + acrossY * (y - context.height() / 2f) - acrossX * context.width() / 2f;
      for (int x = 0; x < context.width(); x++, i++) {
        image[i] *= Math.min(Math.max(start + acrossX * x, 0), 1);
      }
    }
  }
}
