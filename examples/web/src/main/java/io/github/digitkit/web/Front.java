package io.github.digitkit.web;

import io.github.digitkit.web.config.Settings;
import io.github.digitkit.web.http.Route;
import io.github.digitkit.web.page.Pages;
import io.github.digitkit.web.page.StaticFiles;
import io.github.digitkit.web.reading.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * What needs no database: the network, the pages and the files that belong to them.
 *
 * @param reader recognises
 * @param pages in every language
 * @param routes of pages and files
 */
record Front(Reader reader, Pages pages, List<Route> routes) {
  static Front load(Settings settings, Callable<Reader> loader) throws Exception {
    Reader reader = loader.call();
    String recipe = reader.model().facts().getOrDefault("recipe", "");
    Pages pages = new Pages(Facts.of(settings), recipe);
    List<Route> routes = new ArrayList<>(pages.routes());
    routes.addAll(StaticFiles.routes());
    return new Front(reader, pages, List.copyOf(routes));
  }
}
