package io.github.digitkit.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Many visitors on one thread: each keeps a connection and has a drawing read every so often.
 *
 * <pre>LoadClient PORT CONNECTIONS SECONDS-BETWEEN-REQUESTS SECONDS [PICTURE...]</pre>
 *
 * With 0 seconds between requests every connection asks again as soon as it is answered: a flood.
 * Prints requests, errors, closed connections and percentiles of the time to the answer, counted
 * from the moment at which a request was due, so that a late client does not flatter the server.
 */
final class LoadClient {
  private static final int CONNECTS_IN_FLIGHT = 200;

  private final InetSocketAddress address;
  private final int connections;
  private final long periodNanos;
  private final List<ByteBuffer> requests = new ArrayList<>();
  private final Random random = new Random(42);
  private final ByteBuffer input = ByteBuffer.allocateDirect(1 << 16);
  private final List<Peer> peers = new ArrayList<>();
  private long[] latencies = new long[1 << 16];
  private int answered;
  private int refused;
  private int failed;
  private int closed;
  private long refusedNanos;

  private LoadClient(int port, int connections, double period) {
    this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.connections = connections;
    this.periodNanos = (long) (period * 1e9);
  }

  private static final class Peer {
    private SocketChannel channel;
    private SelectionKey key;
    private ByteBuffer out;
    private final StringBuilder head = new StringBuilder();
    private int bodyLeft = -1;
    private int status;
    private long due;
    private boolean waiting;
  }

  public static void main(String[] arguments) throws IOException {
    LoadClient client =
        new LoadClient(
            Integer.parseInt(arguments[0]),
            Integer.parseInt(arguments[1]),
            Double.parseDouble(arguments[2]));
    if (arguments.length == 4) {
      for (int digit = 0; digit < 10; digit++) {
        client.addPicture(Pictures.digit(digit));
      }
    }
    for (int i = 4; i < arguments.length; i++) {
      client.addPicture(Files.readAllBytes(Path.of(arguments[i])));
    }
    client.run(Double.parseDouble(arguments[3]));
  }

  private void addPicture(byte[] picture) {
    byte[] head =
        ("POST /api/v1/recognitions HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/png\r\n"
                + "Content-Length: "
                + picture.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    requests.add(
        ByteBuffer.allocateDirect(head.length + picture.length).put(head).put(picture).flip());
  }

  private void run(double seconds) throws IOException {
    try (Selector selector = Selector.open()) {
      connect(selector);
      long start = System.nanoTime();
      long end = start + (long) (seconds * 1e9);
      for (Peer peer : peers) {
        peer.due = start + (long) (random.nextDouble() * Math.max(periodNanos, 1_000_000));
      }
      Deque<Peer> schedule =
          new ArrayDeque<>(peers.stream().sorted((a, b) -> Long.compare(a.due, b.due)).toList());
      while (System.nanoTime() < end) {
        askAllDue(schedule);
        selector.selectNow();
        for (SelectionKey key : selector.selectedKeys()) {
          serve((Peer) key.attachment(), schedule);
        }
        selector.selectedKeys().clear();
        pause(schedule);
      }
      report((System.nanoTime() - start) / 1e9);
    }
  }

  /** Sleeps until the next request is due, but never long: the answers are timed. */
  private static void pause(Deque<Peer> schedule) {
    Peer next = schedule.peekFirst();
    if (next != null && next.due - System.nanoTime() < 200_000) {
      return;
    }
    LockSupport.parkNanos(100_000);
  }

  private void connect(Selector selector) throws IOException {
    long start = System.nanoTime();
    int pending = 0;
    int opened = 0;
    while (opened < connections) {
      while (pending < CONNECTS_IN_FLIGHT && opened + pending < connections) {
        Peer peer = new Peer();
        peer.channel = SocketChannel.open();
        peer.channel.configureBlocking(false);
        peer.channel.connect(address);
        peer.key = peer.channel.register(selector, SelectionKey.OP_CONNECT, peer);
        peers.add(peer);
        pending++;
      }
      selector.select(1000);
      for (SelectionKey key : selector.selectedKeys()) {
        if (key.isConnectable() && ((Peer) key.attachment()).channel.finishConnect()) {
          key.interestOps(SelectionKey.OP_READ);
          pending--;
          opened++;
        }
      }
      selector.selectedKeys().clear();
    }
    System.out.printf(
        Locale.ROOT, "%d connections in %.2f s%n", opened, (System.nanoTime() - start) / 1e9);
  }

  private void askAllDue(Deque<Peer> schedule) throws IOException {
    long now = System.nanoTime();
    Peer next = schedule.peekFirst();
    while (next != null && next.due <= now) {
      schedule.removeFirst();
      if (next.channel.isOpen()) {
        next.out = requests.get(random.nextInt(requests.size())).duplicate();
        next.waiting = true;
        write(next);
      }
      next = schedule.peekFirst();
    }
  }

  private static void write(Peer peer) throws IOException {
    peer.channel.write(peer.out);
    peer.key.interestOps(
        peer.out.hasRemaining()
            ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
            : SelectionKey.OP_READ);
  }

  private void serve(Peer peer, Deque<Peer> schedule) throws IOException {
    if (!peer.key.isValid()) {
      return;
    }
    if (peer.key.isWritable() && peer.out != null && peer.out.hasRemaining()) {
      write(peer);
    }
    if (!peer.key.isReadable()) {
      return;
    }
    input.clear();
    int read;
    try {
      read = peer.channel.read(input);
    } catch (IOException reset) {
      read = -1;
    }
    if (read < 0) {
      closed++;
      peer.channel.close();
      return;
    }
    input.flip();
    while (input.hasRemaining()) {
      parse(peer, schedule);
    }
  }

  private void parse(Peer peer, Deque<Peer> schedule) {
    if (peer.bodyLeft < 0) {
      while (input.hasRemaining()) {
        peer.head.append((char) input.get());
        if (peer.head.length() > 3 && peer.head.lastIndexOf("\r\n\r\n") == peer.head.length() - 4) {
          String head = peer.head.toString();
          peer.status = Integer.parseInt(head.substring(9, 12));
          int length = head.toLowerCase(Locale.ROOT).indexOf("content-length: ") + 16;
          peer.bodyLeft = Integer.parseInt(head.substring(length, head.indexOf('\r', length)));
          peer.head.setLength(0);
          break;
        }
      }
    }
    if (peer.bodyLeft >= 0) {
      int skipped = Math.min(peer.bodyLeft, input.remaining());
      input.position(input.position() + skipped);
      peer.bodyLeft -= skipped;
      if (peer.bodyLeft == 0) {
        peer.bodyLeft = -1;
        done(peer, schedule);
      }
    }
  }

  private void done(Peer peer, Deque<Peer> schedule) {
    long now = System.nanoTime();
    if (!peer.waiting) {
      failed++;
      return;
    }
    peer.waiting = false;
    if (peer.status == 200) {
      if (answered == latencies.length) {
        latencies = Arrays.copyOf(latencies, 2 * answered);
      }
      latencies[answered++] = now - peer.due;
    } else if (peer.status == 503) {
      refused++;
      refusedNanos += now - peer.due;
    } else {
      failed++;
    }
    peer.due = periodNanos == 0 ? now : peer.due + periodNanos;
    schedule.addLast(peer);
  }

  private void report(double seconds) {
    long[] sorted = Arrays.copyOf(latencies, answered);
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%.1f s: %d answers (%.0f/s), %d refused with 503, %d other errors, %d closed%n",
        seconds,
        answered,
        answered / seconds,
        refused,
        failed,
        closed);
    if (answered > 0) {
      System.out.printf(
          Locale.ROOT,
          "answers: p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, max %.2f ms%n",
          at(sorted, 0.5),
          at(sorted, 0.9),
          at(sorted, 0.99),
          at(sorted, 0.999),
          at(sorted, 1));
    }
    if (refused > 0) {
      System.out.printf(Locale.ROOT, "503s: mean %.2f ms%n", refusedNanos / 1e6 / refused);
    }
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
  }
}
