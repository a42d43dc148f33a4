package io.github.digitkit.train.data.augment;

import io.github.digitkit.train.random.CounterRandom;

/**
 * Rotation, scale, shear, shift and elastic displacement about the centre in one bilinear
 * resampling, zeros outside (Simard, Steinkraus, Platt 2003, with a coarser displacement).
 *
 * <p>With i, j drawn from {@code logScale} and n from {@code logAspect}, sides are scaled by exp(i
 * + n) across and exp(j - n) down. The elastic displacement is normal at 4x4 knots from corner to
 * corner, and bicubic in between.
 *
 * @param probability how often a picture is changed
 * @param rotation in degrees
 * @param logScale natural logarithm of the factor of each side, within -2..2
 * @param logAspect natural logarithm of the factor by which it widens, within -2..2
 * @param shear pixels across for each pixel down
 * @param shift in pixels, drawn for each direction
 * @param elastic standard deviation at the knots in pixels, at least 0
 */
public record AffineElastic(
    double probability,
    Range rotation,
    Range logScale,
    Range logAspect,
    Range shear,
    Range shift,
    double elastic)
    implements Augmentation {

  /** Checks the ranges. */
  public AffineElastic {
    Range.probability(probability);
    logScale.within("logScale", -2, 2);
    logAspect.within("logAspect", -2, 2);
    Range.atLeastZero("elastic", elastic, 100);
  }

  @Override
  public void apply(float[] image, AugmentationContext context) {
    CounterRandom random = context.random();
    if (!random.chance(probability)) {
      return;
    }
    double angle = rotation.draw(random) * (StrictMath.PI / 180);
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    float aspect = logAspect.draw(random);
    // The map leads from a pixel to where it is read, so the factors are inverted.
    double across = StrictMath.exp(-logScale.draw(random) - aspect);
    double down = StrictMath.exp(-logScale.draw(random) + aspect);
    double lean = shear.draw(random) * across;
    Resampling resampling = context.resampling();
    resampling.map(cos * across, cos * lean - sin * down, sin * across, sin * lean + cos * down);
    resampling.shift(shift.draw(random), shift.draw(random));
    if (elastic > 0) {
      resampling.displace((float) elastic, random);
    }
    resampling.apply(image);
  }
}
