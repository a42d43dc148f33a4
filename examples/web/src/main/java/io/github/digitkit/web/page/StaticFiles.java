package io.github.digitkit.web.page;

import io.github.digitkit.web.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Style sheets, scripts, pictures and texts. Each file is a route of its own, read at the start: no
 * path of a request ever reaches a file system.
 */
public final class StaticFiles {
  private static final List<String> FOLDERS = List.of("css", "js", "img", "i18n");
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "jpg", "image/jpeg",
          "webmanifest", "application/manifest+json");

  private StaticFiles() {}

  /** A route for each file. */
  public static List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (String folder : FOLDERS) {
      Resources.readAll(folder).forEach((name, bytes) -> routes.add(route(name, bytes)));
    }
    return routes;
  }

  private static Route route(String name, byte[] bytes) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    String type = TYPES.get(ending);
    if (type == null) {
      throw new IllegalStateException("no content type is known for web/" + name);
    }
    Document document = new Document(type, bytes, "Accept-Encoding");
    return Route.of(
        "GET", "/" + name, call -> CompletableFuture.completedFuture(document.reply(call)));
  }
}
