package io.github.digitkit.web.load;

import java.util.Locale;

/**
 * How a crowd of visitors fared.
 *
 * @param seconds that it lasted
 * @param answers times to the 200s, counted from the moment at which a request was due
 * @param refusals times to the 503s
 * @param errors other answers
 * @param closed connections that the server closed
 * @param health times to the answers of {@code /healthz}
 */
record Outcome(
    double seconds,
    Latencies answers,
    Latencies refusals,
    int errors,
    int closed,
    Latencies health) {
  double answersPerSecond() {
    return answers.count() / seconds;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.1f s: %d answers (%.0f/s), %d times 503, %d other errors, %d closed%n"
            + "  answers: %s%n  503s:    %s%n  healthz: %s",
        seconds,
        answers.count(),
        answersPerSecond(),
        refusals.count(),
        errors,
        closed,
        answers,
        refusals,
        health);
  }
}
