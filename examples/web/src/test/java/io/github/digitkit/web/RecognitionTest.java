package io.github.digitkit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RecognitionTest {
  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start(folder, "--max-upload", "100K");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void readsADigitAndSetsNoCookie() throws Exception {
    Visitor visitor = new Visitor(server);
    JsonNode answer = Visitor.json(visitor.recognize(Pictures.digit(7)));
    assertThat(answer.get("digit").asInt()).isEqualTo(7);
    assertThat(answer.get("confidence").asDouble()).isEqualTo(0.91);
    assertThat(answer.get("rejected").isNull()).isTrue();
    assertThat(answer.get("probabilities")).hasSize(10);
    assertThat(Base64.getDecoder().decode(answer.get("seen").asString())).hasSize(784);
    assertThat(answer.get("milliseconds").asDouble()).isPositive();
    assertThat(answer.has("id")).isFalse();
    assertThat(visitor.cookie()).isEmpty();
  }

  @Test
  void readsANumberWithBoxes() throws Exception {
    Visitor visitor = new Visitor(server);
    HttpResponse<byte[]> reply = visitor.send("POST", "/api/v1/numbers", Pictures.digit(4));
    JsonNode answer = Visitor.json(reply);
    assertThat(answer.get("text").asString()).isEqualTo("4");
    assertThat(answer.get("digits").get(0).get("box")).hasSize(4);
  }

  @Test
  void readsManyFilesOfAFormAndNamesTheUnreadable() throws Exception {
    byte[] form =
        Forms.of(
            "a<b>.png", Pictures.digit(3), "b.png", "no picture".getBytes(StandardCharsets.UTF_8));
    JsonNode results =
        Visitor.json(
                new Visitor(server)
                    .send("POST", "/api/v1/recognitions", form, "Content-Type", Forms.TYPE))
            .get("results");
    assertThat(results).hasSize(2);
    assertThat(results.get(0).get("file").asString()).isEqualTo("a<b>.png");
    assertThat(results.get(0).get("digit").asInt()).isEqualTo(3);
    assertThat(results.get(1).get("error").get("status").asInt()).isEqualTo(422);
  }

  @Test
  void keepsEveryFileOfAFormWithOneCookie() throws Exception {
    Visitor visitor = new Visitor(server);
    byte[] form = Forms.of("a.png", Pictures.digit(3), "b.png", Pictures.digit(5));
    visitor.send("POST", "/api/v1/recognitions?save=true", form, "Content-Type", Forms.TYPE);
    assertThat(visitor.history("").get("total").asInt()).isEqualTo(2);
  }

  @Test
  void refusesWhatIsNoPictureWithAProblemDocument() throws Exception {
    HttpResponse<byte[]> reply =
        new Visitor(server).recognize("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
    assertThat(reply.statusCode()).isEqualTo(422);
    assertThat(reply.headers().firstValue("content-type")).contains("application/problem+json");
    JsonNode problem = Visitor.json(reply);
    assertThat(problem.get("type").asString()).isEqualTo("/api#problem-unreadable-picture");
    assertThat(problem.get("status").asInt()).isEqualTo(422);
    assertThat(new String(reply.body(), StandardCharsets.UTF_8)).doesNotContain("script");
  }

  @Test
  void refusesWhatIsLargerThanAllowed() throws Exception {
    assertThat(new Visitor(server).recognize(new byte[100 * 1024 + 1]).statusCode()).isEqualTo(413);
  }

  @Test
  void refusesAnEmptyBodyAndStrangeParameters() throws Exception {
    Visitor visitor = new Visitor(server);
    assertThat(visitor.recognize(new byte[0]).statusCode()).isEqualTo(400);
    byte[] picture = Pictures.digit(1);
    assertThat(visitor.send("POST", "/api/v1/recognitions?save=1", picture).statusCode())
        .isEqualTo(400);
    assertThat(visitor.send("POST", "/api/v1/recognitions?replaces=x", picture).statusCode())
        .isEqualTo(404);
  }

  @Test
  void answersUnknownPathsAndMethods() throws Exception {
    Visitor visitor = new Visitor(server);
    assertThat(visitor.get("/api/v1/nothing").statusCode()).isEqualTo(404);
    HttpResponse<byte[]> reply = visitor.get("/api/v1/recognitions");
    assertThat(reply.statusCode()).isEqualTo(405);
    assertThat(reply.headers().firstValue("allow")).contains("POST");
  }
}
