package io.github.digitkit.web.http;

import io.github.digitkit.web.work.NamedThreads;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One JSON object a line for every request: time, method, route, status, bytes, milliseconds.
 * Nothing that tells a person: no address, no cookie, no user agent, no query, and the route's
 * template instead of the path. Lines are written by a thread of their own; where it cannot keep up
 * lines are dropped and counted, requests are not delayed. Thread-safe.
 */
public final class AccessLog implements RequestObserver, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
  private static final int WAITING_LINES = 8192;
  private static final String END = "";

  private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(WAITING_LINES);
  private final AtomicLong dropped = new AtomicLong();
  private final OutputStream out;
  private final Thread writer;

  /**
   * Starts the writer.
   *
   * @param out closed by {@link #close()}
   */
  public AccessLog(OutputStream out) {
    this.out = new BufferedOutputStream(out, 1 << 16);
    this.writer = NamedThreads.daemons("access-log").newThread(this::writeAll);
    writer.start();
  }

  /**
   * Appends to a file, or writes to standard output.
   *
   * @param target a path, or {@code stdout}
   * @throws IOException if the file cannot be opened
   */
  public static AccessLog to(String target) throws IOException {
    return new AccessLog(
        target.equals("stdout")
            ? standardOutput()
            : Files.newOutputStream(
                Path.of(target), StandardOpenOption.CREATE, StandardOpenOption.APPEND));
  }

  /** Standard output is flushed in place of being closed: it is not ours. */
  private static OutputStream standardOutput() {
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

  @Override
  public void done(String method, String template, Reply reply, long nanos) {
    // Written by hand: every value is a number, a constant of ours or a checked HTTP method.
    String line =
        "{\"time\":\""
            + Instant.now()
            + "\",\"method\":\""
            + (isToken(method) ? method : "?")
            + "\",\"route\":\""
            + template
            + "\",\"status\":"
            + reply.status()
            + ",\"bytes\":"
            + reply.body().length
            + ",\"ms\":"
            + String.format(Locale.ROOT, "%.2f", nanos / 1e6)
            + "}\n";
    if (!lines.offer(line)) {
      dropped.incrementAndGet();
    }
  }

  private static boolean isToken(String method) {
    return method.length() <= 16 && method.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }

  private void writeAll() {
    try {
      String line = lines.take();
      while (!line.equals(END)) {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        line = next();
      }
      out.flush();
    } catch (IOException failed) {
      LOG.error("the access log cannot be written, it ends here", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private String next() throws IOException, InterruptedException {
    String line = lines.poll();
    if (line != null) {
      return line;
    }
    out.flush();
    return lines.take();
  }

  /** Lines lost so far because the disk could not keep up. */
  public long dropped() {
    return dropped.get();
  }

  /** Writes what waits, for at most two seconds, then closes the stream. */
  @Override
  public void close() {
    try {
      if (lines.offer(END, 2, TimeUnit.SECONDS)) {
        writer.join(2000);
      }
      out.close();
    } catch (IOException failed) {
      LOG.warn("closing the access log failed", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
