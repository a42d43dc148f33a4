package io.github.digitkit.cli;

import io.github.digitkit.benchmarks.Measurement;
import io.github.digitkit.benchmarks.Tour;
import io.github.digitkit.nn.kernel.Kernels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how fast this machine is. */
@Command(
    name = "bench",
    description = {
      "Measure how fast this machine predicts, trains and convolves; takes a few minutes.",
      "Every figure is printed as soon as there is one."
    })
final class BenchCommand extends CliCommand {
  @Option(
      names = "--kernels",
      paramLabel = "auto|vector|plain|ejml",
      defaultValue = "auto",
      description = "Which kernels (default ${DEFAULT-VALUE}: the fastest that work here).")
  private String kernels = "auto";

  @Option(names = "--json", description = "Print one JSON object a figure, a line each.")
  private boolean json;

  @Override
  public Integer call() {
    new Tour(chosen()).run(this::print);
    return DONE;
  }

  private Kernels chosen() {
    try {
      return Kernels.named(kernels);
    } catch (IllegalStateException e) {
      throw wrongUsage(Failures.message(e));
    }
  }

  private void print(Measurement measurement) {
    out().println(json ? measurement.json() : measurement.row());
    out().flush();
  }
}
