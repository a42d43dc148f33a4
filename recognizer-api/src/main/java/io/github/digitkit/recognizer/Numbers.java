package io.github.digitkit.recognizer;

import io.github.digitkit.recognizer.image.DigitNormalizer;
import io.github.digitkit.recognizer.image.GrayImage;
import io.github.digitkit.recognizer.segment.DigitLine;
import io.github.digitkit.recognizer.segment.DigitScorer;
import io.github.digitkit.recognizer.segment.FoundDigit;
import io.github.digitkit.recognizer.segment.LineReader;
import io.github.digitkit.recognizer.segment.PageReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Reads lines and pages with a network, and says it in the facade's terms. */
final class Numbers {
  private final RejectPolicy policy;
  private final LineReader lineReader;
  private final PageReader pageReader;

  Numbers(DigitNetwork network, RejectPolicy policy, DigitNormalizer normalizer) {
    this.policy = policy;
    DigitScorer scorer = images -> scores(network, images);
    this.lineReader = new LineReader(normalizer, scorer);
    this.pageReader = new PageReader(normalizer, scorer);
  }

  private static float[][] scores(DigitNetwork network, List<float[]> images) {
    int count = images.size();
    float[] pictures = new float[count * DigitNetwork.PIXELS];
    for (int i = 0; i < count; i++) {
      System.arraycopy(images.get(i), 0, pictures, i * DigitNetwork.PIXELS, DigitNetwork.PIXELS);
    }
    float[] all = network.probabilities(pictures, count);
    float[][] rows = new float[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = Arrays.copyOfRange(all, i * DigitNetwork.CLASSES, (i + 1) * DigitNetwork.CLASSES);
    }
    return rows;
  }

  NumberReading readLine(GrayImage image) {
    return reading(List.of(lineReader.read(image)));
  }

  NumberReading readPage(GrayImage image) {
    return reading(pageReader.read(image));
  }

  private NumberReading reading(List<DigitLine> lines) {
    List<LocatedDigit> digits = new ArrayList<>();
    double confidence = lines.isEmpty() ? 0 : 1;
    for (int line = 0; line < lines.size(); line++) {
      confidence *= lines.get(line).confidence();
      for (FoundDigit digit : lines.get(line).digits()) {
        Reading reading = new Reading(digit.picture(), digit.scores());
        Recognition recognition = Answers.of(reading, policy);
        digits.add(new LocatedDigit(recognition, digit.box(), line));
      }
    }
    String text = lines.stream().map(DigitLine::text).collect(Collectors.joining("\n"));
    return new NumberReading(text, confidence, digits);
  }
}
