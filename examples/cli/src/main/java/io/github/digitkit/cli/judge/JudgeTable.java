package io.github.digitkit.cli.judge;

import java.util.List;
import java.util.Locale;

/** Prints judgements as a table, a line a set. */
public final class JudgeTable {
  private static final String HEADER =
      "%-28s %6s %8s %7s %8s %10s %9s %6s %7s %7s%n"
          .formatted(
              "set",
              "n",
              "right",
              "writers",
              "refused",
              "of accept.",
              "wrong acc",
              "ECE",
              "err@90",
              "err@80");

  private JudgeTable() {}

  /** The table; shares in per cent. */
  public static String of(List<SetResult> results) {
    StringBuilder table = new StringBuilder(HEADER);
    for (SetResult result : results) {
      table.append(
          "%-28s %6d %8s %7s %8s %10s %9s %6s %7s %7s%n"
              .formatted(
                  result.name(),
                  result.pictures(),
                  percent(result.rightShare()),
                  percent(result.rightByWriter()),
                  percent(result.refusedShare()),
                  percent(result.rightOfAccepted()),
                  percent(result.wronglyAcceptedShare()),
                  percent(result.calibrationError()),
                  percent(result.errorsOfMost()),
                  percent(result.errorsOfMany())));
    }
    return table.toString();
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
