package io.github.digitkit.web.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server as its users start it, {@code ./digitkit serve}, in a process of its own. */
final class ServerProcess implements AutoCloseable {
  private static final String READY = "DigitKit is ready: ";
  private static final int MEGABYTE_IN_KB = 1024;

  private final Process process;
  private final int port;

  private ServerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a server and waits until it is ready.
   *
   * @param prefix a command to start it with, such as {@code taskset -c 1}; may be empty
   */
  static ServerProcess start(Path data, List<String> prefix) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(
        List.of(launcher().toString(), "serve", "--port", "0", "--data-dir", data.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(READY)) {
        return new ServerProcess(process, URI.create(line.substring(READY.length())).getPort());
      }
    }
    throw new IOException("the server did not start: " + command);
  }

  private static Path launcher() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isExecutable(folder.resolve("digitkit"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("no launcher digitkit above the working directory");
      }
    }
    return folder.resolve("digitkit");
  }

  int port() {
    return port;
  }

  /** The most memory that the process ever had, in megabytes, as Linux counts it. */
  long peakMegabytes() throws IOException {
    return Long.parseLong(statusValue("VmHWM").replaceAll("\\D", "")) / MEGABYTE_IN_KB;
  }

  private String statusValue(String name) throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith(name + ":"))
        .findFirst()
        .orElseThrow();
  }

  /** Time on processors so far, in seconds. */
  double cpuSeconds() {
    return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
