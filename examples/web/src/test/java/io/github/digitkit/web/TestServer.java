package io.github.digitkit.web;

import io.github.digitkit.web.config.OptionSources;
import io.github.digitkit.web.config.ServerOptions;
import io.github.digitkit.web.config.Settings;
import io.github.digitkit.web.reading.Reader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** A whole server on a free port of this machine. */
final class TestServer implements AutoCloseable {
  private final Application application;

  private TestServer(Application application) {
    this.application = application;
  }

  /** Starts a server that reads with {@link InkReader}. */
  static TestServer start(Path dataDir, String... options) throws Exception {
    return start(new InkReader(), dataDir, options);
  }

  static TestServer start(Reader reader, Path dataDir, String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of("--port", "0", "--data-dir", dataDir.toString()));
    all.addAll(List.of(options));
    return new TestServer(
        Application.start(settings(Map.of(), all.toArray(String[]::new)), () -> reader));
  }

  static Settings settings(Map<String, String> environment, String... arguments)
      throws IOException {
    ServerOptions options = new ServerOptions();
    new CommandLine(new Holder(options))
        .setOverwrittenOptionsAllowed(true)
        .setDefaultValueProvider(OptionSources.of(arguments, environment))
        .parseArgs(arguments);
    return options.settings();
  }

  @CommandLine.Command
  private static final class Holder {
    @SuppressWarnings("UnusedVariable") // picocli reads it.
    @CommandLine.Mixin
    private final ServerOptions options;

    Holder(ServerOptions options) {
      this.options = options;
    }
  }

  int port() {
    return application.port();
  }

  int operatorPort() {
    return application.operatorPort().orElseThrow();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  @Override
  public void close() {
    application.close();
  }

  /** Starts a server in a process of its own: {@code TestServer DIR PORT OPTION...}. */
  public static void main(String[] arguments) throws Exception {
    List<String> options = new ArrayList<>(List.of("--port", arguments[1]));
    options.addAll(List.of(arguments).subList(2, arguments.length));
    TestServer server = start(Path.of(arguments[0]), options.toArray(String[]::new));
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    System.out.println(server.uri("/"));
    Thread.currentThread().join();
  }
}
