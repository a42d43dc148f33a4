package io.github.digitkit.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.digitkit.web.page.Resources;
import io.github.digitkit.web.visitor.Token;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nobody sees, guesses, changes or deletes what belongs to somebody else. */
class IsolationTest {
  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Every route of the API that names a row, so that none can be forgotten here. */
  static List<Arguments> routesOfOneRow() {
    List<Arguments> routes = new ArrayList<>();
    JsonNode document = JsonMapper.builder().build().readTree(Resources.read("openapi.json"));
    for (var path : document.get("paths").properties()) {
      if (path.getKey().contains("{id}")) {
        for (String method : path.getValue().propertyNames()) {
          routes.add(Arguments.of(method.toUpperCase(Locale.ROOT), path.getKey()));
        }
      }
    }
    assertThat(routes).hasSizeGreaterThanOrEqualTo(5);
    return routes;
  }

  @ParameterizedTest
  @MethodSource("routesOfOneRow")
  void aRowOfSomebodyElseIsAsIfItWereNotThere(String method, String template) throws Exception {
    Visitor owner = new Visitor(server);
    String id = owner.keep(6);
    Visitor stranger = new Visitor(server);
    stranger.keep(1);
    byte[] body = "{\"answer\":\"9\"}".getBytes(StandardCharsets.UTF_8);
    byte[] sent = method.equals("PUT") ? body : new byte[0];
    HttpResponse<byte[]> theirs = stranger.send(method, template.replace("{id}", id), sent);
    HttpResponse<byte[]> nobodys =
        stranger.send(
            method, template.replace("{id}", "01a20907-868f-7000-b16f-e8e482fb87ef"), sent);
    assertThat(theirs.statusCode()).isEqualTo(404);
    assertThat(theirs.body()).as("no difference to a row that never was").isEqualTo(nobodys.body());
    assertThat(new Visitor(server).send(method, template.replace("{id}", id), sent).statusCode())
        .as("without a cookie")
        .isEqualTo(404);
    JsonNode kept = owner.history("").get("entries").get(0);
    assertThat(kept.get("id").asString()).isEqualTo(id);
    assertThat(kept.get("correction").isNull()).isTrue();
  }

  @Test
  void listsSearchesExportsAndDeletionsStayWithTheVisitor() throws Exception {
    Visitor owner = new Visitor(server);
    owner.keep(6);
    Visitor stranger = new Visitor(server);
    String own = stranger.keep(1);
    assertThat(stranger.history("").get("total").asInt()).isEqualTo(1);
    assertThat(stranger.history("?q=6").get("total").asInt()).isZero();
    for (String format : List.of("csv", "json")) {
      byte[] export = stranger.get("/api/v1/history/export?format=" + format).body();
      assertThat(new String(export, StandardCharsets.UTF_8))
          .contains(own)
          .doesNotContain("0.91,,6");
    }
    stranger.delete("/api/v1/history");
    assertThat(owner.history("").get("total").asInt()).isEqualTo(1);
  }

  @Test
  void aRowOfSomebodyElseCannotBeReplaced() throws Exception {
    Visitor owner = new Visitor(server);
    String id = owner.keep(6);
    Visitor stranger = new Visitor(server);
    stranger.keep(2);
    stranger.send("POST", "/api/v1/recognitions?save=true&replaces=" + id, Pictures.digit(1));
    assertThat(owner.history("").get("total").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "digitkit=",
        "digitkit=x",
        "digitkit=AAAAAAAAAAAAAAAAAAAAAA",
        "digitkit=' OR '1'='1",
        "digitkit=../../etc/passwd",
        "digitkit=%00%00",
        "__Host-digitkit=AAAAAAAAAAAAAAAAAAAAAA"
      })
  void aForgedCookieOpensNothingAndIsNeverAdopted(String forged) throws Exception {
    new Visitor(server).keep(3);
    Visitor forger = new Visitor(server, forged);
    assertThat(forger.history("").get("total").asInt()).isZero();
    forger.keep(1);
    assertThat(forger.cookie().orElseThrow()).isNotEqualTo(forged);
    assertThat(new Visitor(server, forged).history("").get("total").asInt()).isZero();
  }

  @Test
  void aCookieBeforeOnTheSameConnectionDoesNotChangeTheCaseOfTheNext() throws Exception {
    Visitor owner = new Visitor(server);
    owner.keep(3);
    char first = owner.cookie().orElseThrow().charAt("digitkit=".length());
    while (!Character.isLetter(first)) {
      owner = new Visitor(server);
      owner.keep(3);
      first = owner.cookie().orElseThrow().charAt("digitkit=".length());
    }
    char other =
        Character.isUpperCase(first) ? Character.toLowerCase(first) : Character.toUpperCase(first);
    new Visitor(server, "digitkit=" + other).history("");
    assertThat(owner.history("").get("total").asInt()).isEqualTo(1);
  }

  @Test
  void theStoredHashIsNoKey() throws Exception {
    Visitor owner = new Visitor(server);
    owner.keep(3);
    String secret = owner.cookie().orElseThrow().substring("digitkit=".length());
    String hash = Token.parse(secret).orElseThrow().id().hash();
    assertThat(hash).doesNotContain(secret);
    for (String stolen : List.of(hash, hash.substring(0, 22))) {
      Visitor thief = new Visitor(server, "digitkit=" + stolen);
      assertThat(thief.history("").get("total").asInt()).isZero();
    }
  }

  @Test
  void visitorsInParallelSeeOnlyTheirOwn() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      int digit = i;
      all.add(threads.submit((Callable<Boolean>) () -> onlyOwn(digit)));
    }
    for (Future<Boolean> one : all) {
      assertThat(one.get()).isTrue();
    }
    threads.shutdown();
  }

  private static boolean onlyOwn(int digit) throws Exception {
    Visitor visitor = new Visitor(server);
    for (int round = 1; round <= 15; round++) {
      visitor.keep(digit);
      JsonNode history = visitor.history("?size=100");
      assertThat(history.get("total").asInt()).isEqualTo(round);
      for (JsonNode entry : history.get("entries")) {
        assertThat(entry.get("answer").asString()).isEqualTo("" + digit);
      }
    }
    return true;
  }
}
