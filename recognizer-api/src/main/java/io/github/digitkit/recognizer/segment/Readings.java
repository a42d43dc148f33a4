package io.github.digitkit.recognizer.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All ways of reading a line: every strip belongs to one digit, to something that is none, or is a
 * scrap. A way's probability is the product of its parts' factors over the sum of all ways.
 */
final class Readings {
  private static final double NEVER = Double.NEGATIVE_INFINITY;

  private final List<Hypothesis> hypotheses;
  private final List<List<Integer>> endingAt;
  private final int[] likeliest;
  private final double[][] values;
  private final double[] scraps;

  /**
   * Of several pictures of the same strips, each label counts as in the one that shows it best.
   *
   * @param likeliest for each hypothesis, the digit that the network sees. Not modified.
   * @param values for each hypothesis, as the digits 0 to 9 and as none. Not modified.
   * @param scraps for each strip, its value if it is passed over; negative infinity if it is too
   *     large for that. Not modified.
   */
  Readings(List<Hypothesis> hypotheses, int[] likeliest, double[][] values, double[] scraps) {
    this.likeliest = likeliest;
    this.hypotheses = hypotheses;
    this.values = bestOfSameStrips(hypotheses, values);
    this.scraps = scraps;
    this.endingAt = new ArrayList<>();
    for (int i = 0; i < scraps.length; i++) {
      endingAt.add(new ArrayList<>());
    }
    for (int h = 0; h < hypotheses.size(); h++) {
      endingAt.get(hypotheses.get(h).last()).add(h);
    }
  }

  /**
   * The values without those that another picture of the same strips surpasses; negative infinity
   * stands for these.
   */
  static double[][] bestOfSameStrips(List<Hypothesis> hypotheses, double[][] values) {
    double[][] best = new double[values.length][];
    for (int h = 0; h < best.length; h++) {
      best[h] = values[h].clone();
      for (int other = 0; other < best.length; other++) {
        if (hypotheses.get(h).isAboutSameStrips(hypotheses.get(other))) {
          for (int k = 0; k < best[h].length; k++) {
            best[h][k] = values[other][k] > values[h][k] ? NEVER : best[h][k];
          }
        }
      }
    }
    return best;
  }

  /**
   * A part of a way through the line.
   *
   * @param hypothesis its index
   * @param digit what it is read as
   */
  record Part(int hypothesis, int digit) {}

  /** The digits of the likeliest way, from left to right. */
  List<Part> best() {
    int count = scraps.length;
    double[] best = new double[count + 1];
    int[] hypothesis = new int[count + 1];
    int[] label = new int[count + 1];
    for (int end = 1; end <= count; end++) {
      best[end] = best[end - 1] + scraps[end - 1];
      hypothesis[end] = -1;
      for (int h : endingAt.get(end - 1)) {
        double before = best[hypotheses.get(h).first()];
        for (int k : new int[] {likeliest[h], DigitScorer.NO_DIGIT}) {
          if (before + values[h][k] > best[end]) {
            best[end] = before + values[h][k];
            hypothesis[end] = h;
            label[end] = k;
          }
        }
      }
    }
    List<Part> parts = new ArrayList<>();
    int end = count;
    while (end > 0) {
      int h = hypothesis[end];
      if (h >= 0 && label[end] != DigitScorer.NO_DIGIT) {
        parts.add(0, new Part(h, label[end]));
      }
      end = h < 0 ? end - 1 : hypotheses.get(h).first();
    }
    return parts;
  }

  /** The probability that the line says this, by whatever way. */
  double probability(List<Part> text) {
    int[] digits = text.stream().mapToInt(Part::digit).toArray();
    return Math.min(1, Math.exp(logOfAll(digits) - logOfAll()));
  }

  /** Logarithm of the sum over all ways. */
  double logOfAll() {
    double[] sums = new double[scraps.length + 1];
    for (int end = 1; end < sums.length; end++) {
      double sum = sums[end - 1] + scraps[end - 1];
      for (int h : endingAt.get(end - 1)) {
        double before = sums[hypotheses.get(h).first()];
        for (double value : values[h]) {
          sum = logOfSum(sum, before + value);
        }
      }
      sums[end] = sum;
    }
    return sums[scraps.length];
  }

  /** Logarithm of the sum over all ways that read as the given digits. */
  double logOfAll(int[] digits) {
    double[][] sums = new double[scraps.length + 1][digits.length + 1];
    for (double[] row : sums) {
      Arrays.fill(row, NEVER);
    }
    sums[0][0] = 0;
    for (int end = 1; end < sums.length; end++) {
      for (int read = 0; read <= digits.length; read++) {
        double sum = sums[end - 1][read] + scraps[end - 1];
        for (int h : endingAt.get(end - 1)) {
          double[] before = sums[hypotheses.get(h).first()];
          sum = logOfSum(sum, before[read] + values[h][DigitScorer.NO_DIGIT]);
          if (read > 0) {
            sum = logOfSum(sum, before[read - 1] + values[h][digits[read - 1]]);
          }
        }
        sums[end][read] = sum;
      }
    }
    return sums[scraps.length][digits.length];
  }

  private static double logOfSum(double one, double other) {
    double larger = Math.max(one, other);
    return larger == NEVER ? larger : larger + Math.log1p(Math.exp(Math.min(one, other) - larger));
  }
}
