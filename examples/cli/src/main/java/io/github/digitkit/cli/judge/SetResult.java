package io.github.digitkit.cli.judge;

import java.util.List;

/**
 * How one set was read.
 *
 * @param name of its folder
 * @param pictures how many pictures, strings, or digits on pages were judged
 * @param right how many were read right, refused or not; of non-digits, how many were refused
 * @param refused how many were refused
 * @param acceptedRight how many were accepted and right
 * @param wronglyAccepted how many were accepted and wrong
 * @param calibrationError expected calibration error in 15 bins, 0 to 1; not a number where there
 *     are no digits
 * @param errorsOfMost share of errors among the {@link #MOST} most confident readings; not a number
 *     where there are no digits
 * @param errorsOfMany the same of the {@link #MANY} most confident
 * @param rightByWriter the mean over the writers of the share that was read right; not a number
 *     where the index does not tell writers apart
 * @param mistakes what was misread
 */
public record SetResult(
    String name,
    int pictures,
    int right,
    int refused,
    int acceptedRight,
    int wronglyAccepted,
    double calibrationError,
    double errorsOfMost,
    double errorsOfMany,
    double rightByWriter,
    List<Mistake> mistakes) {
  /** Share of readings that are kept if the worst tenth is refused. */
  public static final double MOST = 0.9;

  /** Share of readings that are kept if the worst fifth is refused. */
  public static final double MANY = 0.8;

  /** Copies the list. */
  public SetResult {
    mistakes = List.copyOf(mistakes);
  }

  /**
   * A misread picture.
   *
   * @param file within the set's folder
   * @param expected the label
   * @param read what was read
   * @param confidence of the reading, 0 to 1
   * @param accepted whether the reading was not refused
   */
  public record Mistake(
      String file, String expected, String read, double confidence, boolean accepted) {}

  /** Share of all that was read right. */
  public double rightShare() {
    return share(right, pictures);
  }

  /** Share of all that was refused. */
  public double refusedShare() {
    return share(refused, pictures);
  }

  /** Share of the accepted that is right. */
  public double rightOfAccepted() {
    return share(acceptedRight, pictures - refused);
  }

  /** Share of all that was accepted and is wrong. */
  public double wronglyAcceptedShare() {
    return share(wronglyAccepted, pictures);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? Double.NaN : (double) part / whole;
  }
}
