package io.github.digitkit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kills the server while four visitors write, and looks for every row that was acknowledged. The
 * system property {@code crash.rounds} sets how often; {@code mvn -pl examples/web -am test
 * -Dtest=CrashTest -Dcrash.rounds=50 -Dsurefire.failIfNoSpecifiedTests=false} is the full number.
 */
class CrashTest {
  private static final int ROUNDS = Integer.getInteger("crash.rounds", 3);
  private static final int WRITERS = 4;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Writer> writers = new ArrayList<>();

  @Test
  void everyAcknowledgedRowSurvivesKillNine(@TempDir Path folder) throws Exception {
    long seed = System.nanoTime();
    System.out.println("CrashTest: seed " + seed + ", rounds " + ROUNDS);
    Random random = new Random(seed);
    for (int i = 0; i < WRITERS; i++) {
      writers.add(new Writer());
    }
    long acknowledged = 0;
    for (int round = 0; round < ROUNDS; round++) {
      acknowledged = killWhileWriting(folder, 150 + random.nextInt(500));
    }
    Server last = Server.start(folder);
    for (Writer writer : writers) {
      assertThat(writer.stored(last.port)).containsAll(writer.rows);
    }
    last.kill();
    System.out.println("CrashTest: " + acknowledged + " acknowledged rows, none lost");
  }

  private long killWhileWriting(Path folder, int milliseconds) throws Exception {
    Server server = Server.start(folder);
    List<Thread> threads = new ArrayList<>();
    for (Writer writer : writers) {
      assertThat(writer.stored(server.port)).containsAll(writer.rows);
      Thread thread = new Thread(() -> writer.writeUntilKilled(server.port));
      thread.start();
      threads.add(thread);
    }
    Thread.sleep(milliseconds);
    server.kill();
    long rows = 0;
    for (int i = 0; i < WRITERS; i++) {
      threads.get(i).join();
      rows += writers.get(i).rows.size();
    }
    return rows;
  }

  private final class Writer {
    private final Set<String> rows = ConcurrentHashMap.newKeySet();
    private Optional<String> cookie = Optional.empty();

    void writeUntilKilled(int port) {
      try {
        while (true) {
          HttpResponse<byte[]> reply =
              send(port, "POST", "/api/v1/recognitions?save=true", Pictures.digit(3));
          if (reply.statusCode() == 503) {
            continue;
          }
          assertThat(reply.statusCode()).isEqualTo(200);
          reply.headers().firstValue("set-cookie").ifPresent(this::remember);
          rows.add(JSON.readTree(reply.body()).get("id").asString());
        }
      } catch (IOException killed) {
        // What was not acknowledged may be there or not.
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    private void remember(String header) {
      cookie = Optional.of(header.substring(0, header.indexOf(';')));
    }

    List<String> stored(int port) throws IOException, InterruptedException {
      List<String> ids = new ArrayList<>();
      byte[] export = send(port, "GET", "/api/v1/history/export?format=json", new byte[0]).body();
      for (JsonNode row : JSON.readTree(export)) {
        ids.add(row.get("id").asString());
      }
      return ids;
    }

    private HttpResponse<byte[]> send(int port, String method, String path, byte[] body)
        throws IOException, InterruptedException {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .method(method, BodyPublishers.ofByteArray(body));
      cookie.ifPresent(value -> request.header("Cookie", value));
      return client.send(request.build(), BodyHandlers.ofByteArray());
    }
  }

  private static final class Server {
    private final Process process;
    private final int port;

    private Server(Process process, int port) {
      this.process = process;
      this.port = port;
    }

    static Server start(Path folder) throws IOException {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  TestServer.class.getName(),
                  folder.toString(),
                  "0",
                  "--history-rows",
                  "1000000")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String line = out.readLine();
      if (line == null) {
        throw new ConnectException("the server did not start");
      }
      return new Server(process, URI.create(line.strip()).getPort());
    }

    void kill() throws InterruptedException {
      process.destroyForcibly();
      process.waitFor(10, TimeUnit.SECONDS);
    }
  }
}
