package io.github.digitkit.train.data.augment;

/**
 * A paler or darker pen: {@code gain * x^gamma}.
 *
 * @param probability how often a picture is changed
 * @param logGamma natural logarithm of the exponent, within -3..3
 * @param gain factor, within 0..1
 */
public record GammaGain(double probability, Range logGamma, Range gain) implements Augmentation {
  private static final int CELLS = 32;

  /** Logarithms of the knots i / CELLS, i from 1. */
  private static final double[] LOG_KNOTS = new double[CELLS + 1];

  static {
    for (int i = 1; i <= CELLS; i++) {
      LOG_KNOTS[i] = StrictMath.log((double) i / CELLS);
    }
  }

  /** Checks the ranges. */
  public GammaGain {
    Range.probability(probability);
    logGamma.within("logGamma", -3, 3);
    gain.within("gain", 0, 1);
  }

  @Override
  public void apply(float[] image, AugmentationContext context) {
    if (!context.random().chance(probability)) {
      return;
    }
    double gamma = StrictMath.exp(logGamma.draw(context.random()));
    float factor = gain.draw(context.random());
    float[] curve = context.curve();
    for (int i = 1; i <= CELLS; i++) {
      curve[i] = factor * (float) StrictMath.exp(gamma * LOG_KNOTS[i]);
    }
    curve[0] = 0;
    curve[CELLS + 1] = curve[CELLS];
    for (int i = 0; i < image.length; i++) {
      float position = image[i] * CELLS;
      int cell = (int) position;
      image[i] = curve[cell] + (curve[cell + 1] - curve[cell]) * (position - cell);
    }
  }
}
