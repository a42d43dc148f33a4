package io.github.digitkit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers, origins, proxies, limits. */
class SafetyTest {
  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server =
        TestServer.start(
            folder,
            "--trusted-proxy",
            "127.0.0.1,10.0.0.0/8",
            "--rate-limit",
            "5",
            "--metrics-port",
            "0",
            "--public-url",
            "https://digits.example");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/recognize", "/nothing", "/api/v1/model", "/js/common.js"})
  void everyAnswerCarriesTheSecurityHeaders(String path) throws Exception {
    HttpHeaders headers = new Visitor(server).get(path).headers();
    assertThat(headers.firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'self'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe-inline");
    assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
    assertThat(headers.firstValue("server")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Site, same-site, 403",
    "Sec-Fetch-Site, same-origin, 200",
    "Origin, https://evil.example, 403",
    "Origin, null, 403",
    "Origin, https://digits.example.evil.example, 403",
    "Origin, https://digits.example, 200"
  })
  void onlyThisSiteMayChangeAnything(String header, String value, int status) throws Exception {
    Visitor visitor = new Visitor(server);
    HttpResponse<byte[]> reply =
        visitor.send("POST", "/api/v1/recognitions?save=true", Pictures.digit(1), header, value);
    assertThat(reply.statusCode()).isEqualTo(status);
    assertThat(visitor.cookie().isPresent()).isEqualTo(status == 200);
  }

  @Test
  void behindTlsTheCookieIsSecureAndBoundToTheHost() throws Exception {
    HttpResponse<byte[]> reply =
        new Visitor(server).send("POST", "/api/v1/recognitions?save=true", Pictures.digit(1));
    assertThat(reply.headers().firstValue("set-cookie").orElseThrow())
        .startsWith("__Host-digitkit=")
        .endsWith("; Secure");
    assertThat(reply.headers().firstValue("strict-transport-security")).isPresent();
  }

  @Test
  void anAddressThatAsksTooOftenIsToldToWait() throws Exception {
    Visitor visitor = new Visitor(server);
    int refused = 0;
    for (int i = 0; i < 30; i++) {
      HttpResponse<byte[]> reply =
          visitor.get("/api/v1/model", "X-Forwarded-For", "6.6.6.6, 203.0.113.7, 10.1.1.1");
      if (reply.statusCode() == 429) {
        refused++;
        assertThat(reply.headers().firstValue("retry-after")).contains("1");
      }
    }
    assertThat(refused).isBetween(10, 20);
    assertThat(visitor.get("/api/v1/model", "X-Forwarded-For", "203.0.113.8").statusCode())
        .as("another address")
        .isEqualTo(200);
    assertThat(visitor.get("/healthz", "X-Forwarded-For", "203.0.113.7").statusCode())
        .as("probes are never limited")
        .isEqualTo(200);
  }

  @Test
  void metricsAreOnTheirOwnPortOnly() throws Exception {
    Visitor visitor = new Visitor(server);
    assertThat(visitor.get("/metrics").statusCode()).isEqualTo(404);
    URI operator = URI.create("http://127.0.0.1:" + server.operatorPort() + "/metrics");
    HttpResponse<byte[]> reply = visitor.sendTo(operator, "GET", new byte[0]);
    assertThat(new String(reply.body(), StandardCharsets.UTF_8))
        .contains("http_requests_seconds_count");
  }

  @Test
  void withoutAPortOfTheirOwnMetricsAreForThisMachineOnly(@TempDir Path other) throws Exception {
    try (TestServer plain = TestServer.start(other)) {
      Visitor visitor = new Visitor(plain);
      assertThat(visitor.get("/metrics").statusCode()).isEqualTo(200);
      assertThat(visitor.get("/metrics", "X-Forwarded-For", "203.0.113.7").statusCode())
          .as("through a proxy")
          .isEqualTo(404);
    }
  }
}
