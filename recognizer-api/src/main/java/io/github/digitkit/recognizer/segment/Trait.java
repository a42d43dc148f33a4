package io.github.digitkit.recognizer.segment;

/**
 * What speaks for or against a part of a line being a digit, or being none. Each trait has a
 * weight; the sum of weighted traits is the logarithm of the part's share in a reading's
 * probability. Lengths count in the line's typical digit heights.
 *
 * <p>The weights were fitted to the readings of composed strips, by gradient ascent on the
 * logarithm of the right text's probability; see {@code docs/reading-numbers.md}.
 */
enum Trait {
  /** Every digit. */
  DIGIT(0.10),
  /** Logarithm of the network's probability of that digit. */
  LOG_PROBABILITY(1.44),
  /** The network's probability that the picture is no digit. */
  NO_DIGIT(-1.12),
  /** Ink crossed by the cuts beside it, in stroke widths; by hand, on real cheque amounts. */
  CUT(-1.00),
  /** Gaps within it. */
  GAP(-4.23),
  /** Width: one wide digit takes as much of the line as two narrow ones. */
  WIDTH(0.91),
  /** Width beyond the typical height. */
  TOO_WIDE(-5.31),
  /** Width beyond most digits', times the doubt in it: two digits joined are seldom a clear one. */
  WIDE_DOUBT(-1.28),
  /** How far its width stays below a third of its height, unless it is a 1. */
  TOO_NARROW(-1.80),
  /** Logarithm of how much lower it is than most digits. */
  LOW(-1.08),
  /** Logarithm of how much higher it is than most digits. */
  TALL(-3.30),
  /** How little it reaches above the line's middle, as a comma does. */
  SUNK(-3.96),
  /** How little it reaches below the line's middle, as an apostrophe does. */
  RAISED(-4.00),
  /** Share of its ink that was trimmed off. */
  TRIMMED(-1.53),
  /** Every picture with ink that a neighbour claims, too; by hand, on real cheque amounts. */
  SHARED(-1.2),
  /**
   * Every digit 1: also bars, slashes and box lines look like one. Half of what was fitted, by
   * hand.
   */
  ONE(-0.7),
  /** {@link #LOW} of a 1. */
  ONE_LOW(-1.84),
  /** {@link #TALL} of a 1. */
  ONE_TALL(-4.22),
  /**
   * {@link #TALL} of a 1 between other parts: the slash of a date, not the first 1 of an amount.
   */
  ONE_TALL_INNER(-6.00),
  /**
   * How far a 1 between other parts that leans reaches beyond the line both above and below, as a
   * slash does; by hand, on dates.
   */
  ONE_BEYOND(-20),
  /** How much further a 1 leans to the right than the line's writing, as a slash does. */
  ONE_LEANS(-1.49),
  /** Everything that is passed over and not tiny. */
  OTHER(-0.82),
  /** Logarithm of the network's probability that it is no digit. */
  OTHER_LOG_PROBABILITY(0.06),
  /** Its ink, as a share of what a digit has. */
  OTHER_SIZE(-3.28),
  /** Its height. */
  OTHER_HEIGHT(-1.04),
  /** Cuts beside it: marks are seldom joined to digits. */
  OTHER_CUT(-1.21),
  /** {@link #SUNK} and {@link #RAISED}. */
  OTHER_OFF_MIDDLE(2.22),
  /** {@link #ONE_LEANS}, where the network sees a 1. */
  OTHER_LEANS(1.64),
  /** {@link #TALL}. */
  OTHER_TALL(3.20),
  /** {@link #TALL}, between other parts. */
  OTHER_TALL_INNER(6.50),
  /** Whether it lies between other parts. */
  OTHER_INNER(-0.45),
  /** Every scrap that is too low to be a digit. */
  SCRAP(-0.12),
  /** The longer side of a scrap. */
  SCRAP_SIZE(-0.34),
  /** Cuts beside a scrap. */
  SCRAP_CUT(-1.82);

  private final double weight;

  Trait(double weight) {
    this.weight = weight;
  }

  /** Place in arrays of weights and of values. */
  @SuppressWarnings("EnumOrdinal") // such arrays live no longer than the reading of a line
  int index() {
    return ordinal();
  }

  /** All weights, by {@link #index}. */
  static double[] weights() {
    double[] weights = new double[values().length];
    for (Trait trait : values()) {
      weights[trait.index()] = trait.weight;
    }
    return weights;
  }
}
