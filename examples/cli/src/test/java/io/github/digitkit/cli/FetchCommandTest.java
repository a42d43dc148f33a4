package io.github.digitkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchCommandTest {
  @TempDir private Path folder;

  @Test
  void fetchesVerifiesAndPrintsOnlyTheFolder() throws IOException {
    Path source = TestData.mnist();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> send(exchange, source));
    server.start();
    try {
      String mirror = "http://localhost:" + server.getAddress().getPort() + "/mnist/";
      Cli.Outcome outcome =
          Cli.run("fetch", "mnist", "--data", folder.toString(), "--mirror", mirror);
      assertThat(outcome.err()).contains("train-images-idx3-ubyte.gz: verified");
      assertThat(outcome.status()).isZero();
      assertThat(outcome.out()).isEqualToIgnoringNewLines(folder.toRealPath().toString());
    } finally {
      server.stop(0);
    }
    assertThat(Cli.run("fetch", "mnist", "--data", folder.toString(), "--offline").status())
        .isZero();
  }

  @Test
  void offlineWithoutTheFilesFailsFastAndSaysWhereTheyWereExpected() {
    Cli.Outcome outcome = Cli.run("fetch", "mnist", "--data", folder.toString(), "--offline");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains(folder.toString(), "--data synthetic");
  }

  @Test
  void anotherDataSetIsWrongUsage() {
    assertThat(Cli.run("fetch", "imagenet").status()).isEqualTo(2);
    assertThat(Cli.run("fetch").status()).isEqualTo(2);
  }

  private static void send(HttpExchange exchange, Path source) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] bytes = Files.readAllBytes(source.resolve(path.substring(path.lastIndexOf('/') + 1)));
    exchange.sendResponseHeaders(200, bytes.length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(bytes);
    }
  }
}
