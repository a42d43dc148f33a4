package io.github.digitkit.web;

import io.github.digitkit.web.api.ExportApi;
import io.github.digitkit.web.api.HistoryApi;
import io.github.digitkit.web.api.RecognitionApi;
import io.github.digitkit.web.api.ServiceApi;
import io.github.digitkit.web.config.Settings;
import io.github.digitkit.web.http.AccessLog;
import io.github.digitkit.web.http.Peers;
import io.github.digitkit.web.http.RateLimiter;
import io.github.digitkit.web.http.RequestObserver;
import io.github.digitkit.web.http.Route;
import io.github.digitkit.web.http.WebServer;
import io.github.digitkit.web.ops.Health;
import io.github.digitkit.web.ops.Metrics;
import io.github.digitkit.web.page.Pages;
import io.github.digitkit.web.page.Resources;
import io.github.digitkit.web.reading.Reader;
import io.github.digitkit.web.store.Database;
import io.github.digitkit.web.store.HistoryRepository;
import io.github.digitkit.web.store.HistoryWriter;
import io.github.digitkit.web.store.Retention;
import io.github.digitkit.web.visitor.VisitorCookie;
import io.github.digitkit.web.work.Budget;
import io.github.digitkit.web.work.Lane;
import io.github.digitkit.web.work.NamedThreads;
import io.github.digitkit.web.work.Readings;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All parts of the server, put together, started and stopped in order. */
public final class Application implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Application.class);
  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final Duration HEADER_TIME = Duration.ofSeconds(10);
  private static final Duration BODY_TIME = Duration.ofSeconds(15);
  private static final int STORAGE_THREADS = 4;
  private static final int STORAGE_QUEUE = 256;

  private final Settings settings;
  private final Health health;
  private final WebServer server;
  private final Optional<WebServer> operatorServer;
  private final WarmUp warmUp;
  // Closed in reverse order: who was made last may use all made before.
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  private Application(Settings settings, Callable<Reader> loader) throws Exception {
    this.settings = settings;
    // The front takes about as long as the database, so each is opened on a core of its own.
    FutureTask<Front> loading = new FutureTask<>(() -> Front.load(settings, loader));
    NamedThreads.daemons("loader").newThread(loading).start();
    Database database = part(openDatabase(settings));
    Front front = loaded(loading);
    Reader reader = front.reader();
    Metrics metrics = part(new Metrics());
    HistoryWriter writer = part(new HistoryWriter(database, settings.historyRows()));
    Lane storage = part(new Lane("storage", STORAGE_THREADS, STORAGE_QUEUE, Duration.ofSeconds(2)));
    Readings readings =
        part(
            new Readings(
                reader,
                settings.workers(),
                settings.queue(),
                settings.maxPixels(),
                2 * settings.maxPixels()));
    this.warmUp = part(new WarmUp(reader, readings::busy));
    Budget bodies = new Budget("bytes of uploads", bodyBudget(settings));
    this.health = new Health(database);
    List<Route> routes = routes(settings, reader, readings, writer, storage, database);
    RequestObserver observer = metrics;
    if (!settings.accessLog().equals("off")) {
      observer = metrics.and(part(new AccessLog(accessLog(settings.accessLog()))));
    }
    List<Route> operatorRoutes = new ArrayList<>(health.routes());
    operatorRoutes.add(metrics.route());
    routes.addAll(settings.metricsPort().isPresent() ? health.routes() : operatorRoutes);
    routes.addAll(front.routes());
    this.server = server(settings, routes, front.pages(), observer, bodies);
    this.operatorServer =
        settings.metricsPort().map(port -> operatorServer(settings, port, open(operatorRoutes)));
    watch(metrics, readings, writer, bodies, storage);
    keepHouse(database);
  }

  /**
   * Starts everything.
   *
   * @param loader loads the network, on a thread of its own
   * @throws Exception if the port or the database cannot be opened, or the network not be loaded
   */
  public static Application start(Settings settings, Callable<Reader> loader) throws Exception {
    Application application = new Application(settings, loader);
    try {
      application.server.start();
      if (application.operatorServer.isPresent()) {
        application.operatorServer.get().start();
      }
      application.warmUp.start();
      return application;
    } catch (Exception failed) {
      application.close();
      throw failed;
    }
  }

  private static Front loaded(FutureTask<Front> loading) throws Exception {
    try {
      return loading.get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof Exception cause ? cause : failed;
    }
  }

  private static Database openDatabase(Settings settings) throws IOException {
    if (settings.jdbcUrl().isPresent()) {
      return Database.shared(
          new Database.Login(
              settings.jdbcUrl().get(), settings.jdbcUser(), settings.jdbcPassword()));
    }
    Files.createDirectories(settings.dataDir());
    return Database.inFolder(settings.dataDir());
  }

  private static List<Route> routes(
      Settings settings,
      Reader reader,
      Readings readings,
      HistoryWriter writer,
      Lane storage,
      Database database) {
    VisitorCookie cookie = new VisitorCookie(Duration.ofDays(settings.retentionDays()));
    HistoryRepository history = new HistoryRepository(database);
    List<Route> routes = new ArrayList<>();
    routes.addAll(new RecognitionApi(readings, writer, cookie, Clock.systemUTC()).routes());
    routes.addAll(new ExportApi(history, cookie, storage).routes());
    routes.addAll(new HistoryApi(history, cookie, storage).routes());
    routes.addAll(
        new ServiceApi(reader.model(), settings, Resources.read("openapi.json")).routes());
    return routes;
  }

  private static WebServer server(
      Settings settings, List<Route> routes, Pages pages, RequestObserver observer, Budget bodies) {
    return new WebServer(
        limits(settings, settings.host(), settings.port(), bodies),
        routes,
        new Peers(
            settings.trustedProxies(),
            settings.publicUrl().map(url -> "https".equals(url.getScheme())).orElse(false)),
        new RateLimiter(settings.rateLimit()),
        settings.publicUrl(),
        pages::problemPage,
        observer);
  }

  /** The operator's port is closed to visitors by the network, so its routes are open there. */
  private static List<Route> open(List<Route> routes) {
    return routes.stream()
        .map(r -> new Route(r.method(), r.template(), Route.Access.PROBE, r.handler()))
        .toList();
  }

  private static WebServer operatorServer(Settings settings, int port, List<Route> routes) {
    return new WebServer(
        limits(settings, settings.metricsHost(), port, new Budget("bytes", 1 << 16)),
        routes,
        new Peers(List.of(), false),
        new RateLimiter(0),
        Optional.empty(),
        (call, problem) -> Optional.empty(),
        (method, template, reply, nanos) -> {});
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
  private static long bodyBudget(Settings settings) {
    return Math.max(2L * settings.maxUpload(), Runtime.getRuntime().maxMemory() / 4);
  }

  private static OutputStream accessLog(String target) throws IOException {
    if (!target.equals("stdout")) {
      return Files.newOutputStream(
          Path.of(target), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    return new FilterOutputStream(System.out) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
      }

      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }

  private void watch(
      Metrics metrics, Readings readings, HistoryWriter writer, Budget bodies, Lane storage) {
    metrics.watch("http.connections", "Connections open now", server, WebServer::connections);
    metrics.watch("drawings.waiting", "Drawings in the queue", readings.small(), Lane::waiting);
    metrics.watch("drawings.running", "Drawings being read", readings.small(), Lane::running);
    metrics.watch("photos.waiting", "Photographs in the queue", readings.large(), Lane::waiting);
    metrics.watch("photos.running", "Photographs being read", readings.large(), Lane::running);
    metrics.watch("pixels.flight", "Pixels being decoded", readings.pixels(), Budget::used);
    metrics.watch("uploads.bytes", "Bytes of uploads in memory", bodies, Budget::used);
    metrics.watch("history.waiting", "Rows that wait for disk", writer, HistoryWriter::waiting);
    metrics.watch("storage.waiting", "Queries in the queue", storage, Lane::waiting);
  }

  private void keepHouse(Database database) {
    ScheduledExecutorService housekeeper =
        Executors.newSingleThreadScheduledExecutor(NamedThreads.daemons("housekeeper"));
    parts.push(housekeeper::shutdownNow);
    Retention retention =
        new Retention(
            database,
            Duration.ofDays(settings.retentionDays()),
            settings.totalRows(),
            Clock.systemUTC());
    var unused = housekeeper.scheduleWithFixedDelay(health::check, 5, 5, TimeUnit.SECONDS);
    unused = housekeeper.scheduleWithFixedDelay(() -> forget(retention), 1, 15, TimeUnit.MINUTES);
  }

  private static void forget(Retention retention) {
    long forgotten = retention.run();
    if (forgotten > 0) {
      LOG.info("{} rows of history reached their end", forgotten);
    }
  }

  private <T extends AutoCloseable> T part(T part) {
    parts.push(part);
    return part;
  }

  /** The port in use. */
  public int port() {
    return server.port();
  }

  /** The operator's port in use. */
  public Optional<Integer> operatorPort() {
    return operatorServer.map(WebServer::port);
  }

  /** Lets the balancer notice, finishes what runs, stores what was accepted, then stops. */
  @Override
  public void close() {
    health.drain();
    quietly(() -> TimeUnit.SECONDS.sleep(settings.drainDelay()));
    quietly(server::stop);
    operatorServer.ifPresent(operator -> quietly(operator::stop));
    parts.forEach(Application::quietly);
  }

  private static void quietly(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception failed) {
      LOG.warn("while stopping", failed);
    }
  }
}
