package io.github.digitkit.recognizer.image;

/**
 * A picture taken apart into paper and ink.
 *
 * @param darkness how much darker than the paper each pixel is, in levels
 * @param pieces the connected pieces of ink
 * @param threshold what counts as ink
 * @param noise spread of the paper, in levels
 * @param polarity of the picture it was made from
 */
public record InkPicture(
    Plane darkness, Pieces pieces, InkThreshold threshold, float noise, Polarity polarity) {

  /**
   * Finds the ink: background, threshold, ruling lines, pieces.
   *
   * @param grey grey levels, 0..255. Overwritten.
   * @param polarity of {@code grey}
   */
  static InkPicture of(Plane grey, Polarity polarity, NormalizationSettings settings) {
    polarity.makeDarkOnLight(grey);
    Background background = Background.of(grey, settings);
    float noise = background.noise();
    Plane darkness = background.darkness(grey);
    if (noise > settings.blurNoise()) {
      darkness = SlightBlur.of(darkness);
    }
    InkThreshold threshold = InkThreshold.of(darkness, noise, settings);
    if (RulingLines.erase(darkness, threshold.grow(), settings)) {
      // Black lines over grey ink had pulled the threshold up.
      threshold = InkThreshold.of(darkness, noise, settings);
    }
    return new InkPicture(darkness, Pieces.find(darkness, threshold), threshold, noise, polarity);
  }
}
