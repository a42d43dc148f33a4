package io.github.digitkit.web.page;

import io.github.digitkit.web.http.Call;
import io.github.digitkit.web.http.Problem;
import io.github.digitkit.web.http.Reply;
import io.github.digitkit.web.http.Route;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The pages of the site, made at the start in every language and colour scheme. They are complete
 * when they arrive: no script fills in texts, nothing flickers.
 */
public final class Pages {
  private static final Map<String, String> PATHS =
      Map.of(
          "home", "/",
          "recognize", "/recognize",
          "history", "/history",
          "about", "/about",
          "api", "/api");
  private static final String NOT_FOUND = "not-found";
  private static final Set<String> THEMES = Set.of("auto", "light", "dark");

  private final Languages languages = new Languages();
  private final Map<Variant, Document> documents = new HashMap<>();

  private record Variant(String page, String language, String theme) {}

  /**
   * Makes all pages.
   *
   * @param facts values that the pages show, such as limits; inserted as they are
   * @param recipe by which the loaded weights were trained
   */
  public Pages(Map<String, String> facts, String recipe) {
    Accuracy accuracy = new Accuracy(recipe);
    Template layout = template("layout");
    List<String> names = new ArrayList<>(PATHS.keySet());
    names.add(NOT_FOUND);
    for (String name : names) {
      Template content = template(name);
      for (Language language : languages.all()) {
        Map<String, String> shown = new HashMap<>(facts);
        shown.put("accuracyRows", accuracy.rows(language));
        String body = content.fill(language, shown);
        for (String theme : THEMES) {
          Map<String, String> values = new HashMap<>(shown);
          values.put("content", body);
          values.put("page", name);
          values.put("lang", language.tag());
          values.put("theme", theme);
          values.put("title", Template.escape(language.text(name + ".title")));
          values.put("navigation", navigation(name, language));
          values.put("languages", languageOptions(language));
          String html = layout.fill(language, values);
          documents.put(new Variant(name, language.tag(), theme), document(html));
        }
      }
    }
  }

  private static Template template(String name) {
    return new Template(
        new String(Resources.read("pages/" + name + ".html"), StandardCharsets.UTF_8));
  }

  private static Document document(String html) {
    return new Document(
        "text/html; charset=utf-8",
        html.getBytes(StandardCharsets.UTF_8),
        "Accept-Encoding, Accept-Language, Cookie");
  }

  private static String navigation(String page, Language language) {
    StringBuilder links = new StringBuilder();
    for (String name : List.of("home", "recognize", "history", "about")) {
      links
          .append("<li><a href=\"")
          .append(PATHS.get(name))
          .append(name.equals(page) ? "\" aria-current=\"page\">" : "\">")
          .append(Template.escape(language.text("nav." + name)))
          .append("</a></li>");
    }
    return links.toString();
  }

  private String languageOptions(Language current) {
    StringBuilder options = new StringBuilder();
    for (Language language : languages.all()) {
      options
          .append("<option lang=\"")
          .append(language.tag())
          .append("\" value=\"")
          .append(language.tag())
          .append(language.equals(current) ? "\" selected>" : "\">")
          .append(Template.escape(language.name()))
          .append("</option>");
    }
    return options.toString();
  }

  /** A route for each page. */
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    PATHS.forEach(
        (name, path) ->
            routes.add(
                Route.of(
                    "GET", path, call -> CompletableFuture.completedFuture(page(name, call)))));
    routes.add(Route.of("GET", "/favicon.ico", call -> redirect("/img/icon.svg")));
    return routes;
  }

  private static CompletableFuture<Reply> redirect(String path) {
    return CompletableFuture.completedFuture(
        Reply.noContent().withStatus(301).with("Location", path));
  }

  private Reply page(String name, Call call) {
    Language language = languages.of(call);
    String theme = call.cookie("theme").filter(THEMES::contains).orElse("auto");
    Document document = documents.get(new Variant(name, language.tag(), theme));
    if (document == null) {
      throw new IllegalStateException("no page " + name);
    }
    Reply reply = document.reply(call);
    return call.query(Languages.COOKIE).isPresent()
        ? reply.with(
            "Set-Cookie",
            Languages.COOKIE + "=" + language.tag() + "; Path=/; SameSite=Lax; Max-Age=31536000")
        : reply;
  }

  /** A page for a browser that went astray; programs get the problem document. */
  public Optional<Reply> problemPage(Call call, Problem problem) {
    boolean person = call.header("Accept").orElse("").contains("text/html");
    return problem.status() == 404 && person
        ? Optional.of(page(NOT_FOUND, call).withStatus(404))
        : Optional.empty();
  }
}
