package io.github.digitkit.web;

import io.github.digitkit.web.api.ExportApi;
import io.github.digitkit.web.api.HistoryApi;
import io.github.digitkit.web.api.RecognitionApi;
import io.github.digitkit.web.api.ServiceApi;
import io.github.digitkit.web.config.Settings;
import io.github.digitkit.web.http.AccessLog;
import io.github.digitkit.web.http.RequestObserver;
import io.github.digitkit.web.http.Route;
import io.github.digitkit.web.ops.Health;
import io.github.digitkit.web.ops.Metrics;
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
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All parts of the server, put together, started and stopped in order. */
public final class Application implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Application.class);
  private static final int STORAGE_THREADS = 4;
  private static final int STORAGE_QUEUE = 256;

  private final Settings settings;
  private final Health health;
  private final Ports ports;
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
    this.health = new Health(database);
    RequestObserver observer = metrics;
    if (!settings.accessLog().equals("off")) {
      observer = metrics.and(part(AccessLog.to(settings.accessLog())));
    }
    List<Route> operatorRoutes = new ArrayList<>(health.routes());
    operatorRoutes.add(metrics.route());
    List<Route> routes = routes(settings, reader, readings, writer, storage, database);
    routes.addAll(settings.metricsPort().isPresent() ? health.routes() : operatorRoutes);
    routes.addAll(front.routes());
    this.ports = new Ports(settings, routes, operatorRoutes, front.pages(), observer);
    watch(metrics, readings, writer, storage);
    part(new Housekeeper(health, retention(settings, database)));
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
      application.ports.open();
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

  private static Retention retention(Settings settings, Database database) {
    return new Retention(
        database,
        Duration.ofDays(settings.retentionDays()),
        settings.totalRows(),
        Clock.systemUTC());
  }

  private void watch(Metrics metrics, Readings readings, HistoryWriter writer, Lane storage) {
    metrics.watch("http.connections", "Connections open now", ports, Ports::connections);
    metrics.watch("drawings.waiting", "Drawings in the queue", readings.small(), Lane::waiting);
    metrics.watch("drawings.running", "Drawings being read", readings.small(), Lane::running);
    metrics.watch("photos.waiting", "Photographs in the queue", readings.large(), Lane::waiting);
    metrics.watch("photos.running", "Photographs being read", readings.large(), Lane::running);
    metrics.watch("pixels.flight", "Pixels being decoded", readings.pixels(), Budget::used);
    metrics.watch("uploads.bytes", "Bytes of uploads in memory", ports.uploads(), Budget::used);
    metrics.watch("history.waiting", "Rows that wait for disk", writer, HistoryWriter::waiting);
    metrics.watch("storage.waiting", "Queries in the queue", storage, Lane::waiting);
  }

  private <T extends AutoCloseable> T part(T part) {
    parts.push(part);
    return part;
  }

  /** The port in use. */
  public int port() {
    return ports.visitorPort();
  }

  /** The operator's port in use. */
  public Optional<Integer> operatorPort() {
    return ports.operatorPort();
  }

  /** Lets the balancer notice, finishes what runs, stores what was accepted, then stops. */
  @Override
  public void close() {
    health.drain();
    quietly(() -> TimeUnit.SECONDS.sleep(settings.drainDelay()));
    ports.close();
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
