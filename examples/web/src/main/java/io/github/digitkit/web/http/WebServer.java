package io.github.digitkit.web.http;

import io.github.digitkit.web.work.Budget;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A Jetty server for a table of routes, tuned for very many quiet connections. */
public final class WebServer {
  private static final int ACCEPT_QUEUE = 4096;
  private static final int HEADER_BYTES = 8192;

  private final Server server;
  private final ServerConnector connector;
  private final HeaderWatch headerWatch;

  /**
   * Where to listen and what to allow.
   *
   * @param host address or name to bind
   * @param port 0 for any free one
   * @param maxConnections beyond which no further connection is accepted
   * @param idle time after which a silent connection is closed
   * @param headerTime in which the headers of a request must have arrived
   * @param bodyTime in which the body of a request must have arrived
   * @param maxBody largest body in bytes
   * @param bodiesInFlight bytes of all bodies together
   * @param drain longest time to finish requests when stopping
   */
  public record Limits(
      String host,
      int port,
      int maxConnections,
      Duration idle,
      Duration headerTime,
      Duration bodyTime,
      int maxBody,
      Budget bodiesInFlight,
      Duration drain) {}

  /**
   * Builds the server; {@link #start()} opens the port.
   *
   * @param publicUrl under which browsers know the site, where a proxy changes it
   */
  public WebServer(
      Limits limits,
      List<Route> routes,
      Peers peers,
      RateLimiter limiter,
      Optional<URI> publicUrl,
      Gateway.ProblemPages problemPages,
      RequestObserver observer) {
    QueuedThreadPool threads = new QueuedThreadPool(32, 4);
    threads.setName("digitkit-http");
    this.server = new Server(threads);
    this.connector = new ServerConnector(server, 1, 2, new HttpConnectionFactory(configuration()));
    connector.setHost(limits.host());
    connector.setPort(limits.port());
    connector.setAcceptQueueSize(ACCEPT_QUEUE);
    connector.setIdleTimeout(limits.idle().toMillis());
    connector.setShutdownIdleTimeout(500);
    server.addConnector(connector);
    server.addBean(connectionLimit(limits));
    Gateway gateway =
        new Gateway(
            new Router(routes),
            peers,
            limiter,
            new OriginCheck(publicUrl),
            new BodyReader.Limits(
                limits.maxBody(), limits.bodyTime().toSeconds(), limits.bodiesInFlight()),
            problemPages,
            observer);
    server.setHandler(new GracefulHandler(gateway));
    server.setErrorHandler(new PlainErrors());
    server.setStopTimeout(limits.drain().toMillis());
    this.headerWatch = new HeaderWatch(connector, limits.headerTime());
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setInputBufferSize(4096);
    http.setOutputBufferSize(8192);
    // A connection's cache of headers would else take a cookie for one that differs in case.
    http.setHeaderCacheCaseSensitive(true);
    // Encoded slashes, dot segments with parameters and the like are refused, not interpreted.
    http.setUriCompliance(UriCompliance.DEFAULT);
    return http;
  }

  private NetworkConnectionLimit connectionLimit(Limits limits) {
    NetworkConnectionLimit limit = new NetworkConnectionLimit(limits.maxConnections(), server);
    // When full, silent connections make room for those that have something to say.
    limit.setEndPointIdleTimeout(2000);
    return limit;
  }

  /**
   * Opens the port.
   *
   * @throws Exception if it cannot be opened
   */
  public void start() throws Exception {
    server.start();
    headerWatch.start();
  }

  /** The port in use. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Connections open now. */
  public int connections() {
    return connector.getConnectedEndPoints().size();
  }

  /**
   * Accepts nothing new, finishes what runs within the time to drain, then stops.
   *
   * @throws Exception if requests had to be cut off
   */
  public void stop() throws Exception {
    server.stop();
  }
}
