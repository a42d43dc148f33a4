package io.github.digitkit.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A connection for what no HTTP client would send. */
final class RawConnection implements AutoCloseable {
  private final Socket socket;

  RawConnection(TestServer server) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(20_000);
  }

  RawConnection send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  RawConnection send(byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
    out.flush();
    return this;
  }

  /** The status of the next answer; 0 if the connection was closed without one. */
  int status() throws IOException {
    String head = head();
    return head.isEmpty() ? 0 : Integer.parseInt(head.substring(9, 12));
  }

  private String head() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    try {
      int next = in.read();
      while (next >= 0 && !head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        head.write(next);
        next = in.read();
      }
    } catch (java.net.SocketException reset) {
      // What came before the reset is the answer.
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  /** Whether the server closes the connection within the time; what it still sends is ignored. */
  boolean closedWithin(int milliseconds) throws IOException {
    socket.setSoTimeout(milliseconds);
    try {
      InputStream in = socket.getInputStream();
      while (in.read() >= 0) {
        // Ignored.
      }
      return true;
    } catch (SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
