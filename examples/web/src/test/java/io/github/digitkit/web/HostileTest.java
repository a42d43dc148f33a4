package io.github.digitkit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent: a clear 4xx, and the next good request is answered. */
class HostileTest {
  private static final String POST = "POST /api/v1/recognitions HTTP/1.1\r\nHost: x\r\n";

  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start(folder, "--max-upload", "1M");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void theNextGoodRequestIsAnswered() throws Exception {
    HttpResponse<byte[]> reply = new Visitor(server).recognize(Pictures.digit(3));
    assertThat(reply.statusCode()).isEqualTo(200);
  }

  static Stream<Map.Entry<String, byte[]>> files() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("GIF of 35 bytes that announces 30000x30000", gifHeader(30_000, 30_000));
    files.put("PNG of 2^31 columns", png(Integer.MAX_VALUE, Integer.MAX_VALUE, new byte[10]));
    files.put("PNG of 20000x20000 zeros", png(20_000, 20_000, new byte[1000]));
    files.put("PNG without data", png(100, 100, new byte[0]));
    files.put("PNG of no columns", png(0, 10, new byte[10]));
    files.put("wrong checksum", damaged(Pictures.digit(3)));
    files.put("half a PNG", half(Pictures.png(300, 300, 3)));
    files.put("half a JPEG", half(jpeg()));
    files.put("WebP", "RIFF\0\0\0\0WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1));
    files.put("text", "seven".getBytes(StandardCharsets.UTF_8));
    files.put("HTML", "<html><body>7</body></html>".getBytes(StandardCharsets.UTF_8));
    files.put(
        "SVG that includes a file",
        "<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>"
            .getBytes(StandardCharsets.UTF_8));
    files.put("zip", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    files.put("one byte", new byte[1]);
    byte[] noise = new byte[50_000];
    new Random(5).nextBytes(noise);
    files.put("noise of seed 5", noise);
    System.arraycopy(Pictures.digit(1), 0, noise, 0, 33);
    files.put("PNG header before noise of seed 5", noise.clone());
    return files.entrySet().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void refusesFilesThatAreNoSoundPicture(Map.Entry<String, byte[]> file) throws Exception {
    for (String path : new String[] {"/api/v1/recognitions", "/api/v1/numbers?save=true"}) {
      long start = System.nanoTime();
      HttpResponse<byte[]> reply = new Visitor(server).send("POST", path, file.getValue());
      assertThat(reply.statusCode()).isEqualTo(422);
      assertThat(System.nanoTime() - start).as("nanoseconds").isLessThan(5_000_000_000L);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../../etc/passwd",
        "/css/../../../etc/passwd",
        "/css/%2e%2e/%2e%2e/etc/passwd",
        "/css/..%2f..%2fetc%2fpasswd",
        "/css/..;/..;/etc/passwd",
        "/%00",
        "/css/base.css%00.png",
        "//etc/passwd",
        "/css\\..\\..\\secret",
        "/api/v1/history/%2e%2e/model/../../x",
        "/WEB-INF/web.xml",
        "/db/migration/V1__visitors_and_history.sql",
        "/pages/layout.html",
        "/api/v1/history?q=%ff%fe",
        "/api/v1/history?q=%zz",
        "/api/v1/history?size=%00",
        "/api/v1/history?page=99999999999999999999"
      })
  void servesNothingForPathTricks(String path) throws Exception {
    try (RawConnection connection = new RawConnection(server)) {
      int status = connection.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").status();
      assertThat(status).isIn(400, 404);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "POST /api/v1/recognitions HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST /api/v1/recognitions HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
        "POST /api/v1/recognitions HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "POST /api/v1/recognitions HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n",
        "POST /api/v1/recognitions HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "POST /api/v1/recognitions HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"
      })
  void refusesMalformedRequests(String request) throws Exception {
    try (RawConnection connection = new RawConnection(server)) {
      assertThat(connection.send(request).status()).isBetween(400, 505).isNotEqualTo(500);
    }
  }

  @Test
  void treatsMalformedCookiesLikeNone() throws Exception {
    for (String cookie :
        new String[] {"=", ";;;=;", "digitkit=\"", "a=\u00ff\u0001", "$Version=9; x"}) {
      try (RawConnection connection = new RawConnection(server)) {
        String request =
            "GET /api/v1/history HTTP/1.1\r\nHost: x\r\nCookie: " + cookie + "\r\n\r\n";
        assertThat(connection.send(request).status()).isIn(200, 400);
      }
    }
  }

  @Test
  void refusesOversizedHeaders() throws Exception {
    try (RawConnection connection = new RawConnection(server)) {
      String header = "X: " + "y".repeat(20_000) + "\r\n\r\n";
      assertThat(connection.send("GET / HTTP/1.1\r\nHost: x\r\n" + header).status()).isEqualTo(431);
    }
    try (RawConnection connection = new RawConnection(server)) {
      String path = "/" + "y".repeat(20_000);
      assertThat(connection.send("GET " + path + " HTTP/1.1\r\n\r\n").status()).isIn(414, 431);
    }
  }

  @Test
  void countsBytesOfABodyWithoutALength() throws Exception {
    try (RawConnection connection = new RawConnection(server)) {
      connection.send(POST + "Transfer-Encoding: chunked\r\n\r\n");
      byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 20; i++) {
        connection.send(chunk);
      }
      assertThat(connection.send("0\r\n\r\n").status()).isEqualTo(413);
    }
  }

  @Test
  void refusesABodyThatEndsTooEarly() throws Exception {
    try (RawConnection connection = new RawConnection(server)) {
      connection.send(POST + "Content-Length: 1000\r\n\r\nshort");
    }
    // The client is gone: what matters is that nothing stays behind, see below.
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=other",
        "multipart/form-data; boundary=\"",
        "multipart/form-data; charset=x; boundary=cut-here; boundary=other"
      })
  void refusesFormsWithABrokenBoundary(String type) throws Exception {
    byte[] form = Forms.of("a.png", Pictures.digit(3), "b.png", Pictures.digit(3));
    Visitor visitor = new Visitor(server);
    HttpResponse<byte[]> reply =
        visitor.send("POST", "/api/v1/recognitions", form, "Content-Type", type);
    assertThat(reply.statusCode()).isIn(200, 400);
  }

  @Test
  void refusesBrokenForms() throws Exception {
    Visitor visitor = new Visitor(server);
    byte[] good = Forms.of("a.png", Pictures.digit(3), "b.png", Pictures.digit(3));
    for (byte[] form :
        new byte[][] {
          Forms.manyParts(5000),
          Forms.manyParts(33),
          half(good),
          "--cut-here--\r\n".getBytes(StandardCharsets.UTF_8),
          "--cut-here\r\n\r\nno headers\r\n--cut-here--\r\n".getBytes(StandardCharsets.UTF_8),
          ("--cut-here\r\nX: " + "y".repeat(9000) + "\r\n\r\n\r\n--cut-here--\r\n")
              .getBytes(StandardCharsets.UTF_8)
        }) {
      HttpResponse<byte[]> reply =
          visitor.send("POST", "/api/v1/recognitions", form, "Content-Type", Forms.TYPE);
      assertThat(reply.statusCode()).isEqualTo(400);
    }
  }

  @Test
  void answersManyRequestsInOnePacketInOrder() throws Exception {
    try (RawConnection connection = new RawConnection(server)) {
      connection.send(
          "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /nothing HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(connection.status()).isEqualTo(200);
    }
  }

  @Test
  void keepsNoMemoryThreadsOrFilesOfRefusedRequests() throws Exception {
    Visitor visitor = new Visitor(server);
    byte[] large = new byte[900_000];
    for (int round = 0; round < 3; round++) {
      hundredRefusals(visitor, large);
    }
    metricsAtRest(visitor);
    long threads = threads();
    long files = openFiles();
    long memory = usedMemory();
    for (int round = 0; round < 3; round++) {
      hundredRefusals(visitor, large);
    }
    assertThat(metricsAtRest(visitor)).contains("uploads_bytes 0.0").contains("pixels_flight 0.0");
    assertThat(onceBelow(threads + 10, HostileTest::threads))
        .as("threads")
        .isLessThan(threads + 10);
    assertThat(onceBelow(files + 10, HostileTest::openFiles)).as("files").isLessThan(files + 10);
    long most = memory + 20_000_000;
    assertThat(onceBelow(most, HostileTest::usedMemory)).as("bytes kept").isLessThan(most);
  }

  /**
   * A figure once it is below a limit, or as it stays: the server sees the end of the connections
   * that a client has closed a little later than the client does.
   */
  private static long onceBelow(long limit, LongSupplier figure) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (figure.getAsLong() >= limit && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    return figure.getAsLong();
  }

  private static long threads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  /** The server's metrics once it has noticed that the last connections were closed. */
  private static String metricsAtRest(Visitor visitor) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    String metrics = "";
    while (!metrics.contains("uploads_bytes 0.0") && System.nanoTime() < end) {
      Thread.sleep(20);
      metrics = new String(visitor.get("/metrics").body(), StandardCharsets.UTF_8);
    }
    return metrics;
  }

  private static void hundredRefusals(Visitor visitor, byte[] large) throws Exception {
    for (int i = 0; i < 100; i++) {
      assertThat(visitor.recognize(large).statusCode()).isEqualTo(422);
    }
    for (int i = 0; i < 20; i++) {
      try (RawConnection connection = new RawConnection(server)) {
        connection.send(POST + "Content-Length: 100000\r\n\r\npart");
      }
    }
  }

  /** Open files and connections, where the system tells. */
  private static long openFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  private static long usedMemory() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static byte[] gifHeader(int width, int height) {
    byte[] gif = new byte[35];
    System.arraycopy("GIF89a".getBytes(StandardCharsets.US_ASCII), 0, gif, 0, 6);
    gif[6] = (byte) width;
    gif[7] = (byte) (width >> 8);
    gif[8] = (byte) height;
    gif[9] = (byte) (height >> 8);
    gif[10] = (byte) 0x80;
    return gif;
  }

  private static byte[] png(int width, int height, byte[] zeros) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    byte[] header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).array();
    chunk(out, "IHDR", header);
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(data)) {
      deflater.write(zeros);
    }
    chunk(out, "IDAT", zeros.length == 0 ? zeros : data.toByteArray());
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
  }

  private static byte[] damaged(byte[] file) {
    byte[] damaged = file.clone();
    damaged[damaged.length / 2] ^= 1;
    return damaged;
  }

  private static byte[] half(byte[] file) {
    return Arrays.copyOf(file, file.length / 2);
  }

  private static byte[] jpeg() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), "jpg", out);
    return out.toByteArray();
  }
}
