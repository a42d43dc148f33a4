package io.github.digitkit.web.http;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the route of a call. A path that some route names literally is never taken for a parameter
 * of another. Immutable, thread-safe.
 */
public final class Router {
  private final List<Route> routes;
  private final Map<String, Route> literal = new HashMap<>();
  private final Set<String> literalPaths = new HashSet<>();
  private final Map<Route, List<String>> patterns = new LinkedHashMap<>();

  /** Creates a router. */
  public Router(List<Route> routes) {
    this.routes = List.copyOf(routes);
    for (Route route : routes) {
      if (route.template().contains("{")) {
        patterns.put(route, segments(route.template()));
      } else {
        literal.put(key(route.method(), route.template()), route);
        literalPaths.add(route.template());
      }
    }
  }

  /**
   * A route with the values of its path parameters.
   *
   * @param route what matched
   * @param parameters name to decoded segment
   */
  public record Match(Route route, Map<String, String> parameters) {}

  /** The route for a method and a decoded path. HEAD is answered by GET. */
  public Optional<Match> find(String method, String path) {
    String asked = method.equals("HEAD") ? "GET" : method;
    Route exact = literal.get(key(asked, path));
    if (exact != null) {
      return Optional.of(new Match(exact, Map.of()));
    }
    if (literalPaths.contains(path)) {
      return Optional.empty();
    }
    List<String> given = segments(path);
    for (Map.Entry<Route, List<String>> pattern : patterns.entrySet()) {
      if (pattern.getKey().method().equals(asked)) {
        Optional<Map<String, String>> values = match(pattern.getValue(), given);
        if (values.isPresent()) {
          return Optional.of(new Match(pattern.getKey(), values.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** The methods that a path answers to, joined by commas; empty if the path is unknown. */
  public String allowed(String path) {
    TreeSet<String> methods = new TreeSet<>();
    List<String> given = segments(path);
    for (Route route : routes) {
      boolean fits =
          literalPaths.contains(path)
              ? route.template().equals(path)
              : match(segments(route.template()), given).isPresent();
      if (fits) {
        methods.add(route.method());
      }
    }
    return String.join(", ", methods);
  }

  /** All routes. */
  public List<Route> routes() {
    return routes;
  }

  private static Optional<Map<String, String>> match(List<String> pattern, List<String> given) {
    if (pattern.size() != given.size()) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < pattern.size(); i++) {
      String part = pattern.get(i);
      if (part.startsWith("{")) {
        values.put(part.substring(1, part.length() - 1), given.get(i));
      } else if (!part.equals(given.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }

  private static String key(String method, String path) {
    return method + " " + path;
  }
}
