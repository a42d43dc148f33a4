package io.github.digitkit.recognizer.image;

/**
 * The two thresholds of hysteresis: ink starts in a pixel darker than {@code seed} and spreads to
 * connected pixels darker than {@code grow}, so that thin strokes stay whole and specks of paper
 * stay out.
 *
 * @param seed darkness in levels
 * @param grow darkness in levels, below {@code seed}
 */
public record InkThreshold(float seed, float grow) {

  /**
   * Otsu's threshold of the darkness, but never within the noise.
   *
   * @param darkness in levels. Not modified.
   * @param noise spread of the paper, in levels
   */
  static InkThreshold of(Plane darkness, float noise, NormalizationSettings settings) {
    double otsu = Histogram.of(darkness.values()).otsu();
    double seed = Math.max(otsu, Math.max(settings.seedNoise() * noise, settings.seedLevel()));
    double grow =
        Math.max(
            settings.growShare() * seed,
            Math.max(settings.growNoise() * noise, settings.growLevel()));
    return new InkThreshold((float) seed, (float) grow);
  }
}
