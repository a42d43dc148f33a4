package io.github.digitkit.recognizer;

import io.github.digitkit.recognizer.image.DigitNormalizer;
import io.github.digitkit.recognizer.image.GrayImage;
import io.github.digitkit.recognizer.image.NormalizedDigit;
import io.github.digitkit.recognizer.image.OtherLook;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one digit a picture: all pictures in one batch, and those that are in doubt once more.
 *
 * <p>What the usual steps leave of a doubtful picture may be a digit with a neighbour's stroke or a
 * shadow on it. So it is seen in a few other ways, all in one more batch, and the clearest digit is
 * taken. Nearly everything can be seen as a digit somehow; therefore the first look keeps its say
 * in whether the picture shows a digit at all, unless the other one {@link OtherLook#overrules}.
 *
 * <p>Immutable and thread-safe.
 */
final class DigitReader {
  private static final double DOUBTFUL_NO_DIGIT = 0.01;
  private static final double DOUBTFUL_CONFIDENCE = 0.9;
  private static final double HARDLY_DIGIT = 0.5;

  private final DigitNetwork network;
  private final DigitNormalizer normalizer;

  DigitReader(DigitNetwork network, DigitNormalizer normalizer) {
    this.network = network;
    this.normalizer = normalizer;
  }

  /** Reads the pictures; each in the same bits as alone. */
  List<Reading> read(List<GrayImage> images) {
    List<Reading> readings = score(images.stream().map(normalizer::normalize).toList());
    List<Reading> settled = new ArrayList<>(readings.size());
    for (int i = 0; i < images.size(); i++) {
      Reading first = readings.get(i);
      settled.add(isDoubtful(first) ? lookAgain(images.get(i), first) : first);
    }
    return settled;
  }

  private List<Reading> score(List<NormalizedDigit> digits) {
    float[] pictures = new float[digits.size() * DigitNetwork.PIXELS];
    for (int i = 0; i < digits.size(); i++) {
      digits.get(i).copyTo(pictures, i * DigitNetwork.PIXELS);
    }
    float[] rows = network.probabilities(pictures, digits.size());
    List<Reading> readings = new ArrayList<>(digits.size());
    for (int i = 0; i < digits.size(); i++) {
      readings.add(Reading.ofRow(digits.get(i), rows, i));
    }
    return readings;
  }

  private static boolean isDoubtful(Reading reading) {
    return !reading.digit().severalDigits()
        && (reading.digit().looksBlank()
            || reading.noDigit() > DOUBTFUL_NO_DIGIT
            || reading.confidence() < DOUBTFUL_CONFIDENCE);
  }

  private Reading lookAgain(GrayImage image, Reading first) {
    boolean hardlyDigit = first.digit().looksBlank() || first.noDigit() > HARDLY_DIGIT;
    List<OtherLook> looks = normalizer.alternatives(image, first.digit(), hardlyDigit);
    List<Reading> readings = score(looks.stream().map(OtherLook::digit).toList());
    Reading clearest = first;
    Reading settled = first;
    for (int i = 0; i < looks.size(); i++) {
      Reading other = readings.get(i);
      if (other.confidence() > clearest.confidence()) {
        clearest = other;
        settled = looks.get(i).overrules() ? other : first.withDigitsOf(other);
      }
    }
    return settled;
  }
}
