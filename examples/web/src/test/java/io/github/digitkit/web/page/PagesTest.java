package io.github.digitkit.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.digitkit.web.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");

  @Test
  void everyLanguageHasEveryTextWithTheSameParameters() {
    Map<String, String> english = Json.strings(Resources.read("i18n/en.json"));
    Resources.readAll("i18n")
        .forEach(
            (name, json) -> {
              Map<String, String> texts = Json.strings(json);
              assertThat(texts.keySet()).as(name).isEqualTo(english.keySet());
              texts.forEach(
                  (key, text) ->
                      assertThat(parameters(text))
                          .as(name + " " + key)
                          .isEqualTo(parameters(english.get(key))));
            });
  }

  private static Set<String> parameters(String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = PARAMETER.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  @Test
  void noPageHasInlineScriptsOrStylesOrForeignResources() {
    Resources.readAll("pages")
        .forEach(
            (name, bytes) -> {
              String html = new String(bytes, StandardCharsets.UTF_8);
              assertThat(html)
                  .as(name)
                  .doesNotContainPattern("<script(?![^>]*src=)[^>]*>")
                  .doesNotContainPattern("\\sstyle=|\\son[a-z]+=|<style|javascript:")
                  .doesNotContainPattern("(src|<link[^>]*href)=\"(https?:)?//");
            });
  }

  @Test
  void textsAreEscapedAndValuesAreNot() {
    Language language = new Language("en", Map.of("a", "<b> & \"c\""));
    assertThat(new Template("{{a}} {{=v}}").fill(language, Map.of("v", "<i>")))
        .isEqualTo("&lt;b&gt; &amp; &quot;c&quot; <i>");
  }
}
