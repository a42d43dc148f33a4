package io.github.digitkit.benchmarks;

import java.util.Locale;

/**
 * One measured figure.
 *
 * @param what what was measured, for example {@code inference, batch 1}
 * @param kernels the kernels that computed
 * @param value the figure
 * @param unit its unit, for example {@code us}
 * @param peakShare the figure as a share of the processor's peak, or NaN
 */
public record Measurement(
    String what, String kernels, double value, String unit, double peakShare) {

  /** A figure that has no peak. */
  public Measurement(String what, String kernels, double value, String unit) {
    this(what, kernels, value, unit, Double.NaN);
  }

  /** Returns one line of a table. */
  public String row() {
    String row = String.format(Locale.ROOT, "%-44s %-7s %12.1f %s", what, kernels, value, unit);
    return Double.isNaN(peakShare)
        ? row
        : row + String.format(Locale.ROOT, " %4.0f %% of peak", 100 * peakShare);
  }

  /** Returns one JSON object on one line. */
  public String json() {
    String share =
        Double.isNaN(peakShare) ? "" : String.format(Locale.ROOT, ",\"peakShare\":%.3f", peakShare);
    return String.format(
        Locale.ROOT,
        "{\"what\":\"%s\",\"kernels\":\"%s\",\"value\":%.3f,\"unit\":\"%s\"%s}",
        what,
        kernels,
        value,
        unit,
        share);
  }
}
