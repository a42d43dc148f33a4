package io.github.digitkit.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.digitkit.mnist.MnistDataset;
import io.github.digitkit.mnist.Split;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class HistoryTest {
  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start(folder, "--history-rows", "30");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void showsTheNewestFirstInPages() throws Exception {
    Visitor visitor = new Visitor(server);
    for (int digit = 0; digit < 5; digit++) {
      visitor.keep(digit);
    }
    JsonNode first = visitor.history("?size=2");
    assertThat(first.get("total").asInt()).isEqualTo(5);
    assertThat(first.get("entries").get(0).get("answer").asString()).isEqualTo("4");
    assertThat(first.get("entries").get(1).get("answer").asString()).isEqualTo("3");
    JsonNode last = visitor.history("?size=2&page=2");
    assertThat(last.get("entries")).hasSize(1);
    assertThat(last.get("entries").get(0).get("answer").asString()).isEqualTo("0");
  }

  @Test
  void givesTheCookieThatOnlyTheBrowserCanRead() throws Exception {
    HttpResponse<byte[]> reply =
        new Visitor(server).send("POST", "/api/v1/recognitions?save=true", Pictures.digit(1));
    assertThat(reply.headers().firstValue("set-cookie").orElseThrow())
        .matches("digitkit=[A-Za-z0-9_-]{22}; Path=/; HttpOnly; SameSite=Strict; Max-Age=7776000");
  }

  @Test
  void findsByAnswerAndByCorrection() throws Exception {
    Visitor visitor = new Visitor(server);
    visitor.keep(1);
    String id = visitor.keep(2);
    assertThat(visitor.history("?q=2").get("total").asInt()).isEqualTo(1);
    assertThat(visitor.correct(id, "8").statusCode()).isEqualTo(204);
    assertThat(visitor.history("?q=2").get("total").asInt()).isZero();
    JsonNode found = visitor.history("?q=8").get("entries").get(0);
    assertThat(found.get("answer").asString()).isEqualTo("2");
    assertThat(found.get("correction").asString()).isEqualTo("8");
    visitor.delete("/api/v1/history/" + id + "/correction");
    assertThat(visitor.history("?q=8").get("total").asInt()).isZero();
  }

  @Test
  void refusesSearchesAndCorrectionsThatAreNoNumbers() throws Exception {
    Visitor visitor = new Visitor(server);
    String id = visitor.keep(2);
    assertThat(visitor.get("/api/v1/history?q=%25").statusCode()).isEqualTo(400);
    assertThat(visitor.get("/api/v1/history?q=1%27%20OR%201=1").statusCode()).isEqualTo(400);
    assertThat(visitor.get("/api/v1/history?page=-1").statusCode()).isEqualTo(400);
    assertThat(visitor.correct(id, "=SUM(A1)").statusCode()).isEqualTo(400);
    assertThat(visitor.correct(id, "").statusCode()).isEqualTo(400);
  }

  @Test
  void replacesTheRowOfADrawingThatGrew() throws Exception {
    Visitor visitor = new Visitor(server);
    String id = visitor.keep(1);
    visitor.send("POST", "/api/v1/recognitions?save=true&replaces=" + id, Pictures.digit(7));
    JsonNode history = visitor.history("");
    assertThat(history.get("total").asInt()).isEqualTo(1);
    assertThat(history.get("entries").get(0).get("answer").asString()).isEqualTo("7");
  }

  @Test
  void deletesOneAndAll() throws Exception {
    Visitor visitor = new Visitor(server);
    String id = visitor.keep(1);
    visitor.keep(2);
    visitor.keep(3);
    assertThat(visitor.delete("/api/v1/history/" + id).statusCode()).isEqualTo(204);
    assertThat(visitor.delete("/api/v1/history/" + id).statusCode()).isEqualTo(404);
    assertThat(visitor.history("").get("total").asInt()).isEqualTo(2);
    assertThat(visitor.delete("/api/v1/history").statusCode()).isEqualTo(204);
    assertThat(visitor.history("").get("total").asInt()).isZero();
    String old = visitor.cookie().orElseThrow();
    visitor.keep(4);
    assertThat(visitor.cookie()).as("a deleted visitor comes back as a new one").isNotEqualTo(old);
    assertThat(visitor.history("").get("total").asInt()).isEqualTo(1);
  }

  @Test
  void dropsTheOldestRowsAtTheLimit() throws Exception {
    Visitor visitor = new Visitor(server);
    for (int i = 0; i < 33; i++) {
      visitor.keep(i % 10);
    }
    JsonNode history = visitor.history("?size=100");
    assertThat(history.get("total").asInt()).isEqualTo(30);
    assertThat(history.get("entries").get(29).get("answer").asString()).isEqualTo("3");
  }

  @Test
  void showsAThumbnail() throws Exception {
    Visitor visitor = new Visitor(server);
    String id = visitor.keep(1);
    HttpResponse<byte[]> reply = visitor.get("/api/v1/history/" + id + "/picture");
    assertThat(reply.headers().firstValue("content-type")).contains("image/png");
    assertThat(reply.body()).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void exportsTablesOfAllRows() throws Exception {
    Visitor visitor = new Visitor(server);
    visitor.correct(visitor.keep(1), "7");
    visitor.keep(2);
    String csv =
        new String(visitor.get("/api/v1/history/export?format=csv").body(), StandardCharsets.UTF_8);
    assertThat(csv.lines()).hasSize(3);
    assertThat(csv).startsWith("id,created,kind,answer,confidence,rejected,correction\r\n");
    assertThat(csv.lines().toList().get(2)).endsWith(",digit,1,0.91,,7");
    JsonNode json = Visitor.json(visitor.get("/api/v1/history/export?format=json"));
    assertThat(json).hasSize(2);
    assertThat(json.get(1).get("correction").asString()).isEqualTo("7");
    assertThat(visitor.get("/api/v1/history/export?format=exe").statusCode()).isEqualTo(400);
  }

  @Test
  void exportsADataSetForTraining() throws Exception {
    Visitor visitor = new Visitor(server);
    visitor.correct(visitor.keep(1), "7");
    visitor.keep(2);
    visitor.send("POST", "/api/v1/recognitions?save=true", BLANK);
    HttpResponse<byte[]> reply = visitor.get("/api/v1/history/export?format=idx");
    assertThat(reply.statusCode()).isEqualTo(200);
    MnistDataset data = MnistDataset.load(unpack(reply.body()), Split.TRAIN);
    assertThat(data.labels()).containsExactly(7, 2);
    assertThat(data.image(0)[0]).as("what the network saw").isEqualTo((byte) 1);
    assertThat(new Visitor(server).get("/api/v1/history/export?format=idx").statusCode())
        .isEqualTo(404);
  }

  private static final byte[] BLANK = {
    'P', '5', '\n', '2', ' ', '2', '\n', '2', '5', '5', '\n', -1, -1, -1, -1
  };

  private static Path unpack(byte[] zip) throws IOException {
    Path target = Files.createTempDirectory(folder, "idx");
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Files.copy(in, target.resolve(entry.getName()));
      }
    }
    return target;
  }

  @Test
  void outlivesARestart(@TempDir Path other) throws Exception {
    String cookie;
    try (TestServer first = TestServer.start(other)) {
      Visitor visitor = new Visitor(first);
      visitor.keep(5);
      cookie = visitor.cookie().orElseThrow();
    }
    try (TestServer second = TestServer.start(other)) {
      assertThat(new Visitor(second, cookie).history("").get("total").asInt()).isEqualTo(1);
    }
  }
}
