package io.github.digitkit.web.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Many visitors on one thread: each keeps a connection and has a drawing read every so often. Times
 * are counted from the moment at which a request was due, so that a late client does not flatter
 * the server. One more connection asks {@code /healthz} twenty times a second.
 */
final class Crowd implements AutoCloseable {
  private static final int CONNECTS_IN_FLIGHT = 200;
  private static final long HEALTH_NANOS = Duration.ofMillis(50).toNanos();
  private static final long MILLISECOND = 1_000_000;
  private static final ByteBuffer HEALTH =
      ascii("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");

  private final Random random = new Random(42);
  private final ByteBuffer input = ByteBuffer.allocateDirect(1 << 16);
  private final Selector selector = Selector.open();
  private final List<ByteBuffer> requests;
  private final List<Connection> visitors = new ArrayList<>();
  private final Connection probe;
  private final long periodNanos;
  private final Deque<Connection> schedule = new ArrayDeque<>();

  private Latencies answers = new Latencies();
  private Latencies refusals = new Latencies();
  private Latencies health = new Latencies();
  private int errors;
  private int closed;

  /**
   * Connects all visitors.
   *
   * @param period between two requests of one visitor; zero to ask again as soon as answered
   */
  Crowd(int port, int size, Duration period, List<byte[]> pictures) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.requests = pictures.stream().map(Crowd::request).toList();
    this.periodNanos = period.toNanos();
    this.probe = connect(address, 1).get(0);
    visitors.addAll(connect(address, size));
  }

  private static ByteBuffer ascii(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static ByteBuffer request(byte[] picture) {
    ByteBuffer head =
        ascii(
            "POST /api/v1/recognitions HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/png\r\n"
                + "Content-Length: "
                + picture.length
                + "\r\n\r\n");
    return ByteBuffer.allocateDirect(head.remaining() + picture.length)
        .put(head)
        .put(picture)
        .flip();
  }

  private List<Connection> connect(InetSocketAddress address, int count) throws IOException {
    List<Connection> made = new ArrayList<>();
    int pending = 0;
    while (made.size() < count) {
      for (; pending < CONNECTS_IN_FLIGHT && made.size() + pending < count; pending++) {
        new Connection(address, selector);
      }
      selector.select(1000);
      for (SelectionKey key : selector.selectedKeys()) {
        Connection connection = (Connection) key.attachment();
        if (connection.connected()) {
          made.add(connection);
          pending--;
        }
      }
      selector.selectedKeys().clear();
    }
    return made;
  }

  /** Lets the visitors ask, beginning anew with counting. */
  Outcome run(Duration time) throws IOException {
    answers = new Latencies();
    refusals = new Latencies();
    health = new Latencies();
    long start = System.nanoTime();
    plan(start);
    probe.dueAt(start);
    while (System.nanoTime() - start < time.toNanos()) {
      askAllDue();
      select();
    }
    finish();
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Outcome(seconds, answers, refusals, errors, closed, health);
  }

  /** Spreads the first requests over one period, so that they come evenly from then on. */
  private void plan(long start) {
    long spread = Math.max(periodNanos, MILLISECOND);
    visitors.forEach(each -> each.dueAt(start + (long) (random.nextDouble() * spread)));
    visitors.sort(Comparator.comparingLong(Connection::due));
    schedule.clear();
    schedule.addAll(visitors);
  }

  /** Waits for the answers that are still under way, two seconds at most. */
  private void finish() throws IOException {
    schedule.clear();
    long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
    while (visitors.stream().anyMatch(Connection::waiting) && System.nanoTime() < end) {
      select();
    }
  }

  private void askAllDue() throws IOException {
    long now = System.nanoTime();
    if (!probe.waiting() && probe.due() <= now) {
      probe.send(HEALTH);
    }
    for (Connection next = schedule.peekFirst();
        next != null && next.due() <= now;
        next = schedule.peekFirst()) {
      schedule.removeFirst();
      try {
        next.send(requests.get(random.nextInt(requests.size())));
      } catch (IOException reset) {
        lost(next);
      }
    }
  }

  private void select() throws IOException {
    Connection next = schedule.peekFirst();
    if (next != null && next.due() - System.nanoTime() < MILLISECOND) {
      selector.selectNow();
    } else {
      selector.select(1);
    }
    for (SelectionKey key : selector.selectedKeys()) {
      if (key.isValid()) {
        serve(key, (Connection) key.attachment());
      }
    }
    selector.selectedKeys().clear();
  }

  private void serve(SelectionKey key, Connection connection) {
    try {
      if (key.isWritable()) {
        connection.write();
      }
      if (key.isReadable() && connection.read(input)) {
        answered(connection, System.nanoTime());
      }
    } catch (IOException reset) {
      lost(connection);
    }
  }

  private void answered(Connection connection, long now) {
    long time = now - connection.due();
    if (connection == probe) {
      health.add(time);
      probe.dueAt(now + HEALTH_NANOS);
      return;
    }
    switch (connection.status()) {
      case 200 -> answers.add(time);
      case 503 -> refusals.add(time);
      default -> errors++;
    }
    connection.dueAt(periodNanos == 0 ? now : connection.due() + periodNanos);
    schedule.addLast(connection);
  }

  private void lost(Connection connection) {
    if (connection.close()) {
      closed++;
    }
  }

  @Override
  public void close() throws IOException {
    visitors.forEach(Connection::close);
    probe.close();
    selector.close();
  }
}
