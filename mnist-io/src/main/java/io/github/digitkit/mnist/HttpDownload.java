package io.github.digitkit.mnist;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches a file over HTTP into a {@link PartialFile}, and goes on where an earlier attempt ended.
 *
 * <p>On {@link HttpURLConnection}: its read time-out also covers the body, that of {@code
 * java.net.http.HttpClient} ends with the headers.
 */
final class HttpDownload {
  /** Hears how many bytes there are, and how many there will be or -1. */
  @FunctionalInterface
  interface Progress {
    void progressed(long bytes, long total);
  }

  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int MAX_REDIRECTS = 5;
  private static final int BUFFER = 1 << 16;
  private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");

  private final Duration connectTimeout;
  private final Duration readTimeout;
  private final Duration totalTimeout;
  private final long maxBytes;

  HttpDownload(
      Duration connectTimeout, Duration readTimeout, Duration totalTimeout, long maxBytes) {
    this.connectTimeout = connectTimeout;
    this.readTimeout = readTimeout;
    this.totalTimeout = totalTimeout;
    this.maxBytes = maxBytes;
  }

  /** Completes the part, or leaves in it what came before the exception. */
  void fetch(URI uri, PartialFile part, Progress progress) throws IOException {
    Optional<String> validator = part.validator(uri);
    long start = validator.isPresent() ? part.size() : 0;
    HttpURLConnection connection = connect(uri, start, validator);
    try {
      int status = connection.getResponseCode();
      if (status == RANGE_NOT_SATISFIABLE && start > 0) {
        part.discard();
        fetch(uri, part, progress);
      } else if (status == HttpURLConnection.HTTP_PARTIAL && start > 0) {
        checkRange(connection, start);
        copy(connection, start, part.append(), progress);
      } else if (status == HttpURLConnection.HTTP_OK) {
        copy(connection, 0, part.begin(uri, validatorOf(connection)), progress);
      } else {
        throw new IOException("HTTP status " + status);
      }
    } finally {
      connection.disconnect();
    }
  }

  private HttpURLConnection connect(URI uri, long start, Optional<String> validator)
      throws IOException {
    URI at = uri;
    for (int i = 0; i <= MAX_REDIRECTS; i++) {
      HttpURLConnection connection = open(at);
      if (validator.isPresent()) {
        connection.setRequestProperty("Range", "bytes=" + start + "-");
        connection.setRequestProperty("If-Range", validator.get());
      }
      if (!REDIRECTS.contains(connection.getResponseCode())) {
        return connection;
      }
      try {
        at = redirected(at, connection);
      } finally {
        connection.disconnect();
      }
    }
    throw new IOException("more than " + MAX_REDIRECTS + " redirects");
  }

  private HttpURLConnection open(URI uri) throws IOException {
    String scheme = String.valueOf(uri.getScheme());
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IOException("expected an http or https address, got " + uri);
    }
    if (!(uri.toURL().openConnection() instanceof HttpURLConnection connection)) {
      throw new IOException("no HTTP connection to " + uri);
    }
    connection.setConnectTimeout(millis(connectTimeout));
    connection.setReadTimeout(millis(readTimeout));
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setRequestProperty("User-Agent", "digitkit");
    return connection;
  }

  /** Follows also from http to https, which the JDK does not, but never back. */
  private static URI redirected(URI from, HttpURLConnection connection) throws IOException {
    String location = connection.getHeaderField("Location");
    if (location == null) {
      throw new IOException("a redirect without an address");
    }
    URI to;
    try {
      to = from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new IOException("a redirect to a malformed address: " + location, e);
    }
    if ("https".equals(from.getScheme()) && !"https".equals(to.getScheme())) {
      throw new IOException("a redirect from https to " + to.getScheme() + " is not followed");
    }
    return to;
  }

  private static void checkRange(HttpURLConnection connection, long start) throws IOException {
    String range = String.valueOf(connection.getHeaderField("Content-Range"));
    Matcher matcher = CONTENT_RANGE.matcher(range);
    if (!matcher.matches() || !matcher.group(1).equals(Long.toString(start))) {
      throw new IOException("asked for the bytes from " + start + ", got the range " + range);
    }
  }

  private void copy(HttpURLConnection connection, long start, OutputStream out, Progress progress)
      throws IOException {
    long length = connection.getContentLengthLong();
    long total = length < 0 ? -1 : start + length;
    long deadline = System.nanoTime() + totalTimeout.toNanos();
    long bytes = start;
    try (out;
        InputStream in = connection.getInputStream()) {
      checkSize(total);
      progress.progressed(bytes, total);
      byte[] buffer = new byte[BUFFER];
      for (int n; (n = read(in, buffer, bytes, total)) >= 0; ) {
        bytes += n;
        checkSize(bytes);
        out.write(buffer, 0, n);
        progress.progressed(bytes, total);
        if (System.nanoTime() - deadline > 0) {
          throw new IOException("not done after " + totalTimeout.toSeconds() + " s");
        }
      }
    }
    // Older JDKs take a closed connection for the end.
    if (total >= 0 && bytes != total) {
      throw broken(bytes, total, new EOFException("too few"));
    }
  }

  /** Reads, and says of a failure how far it got, which a failure to write must not. */
  private static int read(InputStream in, byte[] buffer, long bytes, long total)
      throws IOException {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      throw broken(bytes, total, e);
    }
  }

  private static IOException broken(long bytes, long total, IOException cause) {
    String all = total < 0 ? "unknown" : Long.toString(total);
    return new IOException(
        "the connection broke after " + bytes + " of " + all + " bytes: " + cause.getMessage(),
        cause);
  }

  private void checkSize(long bytes) throws IOException {
    if (bytes > maxBytes) {
      throw new IOException("larger than the limit of " + maxBytes + " bytes");
    }
  }

  /** A weak ETag names no exact bytes (RFC 9110, 13.1.5); the date is the next best. */
  private static Optional<String> validatorOf(HttpURLConnection connection) {
    return Optional.ofNullable(connection.getHeaderField("ETag"))
        .filter(tag -> tag.startsWith("\""))
        .or(() -> Optional.ofNullable(connection.getHeaderField("Last-Modified")));
  }

  private static int millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }
}
