package io.github.digitkit.recognizer.segment;

import java.util.Arrays;
import java.util.List;

/**
 * A line with its right text: the logarithm of that text's probability, and its gradient by the
 * weights of the traits, which is the difference of the traits expected with the text and without
 * (Sarawagi and Cohen, 2004). Immutable.
 */
final class FitExample {
  /** From which end of the line ways are summed. */
  private enum Direction {
    FORWARDS,
    BACKWARDS
  }

  private static final int LABELS = DigitScorer.NO_DIGIT + 1;

  private final int strips;
  private final List<Hypothesis> hypotheses;
  private final int[] first;
  private final int[] end;

  /** The traits of each hypothesis as each label. */
  private final double[][][] traits;

  /** The traits of each strip that may be passed over; empty for others. */
  private final double[][] scraps;

  private final int[] text;

  private FitExample(
      int strips,
      List<Hypothesis> hypotheses,
      int[] first,
      int[] end,
      double[][][] traits,
      double[][] scraps,
      int[] text) {
    this.strips = strips;
    this.hypotheses = hypotheses;
    this.first = first;
    this.end = end;
    this.traits = traits;
    this.scraps = scraps;
    this.text = text;
  }

  static FitExample of(LineHypotheses line, String text) {
    Plausibility plausibility = new Plausibility(line.shape(), line.strips(), Trait.weights());
    int strips = line.strips().all().size();
    int count = line.all().size();
    int[] first = new int[count];
    int[] end = new int[count];
    double[][][] traits = new double[count][LABELS][];
    double[][] scraps = new double[strips][];
    for (int i = 0; i < strips; i++) {
      scraps[i] = plausibility.scrapTraits(i);
    }
    for (int h = 0; h < count; h++) {
      Hypothesis hypothesis = line.all().get(h);
      first[h] = hypothesis.first();
      end[h] = hypothesis.last() + 1;
      for (int label = 0; label < LABELS; label++) {
        traits[h][label] = plausibility.traits(hypothesis, line.scores().get(h), label);
      }
      if (end[h] == first[h] + 1) {
        scraps[first[h]] = new double[0];
      }
    }
    int[] digits = text.chars().map(c -> c - '0').toArray();
    return new FitExample(strips, line.all(), first, end, traits, scraps, digits);
  }

  /** Whether any way of reading the line gives the text. */
  boolean isReadable(double[] weights) {
    return Double.isFinite(logProbability(weights));
  }

  double logProbability(double[] weights) {
    double[][] values = values(weights);
    double[] passed = passed(weights);
    return sums(values, passed, Direction.FORWARDS, true)[strips][text.length]
        - sums(values, passed, Direction.FORWARDS, false)[strips][0];
  }

  /** Adds the gradient of {@link #logProbability}. */
  void addGradient(double[] weights, double[] gradient) {
    addExpected(weights, gradient, true, 1);
    addExpected(weights, gradient, false, -1);
  }

  private double[][] values(double[] weights) {
    double[][] values = new double[traits.length][LABELS];
    for (int h = 0; h < values.length; h++) {
      for (int label = 0; label < LABELS; label++) {
        values[h][label] = dot(weights, traits[h][label]);
      }
    }
    return Readings.bestOfSameStrips(hypotheses, values);
  }

  private double[] passed(double[] weights) {
    double[] passed = new double[strips];
    for (int i = 0; i < strips; i++) {
      passed[i] = scraps[i].length == 0 ? Double.NEGATIVE_INFINITY : dot(weights, scraps[i]);
    }
    return passed;
  }

  /** Adds the expected traits of all ways, or of those that give the text, times a factor. */
  private void addExpected(double[] weights, double[] target, boolean ofText, double factor) {
    double[][] values = values(weights);
    double[] passed = passed(weights);
    double[][] before = sums(values, passed, Direction.FORWARDS, ofText);
    double[][] after = sums(values, passed, Direction.BACKWARDS, ofText);
    int read = ofText ? text.length : 0;
    double all = before[strips][read];
    for (int k = 0; k <= read; k++) {
      for (int i = 0; i < strips; i++) {
        add(target, scraps[i], factor * Math.exp(before[i][k] + passed[i] + after[i + 1][k] - all));
      }
      for (int h = 0; h < first.length; h++) {
        for (int label = 0; label < LABELS; label++) {
          int next = next(k, label, ofText);
          if (next >= 0) {
            double way = before[first[h]][k] + values[h][label] + after[end[h]][next];
            add(target, traits[h][label], factor * Math.exp(way - all));
          }
        }
      }
    }
  }

  /** How much of the text is read after a part with a label; -1 if that label does not follow. */
  private int next(int read, int label, boolean ofText) {
    if (!ofText || label == DigitScorer.NO_DIGIT) {
      return read;
    }
    return read < text.length && text[read] == label ? read + 1 : -1;
  }

  /**
   * Logarithms of the sums over all ways to each strip and place in the text, or from there on.
   *
   * @param direction forwards for the ways to there
   * @param ofText whether only ways that give the text count; else the place is always 0
   */
  private double[][] sums(double[][] values, double[] passed, Direction direction, boolean ofText) {
    int read = ofText ? text.length : 0;
    double[][] sums = new double[strips + 1][read + 1];
    for (double[] row : sums) {
      Arrays.fill(row, Double.NEGATIVE_INFINITY);
    }
    boolean forwards = direction == Direction.FORWARDS;
    sums[forwards ? 0 : strips][forwards ? 0 : read] = 0;
    for (int step = 1; step <= strips; step++) {
      int at = forwards ? step : strips - step;
      int from = forwards ? at - 1 : at + 1;
      for (int k = 0; k <= read; k++) {
        include(sums, at, k, sums[from][k] + passed[Math.min(at, from)]);
      }
      for (int h = 0; h < first.length; h++) {
        if (at == (forwards ? end[h] : first[h])) {
          includePart(sums, values[h], forwards, at, forwards ? first[h] : end[h], ofText);
        }
      }
    }
    return sums;
  }

  private void includePart(
      double[][] sums, double[] values, boolean forwards, int at, int from, boolean ofText) {
    for (int k = 0; k < sums[at].length; k++) {
      for (int label = 0; label < LABELS; label++) {
        int next = next(k, label, ofText);
        if (next >= 0 && forwards) {
          include(sums, at, next, sums[from][k] + values[label]);
        } else if (next >= 0) {
          include(sums, at, k, sums[from][next] + values[label]);
        }
      }
    }
  }

  private static void include(double[][] sums, int at, int k, double value) {
    double larger = Math.max(sums[at][k], value);
    if (larger > Double.NEGATIVE_INFINITY) {
      sums[at][k] = larger + Math.log1p(Math.exp(Math.min(sums[at][k], value) - larger));
    }
  }

  private static double dot(double[] weights, double[] traits) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * traits[i];
    }
    return sum;
  }

  private static void add(double[] target, double[] traits, double factor) {
    for (int i = 0; i < traits.length && factor != 0; i++) {
      target[i] += factor * traits[i];
    }
  }
}
