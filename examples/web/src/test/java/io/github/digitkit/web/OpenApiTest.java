package io.github.digitkit.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.digitkit.web.page.Resources;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenApiTest {
  private final JsonNode document =
      JsonMapper.builder().build().readTree(Resources.read("openapi.json"));

  @Test
  void describesExactlyTheRoutesThatExist(@TempDir Path folder) throws Exception {
    try (TestServer server = TestServer.start(folder)) {
      Visitor visitor = new Visitor(server);
      for (var path : document.get("paths").properties()) {
        List<String> methods = new ArrayList<>();
        path.getValue().propertyNames().forEach(name -> methods.add(name.toUpperCase(Locale.ROOT)));
        var reply = visitor.send("PATCH", path.getKey().replace("{id}", "x"), new byte[0]);
        assertThat(reply.statusCode()).as(path.getKey()).isEqualTo(405);
        assertThat(reply.headers().firstValue("allow").orElseThrow().split(", "))
            .as(path.getKey())
            .containsExactlyInAnyOrderElementsOf(methods);
      }
    }
  }

  @Test
  void refersOnlyToWhatItDefines() {
    String text = new String(Resources.read("openapi.json"), StandardCharsets.UTF_8);
    var reference = Pattern.compile("\"#(/[^\"]+)\"").matcher(text);
    int found = 0;
    while (reference.find()) {
      assertThat(document.at(reference.group(1)).isMissingNode()).as(reference.group()).isFalse();
      found++;
    }
    assertThat(found).isPositive();
  }
}
