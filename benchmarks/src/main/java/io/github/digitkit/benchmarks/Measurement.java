package io.github.digitkit.benchmarks;

import java.util.Locale;

/**
 * One measured figure.
 *
 * @param what what was measured, for example {@code inference, batch 1}
 * @param kernels the kernels that computed
 * @param value the figure
 * @param unit its unit, for example {@code us}
 */
public record Measurement(String what, String kernels, double value, String unit) {

  /** Returns one line of a table. */
  public String row() {
    return String.format(Locale.ROOT, "%-44s %-7s %12.1f %s", what, kernels, value, unit);
  }

  /** Returns one JSON object on one line. */
  public String json() {
    return String.format(
        Locale.ROOT,
        "{\"what\":\"%s\",\"kernels\":\"%s\",\"value\":%.3f,\"unit\":\"%s\"}",
        what,
        kernels,
        value,
        unit);
  }
}
