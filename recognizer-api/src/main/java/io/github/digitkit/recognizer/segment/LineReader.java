package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.DigitNormalizer;
import io.github.digitkit.recognizer.image.GrayImage;
import io.github.digitkit.recognizer.image.WrittenPart;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a line of digits: amounts, codes, sums. Touching digits are split and broken ones joined by
 * trying; points, signs and specks are passed over.
 *
 * <p>Immutable; as thread-safe as its scorer.
 */
public final class LineReader {
  private static final double[] WEIGHTS = Trait.weights();

  private final DigitNormalizer normalizer;
  private final DigitScorer scorer;

  public LineReader(DigitNormalizer normalizer, DigitScorer scorer) {
    this.normalizer = normalizer;
    this.scorer = scorer;
  }

  /** Reads a picture that shows one line of digits. */
  public DigitLine read(GrayImage image) {
    WrittenPart part = normalizer.writtenPart(image);
    return read(part.image(), part.region());
  }

  /**
   * Reads the line of digits in a part of a picture.
   *
   * @param region in pixels of {@code image}
   */
  public DigitLine read(GrayImage image, Box region) {
    LineInk smooth = LineInk.of(image, region, normalizer);
    DigitLine first = read(smooth);
    if (!first.isInDoubt()) {
      return first;
    }
    LineInk patchy = LineInk.inPatchyLight(image, region, normalizer);
    if (patchy.isLike(smooth)) {
      return first;
    }
    DigitLine second = read(patchy);
    boolean surer = second.confidence() > first.confidence();
    return surer || patchy.isFarLessThan(smooth) ? second : first;
  }

  /** As {@link #read}, under light that no smooth surface follows, in one look. */
  DigitLine readInPatchyLight(GrayImage image, Box region) {
    return read(LineInk.inPatchyLight(image, region, normalizer));
  }

  private DigitLine read(LineInk line) {
    if (line.isEmpty()) {
      return new DigitLine(List.of(), 0);
    }
    LineHypotheses hypotheses = LineHypotheses.of(line, normalizer, scorer);
    Readings readings = hypotheses.readings(WEIGHTS);
    List<Readings.Part> best = readings.best();
    List<FoundDigit> digits = new ArrayList<>();
    for (Readings.Part part : best) {
      digits.add(hypotheses.found(part));
    }
    return new DigitLine(digits, digits.isEmpty() ? 0 : readings.probability(best));
  }
}
