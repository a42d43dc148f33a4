package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The likeliest way through a line: every strip belongs to one digit or to none, and the sum of the
 * logarithms of the parts' probabilities is largest.
 *
 * <p>A part counts by its width, so that one doubtful wide digit is no cheaper than two narrow
 * ones.
 */
final class BestPath {
  private static final double USUAL_WIDTH = 0.65;
  private static final double LEAST_WEIGHT = 0.8;

  /** Logarithm of the probability that a strip of a line is no digit's. */
  private static final double REFUSED = -2.5;

  /** The same for a strip much lower than a digit. */
  private static final double REFUSED_LOW = -0.7;

  private static final double LOW = 0.5;

  /** What a digit as small as a comma loses. */
  private static final double MARK = -1.5;

  private static final double NARROW = 0.35;
  private static final double FLOOR = 1e-6;

  private final Strips strips;
  private final List<Hypothesis> hypotheses;
  private final float[][] scores;

  BestPath(Strips strips, List<Hypothesis> hypotheses, float[][] scores) {
    this.strips = strips;
    this.hypotheses = hypotheses;
    this.scores = scores;
  }

  DigitLine find() {
    int count = strips.all().size();
    double[] best = new double[count + 1];
    double[] all = new double[count + 1];
    int[] choice = new int[count + 1];
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    Arrays.fill(all, Double.NEGATIVE_INFINITY);
    best[0] = 0;
    all[0] = 0;
    for (int end = 1; end <= count; end++) {
      double refused = refused(strips.all().get(end - 1));
      best[end] = best[end - 1] + refused;
      all[end] = all[end - 1] + refused;
      choice[end] = -1;
      for (int h = 0; h < hypotheses.size(); h++) {
        if (hypotheses.get(h).last() == end - 1) {
          double value = value(h);
          int start = hypotheses.get(h).first();
          all[end] = logOfSum(all[end], all[start] + value);
          if (best[start] + value > best[end]) {
            best[end] = best[start] + value;
            choice[end] = h;
          }
        }
      }
    }
    return line(choice, Math.exp(best[count] - all[count]));
  }

  private double value(int h) {
    Hypothesis hypothesis = hypotheses.get(h);
    float[] score = scores[h];
    double probability = Math.max(FLOOR, score[FoundDigit.likeliest(score)]);
    double weight = Math.max(LEAST_WEIGHT, relativeWidth(hypothesis.box()));
    return weight * Math.log(probability) + (isMark(hypothesis.box()) ? MARK : 0);
  }

  private double relativeWidth(Box box) {
    return box.width() / (USUAL_WIDTH * strips.digitHeight());
  }

  /** Whether a part is as small as a comma. */
  private boolean isMark(Box box) {
    return box.height() < LOW * strips.digitHeight() && box.width() < NARROW * strips.digitHeight();
  }

  private double refused(Strips.Strip strip) {
    if (strip.box().isEmpty()) {
      return 0;
    }
    boolean low = strip.box().height() < LOW * strips.digitHeight();
    return low ? REFUSED_LOW : REFUSED * Math.max(LEAST_WEIGHT, relativeWidth(strip.box()));
  }

  private static double logOfSum(double one, double other) {
    double larger = Math.max(one, other);
    return larger == Double.NEGATIVE_INFINITY
        ? larger
        : larger + Math.log1p(Math.exp(Math.min(one, other) - larger));
  }

  private DigitLine line(int[] choice, double cutRightly) {
    List<FoundDigit> digits = new ArrayList<>();
    double confidence = cutRightly;
    int end = choice.length - 1;
    while (end > 0) {
      int h = choice[end];
      if (h < 0) {
        end--;
      } else {
        FoundDigit digit = new FoundDigit(hypotheses.get(h).picture(), scores[h]);
        digits.add(0, digit);
        confidence *= digit.confidence();
        end = hypotheses.get(h).first();
      }
    }
    return new DigitLine(digits, digits.isEmpty() ? 0 : Math.min(1, confidence));
  }
}
