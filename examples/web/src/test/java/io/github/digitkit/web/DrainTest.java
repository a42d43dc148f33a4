package io.github.digitkit.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.digitkit.web.reading.Kind;
import io.github.digitkit.web.reading.ModelCard;
import io.github.digitkit.web.reading.Reader;
import io.github.digitkit.web.reading.Reading;
import io.github.digitkit.web.reading.UnreadablePictureException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when too much is asked, and when the server is told to stop. */
class DrainTest {
  /** Reads only when it is allowed to, but for the server's warm-up, which reads behind it. */
  private static final class HeldReader implements Reader {
    private final Reader reader = new InkReader();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch allowed = new CountDownLatch(1);
    private volatile boolean warm;

    @Override
    public Reading read(byte[] encoded, Kind kind) throws UnreadablePictureException {
      if (!warm || Thread.currentThread().getName().contains("warm-up")) {
        return reader.read(encoded, kind);
      }
      started.countDown();
      try {
        allowed.await(20, TimeUnit.SECONDS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      return reader.read(encoded, kind);
    }

    @Override
    public ModelCard model() {
      return reader.model();
    }
  }

  @Test
  void aFullQueueAnswers503AtOnceAndProbesGoOn(@TempDir Path folder) throws Exception {
    HeldReader reader = new HeldReader();
    try (TestServer server = TestServer.start(reader, folder, "--workers", "1", "--queue", "2")) {
      reader.warm = true;
      List<CompletableFuture<HttpResponse<byte[]>>> replies = new ArrayList<>();
      replies.add(recognize(server));
      reader.started.await();
      for (int i = 0; i < 20; i++) {
        replies.add(recognize(server));
      }
      long refused = 0;
      long start = System.nanoTime();
      while (refused < 18 && System.nanoTime() - start < 10_000_000_000L) {
        refused = replies.stream().filter(reply -> reply.isDone()).count();
        Thread.sleep(5);
      }
      assertThat(refused).as("answered while the worker is held").isEqualTo(18);
      HttpResponse<byte[]> busy =
          replies.stream().filter(r -> r.isDone()).findFirst().orElseThrow().join();
      assertThat(busy.statusCode()).isEqualTo(503);
      assertThat(busy.headers().firstValue("retry-after")).contains("1");
      start = System.nanoTime();
      assertThat(new Visitor(server).get("/healthz").statusCode()).isEqualTo(200);
      assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
      reader.allowed.countDown();
      assertThat(replies.get(0).join().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void stoppingFinishesWhatRuns(@TempDir Path folder) throws Exception {
    HeldReader reader = new HeldReader();
    TestServer server = TestServer.start(reader, folder, "--drain-delay", "1");
    reader.warm = true;
    CompletableFuture<HttpResponse<byte[]>> reply = recognize(server);
    Visitor idle = new Visitor(server);
    assertThat(idle.get("/readyz").statusCode()).isEqualTo(200);
    reader.started.await();
    CompletableFuture<Void> stop = CompletableFuture.runAsync(server::close);
    Thread.sleep(300);
    assertThat(idle.get("/readyz").statusCode()).as("while stopping").isEqualTo(503);
    assertThat(idle.get("/healthz").statusCode()).as("while stopping").isEqualTo(200);
    Thread.sleep(1200);
    reader.allowed.countDown();
    assertThat(reply.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    stop.get(15, TimeUnit.SECONDS);
  }

  private static CompletableFuture<HttpResponse<byte[]>> recognize(TestServer server) {
    CompletableFuture<HttpResponse<byte[]>> reply = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                reply.complete(
                    new Visitor(server)
                        .send("POST", "/api/v1/recognitions?save=true", Pictures.digit(3)));
              } catch (Exception failed) {
                reply.completeExceptionally(failed);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return reply;
  }
}
