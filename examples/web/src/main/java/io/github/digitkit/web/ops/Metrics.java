package io.github.digitkit.web.ops;

import io.github.digitkit.web.http.Reply;
import io.github.digitkit.web.http.RequestObserver;
import io.github.digitkit.web.http.Route;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** Counts and times, in the form that Prometheus collects. Thread-safe. */
public final class Metrics implements RequestObserver, AutoCloseable {
  private static final Duration[] STEPS = {
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofSeconds(1)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

  private record Key(String method, String route, int status) {}

  /** Starts counting. */
  public Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  /**
   * Watches a value.
   *
   * @param name with dots between words
   * @param state kept alive by its owner
   */
  public <T> void watch(String name, String help, T state, ToDoubleFunction<T> value) {
    Gauge.builder(name, state, value).description(help).register(registry);
  }

  @Override
  public void done(String method, String template, Reply reply, long nanos) {
    // Methods are free text: only those that found a route may name a series of their own.
    String shown = template.equals("unknown") ? "other" : method;
    timers
        .computeIfAbsent(new Key(shown, template, reply.status()), this::timer)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Key key) {
    return Timer.builder("http.requests")
        .description("Time from a request's headers to the answer's last byte")
        .tags("method", key.method(), "route", key.route(), "status", "" + key.status())
        .serviceLevelObjectives(STEPS)
        .register(registry);
  }

  /** The route that Prometheus asks. */
  public Route route() {
    return new Route(
        "GET",
        "/metrics",
        Route.Access.OPERATOR,
        call -> CompletableFuture.completedFuture(page()));
  }

  private Reply page() {
    return Reply.of(
        "text/plain; version=0.0.4; charset=utf-8",
        registry.scrape().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
