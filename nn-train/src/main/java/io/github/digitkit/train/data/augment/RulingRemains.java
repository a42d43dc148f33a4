package io.github.digitkit.train.data.augment;

import io.github.digitkit.train.random.CounterRandom;

/**
 * What is left of squared paper or of a cell's border: a straight, nearly upright or level line
 * near one side of the picture.
 *
 * @param probability how often a picture is changed
 * @param inset of the line from the side, in pixels, at least 0
 * @param tilt between its ends, in pixels
 * @param reach distance from its middle at which ink ends, in pixels, within 0..10
 * @param strength its darkness, within 0..1
 */
public record RulingRemains(
    double probability, Range inset, Range tilt, Range reach, Range strength)
    implements Augmentation {

  /** Checks the ranges. */
  public RulingRemains {
    Range.probability(probability);
    inset.within("inset", 0, 10_000);
    reach.within("reach", 0, 10);
    strength.within("strength", 0, 1);
  }

  @Override
  public void apply(float[] image, AugmentationContext context) {
    CounterRandom random = context.random();
    if (!random.chance(probability)) {
      return;
    }
    int side = random.nextInt(4);
    boolean upright = side < 2;
    int across = (upright ? context.width() : context.height()) - 1;
    int along = upright ? context.height() : context.width();
    float in = inset.draw(random);
    float start = (side & 1) == 0 ? in : across - in;
    float end = start + tilt.draw(random);
    float pen = reach.draw(random);
    float ink = strength.draw(random);
    if (upright) {
      PenLine.draw(image, context, start, -1, end, along, pen, ink);
    } else {
      PenLine.draw(image, context, -1, start, along, end, pen, ink);
    }
  }
}
