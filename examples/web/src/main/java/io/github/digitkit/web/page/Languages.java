package io.github.digitkit.web.page;

import io.github.digitkit.web.http.Call;
import io.github.digitkit.web.http.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The languages of the pages: one file {@code i18n/<tag>.json} each; a new file is a new language.
 * Where a language lacks a text, the English one stands in.
 */
final class Languages {
  static final String COOKIE = "lang";
  private static final String FALLBACK = "en";

  private final Map<String, Language> byTag = new LinkedHashMap<>();

  Languages() {
    Map<String, byte[]> files = Resources.readAll("i18n");
    Map<String, String> english = Json.strings(Resources.read("i18n/" + FALLBACK + ".json"));
    byTag.put(FALLBACK, new Language(FALLBACK, english));
    files.forEach(
        (name, json) -> {
          String tag = name.substring("i18n/".length(), name.length() - ".json".length());
          Map<String, String> texts = new HashMap<>(english);
          texts.putAll(Json.strings(json));
          byTag.put(tag, new Language(tag, texts));
        });
  }

  Collection<Language> all() {
    return byTag.values();
  }

  /** The language chosen by hand: in the address now, or in a cookie before. */
  Optional<Language> chosen(Call call) {
    return call.query(COOKIE)
        .or(() -> call.cookie(COOKIE))
        .flatMap(tag -> Optional.ofNullable(byTag.get(tag)));
  }

  /** The language for a call: chosen by hand, else the browser's first that we have. */
  Language of(Call call) {
    return chosen(call).orElseGet(() -> accepted(call.header("Accept-Language").orElse("")));
  }

  private Language accepted(String header) {
    List<Locale.LanguageRange> ranges = new ArrayList<>();
    try {
      if (!header.isEmpty() && header.length() < 500) {
        ranges.addAll(Locale.LanguageRange.parse(header));
      }
    } catch (IllegalArgumentException malformed) {
      // A browser that cannot say what it wants gets the fallback.
    }
    String tag = Locale.lookupTag(ranges, byTag.keySet());
    return language(tag == null ? FALLBACK : tag);
  }

  private Language language(String tag) {
    Language language = byTag.get(tag);
    if (language == null) {
      throw new IllegalArgumentException("no language " + tag);
    }
    return language;
  }
}
