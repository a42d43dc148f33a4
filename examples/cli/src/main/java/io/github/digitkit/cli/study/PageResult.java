package io.github.digitkit.cli.study;

/**
 * How the pages of one kind were read.
 *
 * @param name of the kind
 * @param pages how many were drawn
 * @param right how many of them were read without any error
 * @param digits how many digits are on the pages
 * @param found how many of these were found, in order, and read right
 * @param wrong how many were read that are not there
 */
public record PageResult(String name, int pages, int right, int digits, int found, int wrong) {
  /** Share of the pages read without error. */
  public double rightShare() {
    return (double) right / pages;
  }

  /** Share of the digits found and read right. */
  public double foundShare() {
    return (double) found / digits;
  }

  /** Wrong finds a digit of the pages. */
  public double wrongShare() {
    return (double) wrong / digits;
  }
}
