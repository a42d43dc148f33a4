package io.github.digitkit.recognizer.image;

/**
 * The constants of normalisation. Levels count from 0 to 255; shares are of the working picture's
 * side unless said. The defaults were chosen on pictures of handwriting that no training saw.
 *
 * @param workingSide longer side, in pixels, to which a picture is brought first (112)
 * @param smallestSide longer side to which tiny pictures are enlarged (56)
 * @param borderRing width of the ring at the border whose median tells paper from ink (.04)
 * @param evenSpread largest spread of the bright half, as a share of the contrast, of an even
 *     background (.06)
 * @param leastNoise noise that is assumed even of a clean drawing, in levels (1.5)
 * @param seedNoise ink starts where darkness exceeds this many times the noise (2.4) ...
 * @param seedLevel ... and this many levels (10) ...
 * @param growShare ... and spreads to connected pixels above this share of the start (.55) ...
 * @param growNoise ... this many times the noise (2) ...
 * @param growLevel ... and this many levels (6)
 * @param blurNoise noise, in levels, above which darkness is blurred (3)
 * @param lineRun shortest straight run that can belong to a ruling line (.3)
 * @param lineSpan shortest line that is taken for a ruling (.8)
 * @param lineZone how deep from the border ruling lines are looked for (.12)
 * @param pieceShare smallest detached piece that is kept, as a share of the main piece's area (.03)
 * @param pieceGap largest gap to a kept piece, as a share of the main box's longer side (.22)
 * @param edgeDepth how deep a piece that comes from the border must reach to be kept (.2)
 * @param paperShare darkness that counts as no ink, as a share of the growing threshold (.35)
 * @param inkPercentile percentile of the darkness in the mask that counts as full ink (.6)
 * @param gainPercentile percentile of the small picture's ink that becomes 1 (.85)
 * @param strokeWidth thinner strokes, as a share of the digit's longer side, are thickened (.085)
 * @param zoomSide a digit smaller than this share of the working picture is cut out of the source
 *     and normalised again (.45)
 */
public record NormalizationSettings(
    int workingSide,
    int smallestSide,
    double borderRing,
    double evenSpread,
    double leastNoise,
    double seedNoise,
    double seedLevel,
    double growShare,
    double growNoise,
    double growLevel,
    double blurNoise,
    double lineRun,
    double lineSpan,
    double lineZone,
    double pieceShare,
    double pieceGap,
    double edgeDepth,
    double paperShare,
    double inkPercentile,
    double gainPercentile,
    double strokeWidth,
    double zoomSide) {

  /** Refuses working sizes that cannot hold a digit of 20 pixels. */
  public NormalizationSettings {
    if (smallestSide < 28 || workingSide < smallestSide || workingSide > 1024) {
      throw new IllegalArgumentException(
          "NormalizationSettings: expected 28 <= smallestSide <= workingSide <= 1024, got %d and %d"
              .formatted(smallestSide, workingSide));
    }
  }

  /** The values named above. */
  public static NormalizationSettings defaults() {
    return new NormalizationSettings(
        112, 56, 0.04, 0.06, 1.5, 2.4, 10, 0.55, 2, 6, 3, 0.3, 0.8, 0.12, 0.03, 0.22, 0.2, 0.35,
        0.6, 0.85, 0.085, 0.45);
  }
}
