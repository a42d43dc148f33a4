package io.github.digitkit.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with a cookie jar. */
final class Visitor {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TestServer server;
  private Optional<String> cookie = Optional.empty();

  Visitor(TestServer server) {
    this.server = server;
  }

  Visitor(TestServer server, String cookie) {
    this(server);
    this.cookie = Optional.of(cookie);
  }

  Optional<String> cookie() {
    return cookie;
  }

  HttpResponse<byte[]> send(String method, String path, byte[] body, String... headers)
      throws IOException, InterruptedException {
    return sendTo(server.uri(path), method, body, headers);
  }

  HttpResponse<byte[]> sendTo(URI uri, String method, byte[] body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(30))
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    cookie.ifPresent(value -> request.header("Cookie", value));
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<byte[]> reply = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    List<String> given = reply.headers().allValues("set-cookie");
    given.stream()
        .filter(value -> value.contains("digitkit="))
        .forEach(value -> cookie = Optional.of(value.substring(0, value.indexOf(';'))));
    return reply;
  }

  HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send("GET", path, new byte[0], headers);
  }

  HttpResponse<byte[]> delete(String path) throws IOException, InterruptedException {
    return send("DELETE", path, new byte[0]);
  }

  HttpResponse<byte[]> recognize(byte[] picture) throws IOException, InterruptedException {
    return send("POST", "/api/v1/recognitions", picture, "Content-Type", "image/png");
  }

  /** Has a digit read and kept; gives the id of its row. */
  String keep(int digit) throws IOException, InterruptedException {
    HttpResponse<byte[]> reply =
        send("POST", "/api/v1/recognitions?save=true", Pictures.digit(digit));
    if (reply.statusCode() != 200) {
      throw new IOException(
          "status " + reply.statusCode() + ": " + new String(reply.body(), StandardCharsets.UTF_8));
    }
    return json(reply).get("id").asString();
  }

  HttpResponse<byte[]> correct(String id, String answer) throws IOException, InterruptedException {
    byte[] body = JSON.writeValueAsBytes(Map.of("answer", answer));
    return send("PUT", "/api/v1/history/" + id + "/correction", body);
  }

  JsonNode history(String query) throws IOException, InterruptedException {
    return json(get("/api/v1/history" + query));
  }

  static JsonNode json(HttpResponse<byte[]> reply) {
    return JSON.readTree(reply.body());
  }
}
