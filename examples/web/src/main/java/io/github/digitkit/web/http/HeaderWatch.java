package io.github.digitkit.web.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections that dribble their request headers. An idle time-out alone never ends them, as
 * a byte every few seconds is not idle. Every other second all connections are looked at: who is in
 * the middle of the same headers for longer than the time allowed is closed.
 */
final class HeaderWatch {
  private static final long PERIOD_SECONDS = 2;

  private final ServerConnector connector;
  private final long allowedNanos;
  private Map<EndPoint, Sighting> unfinished = new HashMap<>();

  /** When a connection was first seen in the middle of the headers of its n-th request. */
  private record Sighting(long request, long since) {}

  HeaderWatch(ServerConnector connector, Duration allowed) {
    this.connector = connector;
    this.allowedNanos = allowed.toNanos();
  }

  /** Looks now and from then on, as long as the scheduler runs. */
  void start() {
    schedule(connector.getScheduler());
  }

  private void schedule(Scheduler scheduler) {
    scheduler.schedule(
        () -> {
          look();
          schedule(scheduler);
        },
        PERIOD_SECONDS,
        TimeUnit.SECONDS);
  }

  private void look() {
    long now = System.nanoTime();
    Map<EndPoint, Sighting> still = new HashMap<>();
    for (EndPoint endPoint : connector.getConnectedEndPoints()) {
      if (endPoint.getConnection() instanceof HttpConnection connection && inHeaders(connection)) {
        long request = connection.getMessagesIn();
        Sighting before = unfinished.get(endPoint);
        if (before == null || before.request() != request) {
          still.put(endPoint, new Sighting(request, now));
        } else if (now - before.since() > allowedNanos) {
          endPoint.close();
        } else {
          still.put(endPoint, before);
        }
      }
    }
    unfinished = still;
  }

  private static boolean inHeaders(HttpConnection connection) {
    return connection.getParser().inHeaderState() && !connection.getParser().isStart();
  }
}
