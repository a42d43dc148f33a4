package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.DigitNormalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The strips of a line with all scored hypotheses about them. The parts between gaps are scored
 * first; only those that are not surely one digit are cut, unless they look like a sign, and
 * joined, and the results scored in a second batch: a line of well-set digits costs hardly more
 * than its digits.
 *
 * @param strips the smallest parts
 * @param shape of the line
 * @param all the hypotheses
 * @param scores the network's 11 probabilities of each
 */
record LineHypotheses(Strips strips, LineShape shape, List<Hypothesis> all, List<float[]> scores) {
  /** A part of usual size with this probability is one digit. */
  private static final double SURE = 0.98;

  private static final double SURE_WIDTH = 0.9;
  private static final double SURE_HEIGHT = 0.6;

  /** A smaller part with this probability of being no digit is a sign, as a plus. */
  private static final double SURE_MARK = 0.9;

  private static final double MARK_WIDTH = 0.8;
  private static final double MARK_HEIGHT = 0.75;

  static LineHypotheses of(LineInk line, DigitNormalizer normalizer, DigitScorer scorer) {
    Strips parts = Strips.atGaps(line);
    List<Hypothesis> wholes = Hypotheses.single(parts, normalizer);
    float[][] scores = scores(scorer, wholes);
    boolean[] sure = new boolean[parts.all().size()];
    for (int i = 0; i < sure.length; i++) {
      sure[i] = parts.all().get(i).box().isEmpty();
    }
    boolean[] whole = sure.clone();
    for (int i = 0; i < wholes.size(); i++) {
      int part = wholes.get(i).first();
      sure[part] = isSure(wholes.get(i).box(), scores[i], line.digitHeight());
      whole[part] = sure[part] || isMark(wholes.get(i).box(), scores[i], line.digitHeight());
    }
    Strips strips = parts.further(whole);
    int[] partOf = strips.origins();
    List<Hypothesis> all = new ArrayList<>();
    List<float[]> allScores = new ArrayList<>();
    for (int i = 0; i < wholes.size(); i++) {
      int part = wholes.get(i).first();
      all.add(wholes.get(i).at(first(partOf, part), last(partOf, part)));
      allScores.add(scores[i]);
    }
    List<Hypothesis> more =
        Hypotheses.of(strips, normalizer, (first, last) -> isWorth(first, last, partOf, sure));
    all.addAll(more);
    allScores.addAll(Arrays.asList(scores(scorer, more)));
    return new LineHypotheses(strips, shape(line, wholes), all, allScores);
  }

  /** All ways of reading the line, judged by these weights of {@link Trait}s. */
  Readings readings(double[] weights) {
    Plausibility plausibility = new Plausibility(shape, strips, weights);
    double[][] values = new double[all.size()][];
    double[] scraps = new double[strips.all().size()];
    for (int i = 0; i < scraps.length; i++) {
      scraps[i] = plausibility.ofScrap(i);
    }
    for (int h = 0; h < values.length; h++) {
      Hypothesis hypothesis = all.get(h);
      values[h] = plausibility.of(hypothesis, scores.get(h));
      if (hypothesis.first() == hypothesis.last()) {
        scraps[hypothesis.first()] = Double.NEGATIVE_INFINITY;
      }
    }
    int[] digits = scores.stream().mapToInt(FoundDigit::likeliest).toArray();
    return new Readings(all, digits, values, scraps);
  }

  /** A part of a reading as a digit. */
  FoundDigit found(Readings.Part part) {
    return new FoundDigit(all.get(part.hypothesis()).picture(), scores.get(part.hypothesis()));
  }

  private static float[][] scores(DigitScorer scorer, List<Hypothesis> hypotheses) {
    return hypotheses.isEmpty()
        ? new float[0][]
        : scorer.scores(hypotheses.stream().map(h -> h.picture().pixels()).toList());
  }

  private static boolean isSure(Box box, float[] score, double height) {
    return score[FoundDigit.likeliest(score)] >= SURE
        && box.width() <= SURE_WIDTH * height
        && box.height() >= SURE_HEIGHT * height;
  }

  private static boolean isMark(Box box, float[] score, double height) {
    return score[DigitScorer.NO_DIGIT] >= SURE_MARK
        && box.width() <= MARK_WIDTH * height
        && box.height() <= MARK_HEIGHT * height;
  }

  private static LineShape shape(LineInk line, List<Hypothesis> wholes) {
    List<Box> boxes = wholes.stream().map(Hypothesis::box).toList();
    List<Double> slants = wholes.stream().map(Hypothesis::slant).toList();
    return LineShape.of(line.digitHeight(), boxes, slants);
  }

  private static boolean isWorth(int first, int last, int[] partOf, boolean[] sure) {
    boolean allSure = true;
    for (int i = first; i <= last; i++) {
      allSure &= sure[partOf[i]];
    }
    return !allSure;
  }

  private static int first(int[] partOf, int part) {
    int strip = 0;
    while (partOf[strip] != part) {
      strip++;
    }
    return strip;
  }

  private static int last(int[] partOf, int part) {
    int strip = partOf.length - 1;
    while (partOf[strip] != part) {
      strip--;
    }
    return strip;
  }
}
