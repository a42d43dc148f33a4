package io.github.digitkit.benchmarks.opponents;

import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.nn.Model;
import io.github.digitkit.nn.Parameters;
import io.github.digitkit.nn.Sequential;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * From the start of a JVM to the first answer, in turn: the launcher reading a picture, and ONNX
 * Runtime predicting one. Run it in the checkout's root.
 */
public final class StartUp {
  private static final int RUNS = 15;
  private static final double MILLISECOND = 1e6;

  private StartUp() {}

  /**
   * Runs and prints.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path file = Files.createTempFile("report", ".onnx");
    try {
      Sequential network = DigitNetworks.report();
      Parameters parameters = Parameters.initialized(network, 1);
      Files.write(file, OnnxFile.of(Model.of(network, parameters, Map.of())));
      compare(file);
    } finally {
      Files.delete(file);
    }
  }

  private static void compare(Path file) throws IOException, InterruptedException {
    List<String> ours = List.of("./digitkit", "recognize", "examples/samples/five.png");
    List<String> onnx =
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            FirstAnswer.class.getName(),
            file.toString());
    double[][] milliseconds = new double[2][RUNS];
    milliseconds(ours);
    milliseconds(onnx);
    for (int run = 0; run < RUNS; run++) {
      milliseconds[0][run] = milliseconds(ours);
      milliseconds[1][run] = milliseconds(onnx);
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.printf(Locale.ROOT, "DigitKit, picture to digit  %6.0f ms%n", median(milliseconds[0]));
    out.printf(Locale.ROOT, "ONNX Runtime, 784 pixels    %6.0f ms%n", median(milliseconds[1]));
  }

  private static double milliseconds(List<String> command)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int status = process.waitFor();
    double milliseconds = (System.nanoTime() - start) / MILLISECOND;
    if (status != 0) {
      throw new IllegalStateException(command + " failed with status " + status);
    }
    return milliseconds;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
