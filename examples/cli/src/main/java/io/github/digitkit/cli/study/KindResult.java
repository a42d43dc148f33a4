package io.github.digitkit.cli.study;

/**
 * How one kind was read.
 *
 * @param group what the kind varies
 * @param name what it is
 * @param pictures how many were drawn
 * @param right how many were read right, refused or not
 * @param refused how many were refused
 * @param wronglyAccepted how many were accepted and wrong
 */
public record KindResult(
    String group, String name, int pictures, int right, int refused, int wronglyAccepted) {

  /** Share read right. */
  public double rightShare() {
    return (double) right / pictures;
  }

  /** Share refused. */
  public double refusedShare() {
    return (double) refused / pictures;
  }

  /** Share accepted and wrong. */
  public double wronglyAcceptedShare() {
    return (double) wronglyAccepted / pictures;
  }
}
