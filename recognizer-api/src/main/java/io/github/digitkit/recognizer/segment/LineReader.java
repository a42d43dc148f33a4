package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.DigitNormalizer;
import io.github.digitkit.recognizer.image.GrayImage;
import java.util.List;

/**
 * Reads a line of digits: amounts, codes, sums. Touching digits are split and broken ones joined by
 * trying; points and specks are passed over.
 *
 * <p>Immutable; as thread-safe as its scorer.
 */
public final class LineReader {
  private final DigitNormalizer normalizer;
  private final DigitScorer scorer;

  public LineReader(DigitNormalizer normalizer, DigitScorer scorer) {
    this.normalizer = normalizer;
    this.scorer = scorer;
  }

  /** Reads a picture that shows one line of digits. */
  public DigitLine read(GrayImage image) {
    return read(image, new Box(0, 0, image.width(), image.height()));
  }

  /**
   * Reads the line of digits in a part of a picture.
   *
   * @param region in pixels of {@code image}
   */
  public DigitLine read(GrayImage image, Box region) {
    LineInk line = LineInk.of(image, region, normalizer);
    if (line.isEmpty()) {
      return new DigitLine(List.of(), 0);
    }
    Strips strips = Strips.of(line);
    List<Hypothesis> hypotheses = Hypotheses.of(strips, normalizer);
    if (hypotheses.isEmpty()) {
      return new DigitLine(List.of(), 0);
    }
    List<float[]> pictures = hypotheses.stream().map(h -> h.picture().pixels()).toList();
    return new BestPath(strips, hypotheses, scorer.scores(pictures)).find();
  }
}
