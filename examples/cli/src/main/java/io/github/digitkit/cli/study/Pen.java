package io.github.digitkit.cli.study;

/** Digits of a data set redrawn large. */
final class Pen {
  /** The longer side of a digit of MNIST. */
  private static final double DIGIT = 20;

  private Pen() {}

  /** The shape without margins, its longer side so many pixels, with the pen that wrote it. */
  static InkSheet large(InkSheet digit, int side) {
    return digit.trimmed().scaledTo(side).crisp(side / DIGIT);
  }

  /** As {@link #large}, but with a pen of this width, as a share of the longer side. */
  static InkSheet large(InkSheet digit, int side, double penShare) {
    double width = Math.max(1, penShare * side);
    return large(digit, side).redrawn(width);
  }
}
