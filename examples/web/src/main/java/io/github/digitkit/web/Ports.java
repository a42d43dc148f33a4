package io.github.digitkit.web;

import io.github.digitkit.web.config.Settings;
import io.github.digitkit.web.http.Peers;
import io.github.digitkit.web.http.RateLimiter;
import io.github.digitkit.web.http.RequestObserver;
import io.github.digitkit.web.http.Route;
import io.github.digitkit.web.http.WebServer;
import io.github.digitkit.web.page.Pages;
import io.github.digitkit.web.work.Budget;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The port for visitors and, where one is set, the operator's. */
final class Ports {
  private static final Logger LOG = LoggerFactory.getLogger(Ports.class);
  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final Duration HEADER_TIME = Duration.ofSeconds(10);
  private static final Duration BODY_TIME = Duration.ofSeconds(15);
  private static final int OPERATOR_BODIES = 1 << 16;

  private final Budget uploads;
  private final WebServer visitors;
  private final Optional<WebServer> operator;

  /**
   * Builds the servers; {@link #open()} opens the ports.
   *
   * @param pages draw what goes wrong on a page
   * @param observer is told of visitors' requests
   */
  Ports(
      Settings settings,
      List<Route> visitorRoutes,
      List<Route> operatorRoutes,
      Pages pages,
      RequestObserver observer) {
    this.uploads = new Budget("bytes of uploads", uploadBytes(settings));
    this.visitors =
        new WebServer(
            limits(settings, settings.host(), settings.port(), uploads),
            visitorRoutes,
            new Peers(
                settings.trustedProxies(),
                settings.publicUrl().map(url -> "https".equals(url.getScheme())).orElse(false)),
            new RateLimiter(settings.rateLimit()),
            settings.publicUrl(),
            pages::problemPage,
            observer);
    this.operator = settings.metricsPort().map(port -> operator(settings, port, operatorRoutes));
  }

  private static WebServer operator(Settings settings, int port, List<Route> routes) {
    return new WebServer(
        limits(settings, settings.metricsHost(), port, new Budget("bytes", OPERATOR_BODIES)),
        openToAll(routes),
        new Peers(List.of(), false),
        new RateLimiter(0),
        Optional.empty(),
        (call, problem) -> Optional.empty(),
        (method, template, reply, nanos) -> {});
  }

  /** The operator's port is closed to visitors by the network, so its routes are open there. */
  private static List<Route> openToAll(List<Route> routes) {
    return routes.stream()
        .map(r -> new Route(r.method(), r.template(), Route.Access.PROBE, r.handler()))
        .toList();
  }

  private static WebServer.Limits limits(Settings settings, String host, int port, Budget bodies) {
    return new WebServer.Limits(
        host,
        port,
        settings.maxConnections(),
        IDLE,
        HEADER_TIME,
        BODY_TIME,
        settings.maxUpload(),
        bodies,
        Duration.ofSeconds(settings.drainSeconds()));
  }

  /** A quarter of the heap may be uploads, but always a few of the largest. */
  private static long uploadBytes(Settings settings) {
    return Math.max(2L * settings.maxUpload(), Runtime.getRuntime().maxMemory() / 4);
  }

  void open() throws Exception {
    visitors.start();
    if (operator.isPresent()) {
      operator.get().start();
    }
  }

  int visitorPort() {
    return visitors.port();
  }

  Optional<Integer> operatorPort() {
    return operator.map(WebServer::port);
  }

  /** Connections of visitors open now. */
  int connections() {
    return visitors.connections();
  }

  /** Bytes of visitors' uploads in memory. */
  Budget uploads() {
    return uploads;
  }

  /** Finishes what runs, visitors' requests first, then closes the ports. */
  void close() {
    stop(visitors);
    operator.ifPresent(Ports::stop);
  }

  private static void stop(WebServer server) {
    try {
      server.stop();
    } catch (Exception failed) {
      LOG.warn("while stopping", failed);
    }
  }
}
