package io.github.digitkit.benchmarks.jmh;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs every benchmark, or those that the arguments name by regular expressions, in twin forks: the
 * vector kernels in a JVM with their module, the others in one without. Then prints one table, in
 * which convolutions are GFLOP/s and shares of the peak that the same run measured.
 */
public final class Suite {
  private static final String VECTOR_FLAG = "--add-modules=jdk.incubator.vector";
  private static final int WARM_UPS = 5;
  private static final int MEASUREMENTS = 5;
  private static final TimeValue ROUND = TimeValue.seconds(1);
  private static final double FLOP_PER_MICROSECOND_IN_GFLOP = 1e-3;

  private final List<String> benchmarks;

  private Suite(List<String> benchmarks) {
    this.benchmarks = benchmarks;
  }

  /**
   * Runs and prints.
   *
   * @param arguments regular expressions of benchmarks' names; none for all
   */
  public static void main(String[] arguments) throws RunnerException {
    new Suite(arguments.length == 0 ? List.of("Benchmark") : List.of(arguments)).run();
  }

  private void run() throws RunnerException {
    List<RunResult> results = new ArrayList<>(peakRun());
    double peak = secondary(results.get(0), "flop") * FLOP_PER_MICROSECOND_IN_GFLOP;
    results.addAll(run(options("vector").jvmArgsAppend(VECTOR_FLAG)));
    results.addAll(run(options("plain", "ejml")));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.printf(Locale.ROOT, "%nmultiply-add peak of one core: %.1f GFLOP/s%n", peak);
    results.forEach(result -> out.println(row(result, peak)));
  }

  private static Collection<RunResult> peakRun() throws RunnerException {
    return run(timing().include(PeakBenchmark.class.getName()).jvmArgsAppend(VECTOR_FLAG));
  }

  private ChainedOptionsBuilder options(String... kernels) {
    ChainedOptionsBuilder options = timing().exclude(PeakBenchmark.class.getSimpleName());
    benchmarks.forEach(options::include);
    return options.param("kernels", kernels);
  }

  private static ChainedOptionsBuilder timing() {
    return new OptionsBuilder()
        .forks(1)
        .warmupIterations(WARM_UPS)
        .warmupTime(ROUND)
        .measurementIterations(MEASUREMENTS)
        .measurementTime(ROUND)
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true);
  }

  private static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
    return new Runner(options.build()).run();
  }

  private static String row(RunResult result, double peak) {
    BenchmarkParams params = result.getParams();
    StringBuilder what = new StringBuilder(params.getBenchmark().replaceFirst(".*\\.jmh\\.", ""));
    params.getParamsKeys().forEach(key -> what.append(' ').append(params.getParam(key)));
    Result<?> primary = result.getPrimaryResult();
    String row =
        String.format(
            Locale.ROOT,
            "%-64s %12.2f ± %8.2f %-7s %10.1f B/op",
            what,
            primary.getScore(),
            primary.getScoreError(),
            primary.getScoreUnit(),
            secondary(result, "gc.alloc.rate.norm"));
    if (params.getBenchmark().contains(ConvolutionBenchmark.class.getSimpleName())) {
      double speed = gigaflops(result, ConvolutionBenchmark.flop(params.getParam("size")));
      row += String.format(Locale.ROOT, " %8.1f GFLOP/s %4.0f %%", speed, 100 * speed / peak);
    }
    return params.getMode() == Mode.SampleTime ? row + percentiles(primary) : row;
  }

  private static double secondary(RunResult result, String name) {
    return Objects.requireNonNull(result.getSecondaryResults().get(name), name).getScore();
  }

  private static String percentiles(Result<?> times) {
    return String.format(
        Locale.ROOT,
        "  p50 %.1f  p99 %.1f",
        times.getStatistics().getPercentile(50),
        times.getStatistics().getPercentile(99));
  }

  private static double gigaflops(RunResult result, double flop) {
    return flop / result.getPrimaryResult().getScore() * FLOP_PER_MICROSECOND_IN_GFLOP;
  }
}
