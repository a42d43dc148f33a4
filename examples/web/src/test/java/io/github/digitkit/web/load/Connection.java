package io.github.digitkit.web.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept-alive connection: writes a request, takes its answer to pieces without keeping it. */
final class Connection {
  private static final int END_OF_HEAD = 0x0d0a0d0a;
  private static final int LONGEST_HEAD = 4096;

  private final SocketChannel channel;
  private final SelectionKey key;
  private final byte[] head = new byte[LONGEST_HEAD];
  private ByteBuffer out = ByteBuffer.allocate(0);
  private int headLength;
  private int lastFour;
  private int bodyLeft = -1;
  private int status;
  private long due;
  private boolean waiting;

  Connection(InetSocketAddress address, Selector selector) throws IOException {
    this.channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.connect(address);
    this.key = channel.register(selector, SelectionKey.OP_CONNECT, this);
  }

  /** Whether the connection has just been made. */
  boolean connected() throws IOException {
    if (!key.isConnectable() || !channel.finishConnect()) {
      return false;
    }
    key.interestOps(SelectionKey.OP_READ);
    return true;
  }

  /** The moment at which the request under way, or the next one, was to be sent. */
  long due() {
    return due;
  }

  void dueAt(long nanos) {
    due = nanos;
  }

  /** The status of the last answer. */
  int status() {
    return status;
  }

  void send(ByteBuffer request) throws IOException {
    out = request.duplicate();
    waiting = true;
    write();
  }

  /** Goes on writing if the socket has room again. */
  void write() throws IOException {
    channel.write(out);
    key.interestOps(
        out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
  }

  /**
   * Reads what is there.
   *
   * @param input scratch. Overwritten.
   * @return whether the answer is complete
   * @throws IOException if the server has closed the connection
   */
  boolean read(ByteBuffer input) throws IOException {
    input.clear();
    if (channel.read(input) < 0) {
      throw new IOException("closed by the server");
    }
    input.flip();
    while (input.hasRemaining() && bodyLeft < 0) {
      takeHead(input.get());
    }
    int skipped = Math.min(Math.max(0, bodyLeft), input.remaining());
    bodyLeft -= skipped;
    if (bodyLeft != 0) {
      return false;
    }
    bodyLeft = -1;
    waiting = false;
    return true;
  }

  private void takeHead(byte next) {
    head[headLength++] = next;
    lastFour = (lastFour << 8) | (next & 0xff);
    if (lastFour == END_OF_HEAD) {
      String text = new String(head, 0, headLength, StandardCharsets.ISO_8859_1);
      status = Integer.parseInt(text, 9, 12, 10);
      int length = text.toLowerCase(Locale.ROOT).indexOf("content-length: ");
      int from = length + "content-length: ".length();
      bodyLeft = length < 0 ? 0 : Integer.parseInt(text, from, text.indexOf('\r', from), 10);
      headLength = 0;
      lastFour = 0;
    }
  }

  /** Whether an answer is under way. */
  boolean waiting() {
    return waiting;
  }

  /** Closes the connection; says whether it was open. */
  boolean close() {
    boolean open = channel.isOpen();
    waiting = false;
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      // That is all that was wanted.
    }
    return open;
  }
}
