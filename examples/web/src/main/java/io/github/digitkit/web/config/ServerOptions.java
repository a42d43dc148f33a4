package io.github.digitkit.web.config;

import io.github.digitkit.web.http.AddressRange;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * What an operator can set. Every option may also be given as an environment variable
 * (DIGITKIT_MAX_UPLOAD for --max-upload) or in the file that --config names (max-upload=10M); a
 * flag beats the environment, which beats the file.
 */
public final class ServerOptions {
  // The initial values are the defaults; picocli fills in what was set.
  @Option(names = "--host", description = "Address to listen on.")
  String host = "127.0.0.1";

  @Option(names = "--port", description = "Port; 0 for any free one.")
  int port = 8080;

  @Option(
      names = "--data-dir",
      showDefaultValue = Visibility.NEVER,
      paramLabel = "DIR",
      description = "Folder of the database. Default: $XDG_DATA_HOME/digitkit.")
  Optional<Path> dataDir = Optional.empty();

  @Option(
      names = "--max-upload",
      paramLabel = "SIZE",
      converter = ByteSize.Converter.class,
      description = "Largest upload.")
  ByteSize maxUpload = new ByteSize(10 << 20);

  @Option(
      names = "--max-megapixels",
      paramLabel = "N",
      description = "Largest picture, in millions of pixels.")
  int maxMegapixels = 50;

  @Option(
      names = "--model",
      showDefaultValue = Visibility.NEVER,
      paramLabel = "FILE",
      description = "Weights to use instead of the bundled ones.")
  Optional<Path> model = Optional.empty();

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Threads that read pictures; 0 for one a core.")
  int workers;

  @Option(
      names = "--queue",
      paramLabel = "N",
      description = "Drawings that may wait for a worker; beyond that 503.")
  int queue = 512;

  @Option(
      names = "--max-connections",
      paramLabel = "N",
      description = "Connections open at one time.")
  int maxConnections = 20_000;

  @Option(
      names = "--rate-limit",
      paramLabel = "N",
      description = "Requests a second from one address, 0 for no limit. This machine is exempt.")
  int rateLimit = 100;

  @Option(
      names = "--trusted-proxy",
      showDefaultValue = Visibility.NEVER,
      paramLabel = "CIDR",
      split = ",",
      converter = RangeConverter.class,
      description = "Proxies whose X-Forwarded-For and -Proto are believed.")
  List<AddressRange> trustedProxies = List.of();

  @Option(
      names = "--public-url",
      showDefaultValue = Visibility.NEVER,
      paramLabel = "URL",
      description = "Address of the site as browsers see it; https makes cookies Secure.")
  Optional<URI> publicUrl = Optional.empty();

  @Option(
      names = "--history-rows",
      paramLabel = "N",
      description = "Rows kept for one visitor; beyond that the oldest go.")
  int historyRows = 1000;

  @Option(
      names = "--total-rows",
      paramLabel = "N",
      description = "Rows kept for all visitors together; beyond that the oldest go.")
  long totalRows = 1_000_000;

  @Option(
      names = "--retention-days",
      paramLabel = "N",
      description = "Days after which a row is forgotten.")
  int retentionDays = 90;

  @Option(
      names = "--jdbc-url",
      showDefaultValue = Visibility.NEVER,
      paramLabel = "URL",
      description = "Shared database for several instances, instead of the file.")
  Optional<String> jdbcUrl = Optional.empty();

  @Option(
      names = "--jdbc-user",
      showDefaultValue = Visibility.NEVER,
      paramLabel = "NAME",
      description = "Its user.")
  String jdbcUser = "";

  @Option(
      names = "--jdbc-password",
      showDefaultValue = Visibility.NEVER,
      paramLabel = "SECRET",
      description = "Its password; better given by environment or file.")
  String jdbcPassword = "";

  @Option(
      names = "--metrics-port",
      showDefaultValue = Visibility.NEVER,
      paramLabel = "PORT",
      description = "Port of /metrics. Default: the main port, for this machine only.")
  Optional<Integer> metricsPort = Optional.empty();

  @Option(
      names = "--metrics-host",
      paramLabel = "HOST",
      description = "Address of the metrics port.")
  String metricsHost = "127.0.0.1";

  @Option(
      names = "--access-log",
      paramLabel = "off|stdout|FILE",
      description = "Where to write one JSON line a request.")
  String accessLog = "off";

  @Option(
      names = "--drain-seconds",
      paramLabel = "N",
      description = "Longest time to finish requests after SIGTERM.")
  int drainSeconds = 10;

  @Option(
      names = "--drain-delay",
      paramLabel = "N",
      description = "Seconds between answering 'not ready' and refusing connections.")
  int drainDelay;

  @Option(
      names = "--config",
      showDefaultValue = Visibility.NEVER,
      paramLabel = "FILE",
      description = "Properties file with any of these options.")
  Optional<Path> config = Optional.empty();

  @Option(
      names = "--check",
      description = "Start everything, stop again, and say whether that went well.")
  boolean check;

  /** Reads address ranges for picocli. */
  static final class RangeConverter implements ITypeConverter<AddressRange> {
    @Override
    public AddressRange convert(String text) {
      try {
        return AddressRange.of(text.trim());
      } catch (IllegalArgumentException malformed) {
        throw new TypeConversionException(String.valueOf(malformed.getMessage()));
      }
    }
  }

  /**
   * Checks ranges and freezes the options.
   *
   * @throws IllegalArgumentException naming the option that is out of range
   */
  public Settings settings() {
    atLeast("--port", port, 0);
    atLeast("--max-megapixels", maxMegapixels, 1);
    atLeast("--workers", workers, 0);
    atLeast("--queue", queue, 1);
    atLeast("--max-connections", maxConnections, 1);
    atLeast("--rate-limit", rateLimit, 0);
    atLeast("--history-rows", historyRows, 1);
    atLeast("--total-rows", totalRows, 1);
    atLeast("--retention-days", retentionDays, 1);
    atLeast("--drain-seconds", drainSeconds, 0);
    atLeast("--drain-delay", drainDelay, 0);
    return new Settings(
        host,
        port,
        dataDir.orElseGet(DataFolder::standard),
        maxUpload.bytes(),
        maxMegapixels * 1_000_000L,
        model,
        workers == 0 ? Runtime.getRuntime().availableProcessors() : workers,
        queue,
        maxConnections,
        rateLimit,
        trustedProxies,
        publicUrl,
        historyRows,
        totalRows,
        retentionDays,
        jdbcUrl,
        jdbcUser,
        jdbcPassword,
        metricsPort,
        metricsHost,
        accessLog,
        drainSeconds,
        drainDelay);
  }

  /** Whether the server is to be tried only. */
  public boolean check() {
    return check;
  }

  private static void atLeast(String option, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(
          option + ": expected at least " + least + ", got " + value);
    }
  }
}
