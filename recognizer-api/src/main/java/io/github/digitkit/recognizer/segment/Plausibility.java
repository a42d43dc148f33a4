package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import java.util.List;

/**
 * How plausible it is that a part of a line is a certain digit, or none: a weighted sum of its
 * {@link Trait}s, as the logarithm of a factor of the whole reading's probability.
 */
final class Plausibility {
  private static final double FLOOR = 1e-5;
  private static final double WIDE = 0.8;
  private static final double NARROW = 0.35;
  private static final double LOWER = 0.8;
  private static final double HIGHER = 1.05;

  /** How far a digit reaches at least above and below the line's middle. */
  private static final double REACH = 0.2;

  /** Digits mostly reach no further above and below the line's middle. */
  private static final double BEYOND = 0.52;

  /** A 1 may lean this much more than the line's writing. */
  private static final double LEAN = 0.12;

  private final LineShape shape;
  private final Strips strips;
  private final double usualInk;
  private final int firstInk;
  private final int lastInk;
  private final double[] weights;

  Plausibility(LineShape shape, Strips strips, double[] weights) {
    this.shape = shape;
    this.strips = strips;
    this.usualInk = 2.2 * shape.digitHeight() * strips.strokeWidth();
    this.firstInk = nextInk(0, 1);
    this.lastInk = nextInk(strips.all().size() - 1, -1);
    this.weights = weights;
  }

  private int nextInk(int start, int step) {
    List<Strips.Strip> all = strips.all();
    int strip = start;
    while (strip >= 0 && strip < all.size() && all.get(strip).box().isEmpty()) {
      strip += step;
    }
    return strip;
  }

  /**
   * The values of a hypothesis: as the digits 0 to 9, then as none of them.
   *
   * @param score the network's 11 probabilities. Not modified.
   */
  double[] of(Hypothesis hypothesis, float[] score) {
    double[] values = new double[DigitScorer.NO_DIGIT + 1];
    for (int k = 0; k < values.length; k++) {
      values[k] = sum(traits(hypothesis, score, k));
    }
    return values;
  }

  /** The value of passing over one strip that is too low for a hypothesis. */
  double ofScrap(int strip) {
    return sum(scrapTraits(strip));
  }

  double[] traits(Hypothesis hypothesis, float[] score, int label) {
    double[] traits = new double[weights.length];
    if (label == DigitScorer.NO_DIGIT) {
      addOther(hypothesis, score, traits);
    } else {
      addDigit(hypothesis, score, label, traits);
    }
    return traits;
  }

  double[] scrapTraits(int strip) {
    double[] traits = new double[weights.length];
    Box box = strips.all().get(strip).box();
    if (!box.isEmpty()) {
      set(traits, Trait.SCRAP, 1);
      set(traits, Trait.SCRAP_SIZE, box.longerSide() / shape.digitHeight());
      set(traits, Trait.SCRAP_CUT, strips.cutBefore(strip) + strips.cutBefore(strip + 1));
    }
    return traits;
  }

  private void addDigit(Hypothesis hypothesis, float[] score, int digit, double[] traits) {
    Box box = hypothesis.box();
    double width = box.width() / shape.digitHeight();
    set(traits, Trait.DIGIT, 1);
    set(traits, Trait.LOG_PROBABILITY, Math.log(Math.max(FLOOR, score[digit])));
    set(traits, Trait.NO_DIGIT, score[DigitScorer.NO_DIGIT]);
    set(traits, Trait.CUT, hypothesis.cuts());
    set(traits, Trait.GAP, hypothesis.gap() / shape.digitHeight());
    set(traits, Trait.WIDTH, width);
    set(traits, Trait.TOO_WIDE, Math.max(0, width - 1));
    set(traits, Trait.WIDE_DOUBT, Math.max(0, width - WIDE) * (1 - score[digit]));
    set(traits, Trait.LOW, low(box));
    set(traits, Trait.TALL, tall(box));
    set(traits, Trait.SUNK, sunk(box));
    set(traits, Trait.RAISED, raised(box));
    set(traits, Trait.TRIMMED, hypothesis.trimmed());
    set(traits, Trait.SHARED, hypothesis.shared() ? 1 : 0);
    if (digit == 1) {
      set(traits, Trait.ONE, 1);
      set(traits, Trait.ONE_LOW, low(box));
      set(traits, Trait.ONE_TALL, tall(box));
      set(traits, Trait.ONE_TALL_INNER, isInner(hypothesis) ? tall(box) : 0);
      boolean slash = isInner(hypothesis) && leans(hypothesis) > 0;
      set(traits, Trait.ONE_BEYOND, slash ? beyond(box) : 0);
      set(traits, Trait.ONE_LEANS, leans(hypothesis));
    } else {
      double slim = (double) box.width() / box.height();
      set(traits, Trait.TOO_NARROW, Math.max(0, NARROW - slim));
    }
  }

  private void addOther(Hypothesis hypothesis, float[] score, double[] traits) {
    Box box = hypothesis.box();
    set(traits, Trait.OTHER, 1);
    set(
        traits,
        Trait.OTHER_LOG_PROBABILITY,
        Math.log(Math.max(FLOOR, score[DigitScorer.NO_DIGIT])));
    set(traits, Trait.OTHER_SIZE, ink(hypothesis) / usualInk);
    set(traits, Trait.OTHER_HEIGHT, box.height() / shape.digitHeight());
    set(traits, Trait.OTHER_CUT, hypothesis.cuts());
    set(traits, Trait.OTHER_OFF_MIDDLE, sunk(box) + raised(box));
    set(traits, Trait.OTHER_LEANS, score[1] * leans(hypothesis));
    set(traits, Trait.OTHER_TALL, tall(box));
    set(traits, Trait.OTHER_TALL_INNER, isInner(hypothesis) ? tall(box) : 0);
    set(traits, Trait.OTHER_INNER, isInner(hypothesis) ? 1 : 0);
  }

  /** Whether ink lies on both sides of a part. */
  private boolean isInner(Hypothesis hypothesis) {
    return hypothesis.first() > firstInk && hypothesis.last() < lastInk;
  }

  private double ink(Hypothesis hypothesis) {
    List<Strips.Strip> all = strips.all();
    double ink = 0;
    for (int i = hypothesis.first(); i <= hypothesis.last(); i++) {
      ink += all.get(i).ink();
    }
    return ink;
  }

  private double low(Box box) {
    return Math.max(0, Math.log(LOWER * shape.digitHeight() / box.height()));
  }

  private double tall(Box box) {
    return Math.max(0, Math.log(box.height() / (HIGHER * shape.digitHeight())));
  }

  private double sunk(Box box) {
    return Math.max(0, REACH - (shape.middleAt(box) - box.y()) / shape.digitHeight());
  }

  private double raised(Box box) {
    return Math.max(0, REACH - (box.bottom() - shape.middleAt(box)) / shape.digitHeight());
  }

  /** How far a part reaches beyond the typical digit both above and below, in digits' heights. */
  private double beyond(Box box) {
    double middle = shape.middleAt(box);
    double above = (middle - box.y()) / shape.digitHeight();
    double below = (box.bottom() - middle) / shape.digitHeight();
    return Math.max(0, Math.min(above, below) - BEYOND);
  }

  private double leans(Hypothesis hypothesis) {
    return Math.max(0, hypothesis.slant() - shape.slant() - LEAN);
  }

  private double sum(double[] traits) {
    double sum = 0;
    for (int i = 0; i < traits.length; i++) {
      sum += weights[i] * traits[i];
    }
    return sum;
  }

  private static void set(double[] traits, Trait trait, double value) {
    traits[trait.index()] = value;
  }
}
