package io.github.digitkit.train.data.synthetic;

import io.github.digitkit.train.random.CounterRandom;

/**
 * How one picture is written.
 *
 * @param jitter deviation of the control points, in heights of the sign
 * @param aspect width over height
 * @param slant columns to the right for each row upwards
 * @param rotation in radians
 * @param wobble amplitude of the sine wave along a stroke, in heights of the sign
 * @param pen width of the pen on a sign 80 pixels high
 * @param nib share by which strokes along the nib are thinner, 0..1
 * @param nibAngle direction of the nib in radians
 * @param taper share by which a stroke thins out towards its end
 */
record Hand(
    float jitter,
    float aspect,
    float slant,
    float rotation,
    float wobble,
    float pen,
    float nib,
    float nibAngle,
    float taper) {
  private static final float DIGIT_ASPECT = 0.62f;
  private static final float ONE_ASPECT = 0.55f;
  private static final float SIGN_ASPECT = 0.8f;
  private static final double PEN = 9;

  /** A hand that writes this digit. */
  static Hand ofDigit(CounterRandom random, int digit) {
    return draw(random, digit == 1 ? ONE_ASPECT : DIGIT_ASPECT);
  }

  /** A hand that writes a letter or another sign. */
  static Hand ofSign(CounterRandom random) {
    return draw(random, SIGN_ASPECT);
  }

  private static Hand draw(CounterRandom random, double aspect) {
    float jitter = Math.min(logNormal(random, 0.045, 0.3), 0.09f);
    float wide = logNormal(random, aspect, 0.2);
    float slant = 0.12f + 0.18f * random.nextGaussian();
    float rotation = 0.07f * random.nextGaussian();
    float wobble = 0.01f * random.nextGaussian();
    float pen = Math.min(Math.max(logNormal(random, PEN, 0.35), 3), 24);
    float nib = random.chance(0.3) ? random.uniform(0.1f, 0.5f) : 0;
    float nibAngle = random.uniform(0, (float) StrictMath.PI);
    float taper = random.chance(0.3) ? random.uniform(0.1f, 0.6f) : 0;
    return new Hand(jitter, wide, slant, rotation, wobble, pen, nib, nibAngle, taper);
  }

  private static float logNormal(CounterRandom random, double median, double deviation) {
    return (float) (median * StrictMath.exp(deviation * random.nextGaussian()));
  }
}
