package io.github.digitkit.web.config;

import io.github.digitkit.web.http.AddressRange;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The options of a server after checking; {@link ServerOptions} describes each.
 *
 * @param host address to listen on
 * @param port 0 for any free one
 * @param dataDir folder of the database
 * @param maxUpload bytes
 * @param maxPixels of one picture
 * @param model weights, empty for the bundled ones
 * @param workers threads that read pictures
 * @param queue drawings that may wait
 * @param maxConnections open at one time
 * @param rateLimit requests a second and address, 0 for none
 * @param trustedProxies whose forwarding headers are believed
 * @param publicUrl of the site
 * @param historyRows a visitor
 * @param totalRows of all visitors
 * @param retentionDays of a row
 * @param jdbcUrl of a shared database
 * @param jdbcUser of the shared database
 * @param jdbcPassword of the shared database
 * @param metricsPort empty for the main port
 * @param metricsHost address of the metrics port
 * @param accessLog {@code off}, {@code stdout} or a file
 * @param drainSeconds longest time to finish requests
 * @param drainDelay seconds between "not ready" and refusing connections
 */
public record Settings(
    String host,
    int port,
    Path dataDir,
    int maxUpload,
    long maxPixels,
    Optional<Path> model,
    int workers,
    int queue,
    int maxConnections,
    int rateLimit,
    List<AddressRange> trustedProxies,
    Optional<URI> publicUrl,
    int historyRows,
    long totalRows,
    int retentionDays,
    Optional<String> jdbcUrl,
    String jdbcUser,
    String jdbcPassword,
    Optional<Integer> metricsPort,
    String metricsHost,
    String accessLog,
    int drainSeconds,
    int drainDelay) {}
