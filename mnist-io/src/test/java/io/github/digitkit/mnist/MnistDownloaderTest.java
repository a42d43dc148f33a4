package io.github.digitkit.mnist;

import static io.github.digitkit.mnist.LoopbackMirror.cutting;
import static io.github.digitkit.mnist.LoopbackMirror.redirect;
import static io.github.digitkit.mnist.LoopbackMirror.reply;
import static io.github.digitkit.mnist.LoopbackMirror.status;
import static io.github.digitkit.mnist.LoopbackMirror.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MnistDownloaderTest {
  private static final IdxArray ARRAY = SampleArrays.images(100, 28, 28);
  private static final byte[] GZIPPED = Packed.gzip(SampleArrays.file(ARRAY));
  private static final RemoteFile FILE =
      new RemoteFile("train-images-idx3-ubyte.gz", ARRAY.sha256());
  private static final String OTHER_SHA = SampleArrays.images(99, 28, 28).sha256();

  @TempDir Path home;

  private final List<String> events = new ArrayList<>();

  @Test
  void aFileArrivesVerifiedAndNothingElseStays() throws IOException {
    try (LoopbackMirror mirror = new LoopbackMirror(whole(GZIPPED))) {
      assertThat(downloader(mirror).fetch(folder())).isEqualTo(folder());
      assertThat(target()).hasBinaryContent(GZIPPED);
      assertThat(visibleFiles()).containsExactly(FILE.name());
      assertThat(mirror.requests()).containsExactly("/" + FILE.name());
      assertThat(events).contains("finished " + FILE.name());
      assertThat(events).contains(GZIPPED.length + " of " + GZIPPED.length);
    }
  }

  @Test
  void whatIsThereIsVerifiedAndNotFetchedAgain() throws IOException {
    Files.createDirectories(folder());
    new IdxWriter().write(ARRAY, folder().resolve("train-images.idx3-ubyte"));
    try (LoopbackMirror mirror = new LoopbackMirror(status(500))) {
      downloader(mirror).fetch(folder());
      assertThat(mirror.requests()).isEmpty();
    }
  }

  @Test
  void aForeignFileInTheWayIsNamedAndLeftAlone() throws IOException {
    Files.createDirectories(folder());
    new IdxWriter().write(SampleArrays.labels(10), target());
    try (LoopbackMirror mirror = new LoopbackMirror(whole(GZIPPED))) {
      assertThatThrownBy(() -> downloader(mirror).fetch(folder()))
          .hasMessageContainingAll("not MNIST's", target().toString(), FILE.sha256());
      assertThat(new IdxReader().read(target())).isEqualTo(SampleArrays.labels(10));
    }
  }

  @Test
  void aBrokenConnectionIsContinuedWhereItEnded() throws IOException {
    int third = GZIPPED.length / 3;
    try (LoopbackMirror mirror = new LoopbackMirror(cutting(GZIPPED, third + 1))) {
      downloader(mirror).fetch(folder());
      assertThat(target()).hasBinaryContent(GZIPPED);
      assertThat(mirror.requests())
          .hasSize(3)
          .element(1)
          .isEqualTo("/" + FILE.name() + " bytes=" + (third + 1) + "-");
      assertThat(visibleFiles()).containsExactly(FILE.name());
    }
  }

  @Test
  void alsoALaterRunContinues() throws IOException {
    int there = GZIPPED.length - 10;
    try (LoopbackMirror mirror = new LoopbackMirror(cutting(GZIPPED, 10_000))) {
      partOf(mirror, "\"v1\"", Arrays.copyOf(GZIPPED, there));
      downloader(mirror).fetch(folder());
      assertThat(mirror.requests()).containsExactly("/" + FILE.name() + " bytes=" + there + "-");
      assertThat(target()).hasBinaryContent(GZIPPED);
    }
  }

  @Test
  void aFileThatChangedMeanwhileIsFetchedAnew() throws IOException {
    try (LoopbackMirror mirror = new LoopbackMirror(cutting(GZIPPED, GZIPPED.length))) {
      partOf(mirror, "\"v0\"", new byte[500]);
      downloader(mirror).fetch(folder());
      assertThat(target()).hasBinaryContent(GZIPPED);
    }
  }

  @Test
  void aPartThatTheServerDoesNotAcceptIsFetchedAnew() throws IOException {
    try (LoopbackMirror mirror =
        new LoopbackMirror(
            exchange -> {
              boolean ranged = exchange.getRequestHeaders().containsKey("Range");
              (ranged ? status(416) : whole(GZIPPED)).handle(exchange);
            })) {
      partOf(mirror, "\"v1\"", new byte[GZIPPED.length + 5]);
      downloader(mirror).fetch(folder());
      assertThat(target()).hasBinaryContent(GZIPPED);
    }
  }

  @Test
  void aRangeOtherThanAskedForIsRefused() throws IOException {
    try (LoopbackMirror mirror =
        new LoopbackMirror(
            exchange -> {
              exchange.getResponseHeaders().set("Content-Range", "bytes 7-9/10");
              reply(exchange, 206, new byte[3]);
            })) {
      partOf(mirror, "\"v1\"", new byte[500]);
      assertThatThrownBy(() -> downloader(mirror).fetch(folder()))
          .hasMessageContaining("asked for the bytes from 500, got the range bytes 7-9/10");
    }
  }

  @Test
  void theNextMirrorIsAskedWhenOneHasOtherBytes() throws IOException {
    byte[] other = Packed.gzip(SampleArrays.file(SampleArrays.images(99, 28, 28)));
    try (LoopbackMirror wrong = new LoopbackMirror(whole(other));
        LoopbackMirror page = new LoopbackMirror(whole("<html>".getBytes(StandardCharsets.UTF_8)));
        LoopbackMirror right = new LoopbackMirror(whole(GZIPPED))) {
      downloader(wrong, page, right).fetch(folder());
      assertThat(target()).hasBinaryContent(GZIPPED);
      assertThat(events)
          .anyMatch(event -> event.contains("SHA-256 of the decompressed bytes is " + OTHER_SHA))
          .anyMatch(event -> event.contains("as a web page does"));
    }
  }

  @Test
  void everyMirrorsReasonIsInTheMessage() throws IOException {
    try (LoopbackMirror absent = new LoopbackMirror(status(404));
        LoopbackMirror cut = new LoopbackMirror(cutting(GZIPPED, 0));
        LoopbackMirror damaged = new LoopbackMirror(whole(Packed.gzip(new byte[50])))) {
      assertThatThrownBy(() -> downloader(absent, cut, damaged).fetch(folder()))
          .isInstanceOf(MissingDataException.class)
          .hasMessageContainingAll(
              "no mirror gave " + FILE.name(),
              target().toString(),
              absent.address() + ": HTTP status 404",
              cut.address() + ": the connection broke after 0 of " + GZIPPED.length,
              damaged.address() + ": IdxFormatException",
              "--data synthetic");
      assertThat(visibleFiles()).isEmpty();
    }
  }

  @Test
  void aMirrorThatDoesNotAnswerCostsOnlyTheTimeOut() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    try (LoopbackMirror silent =
            new LoopbackMirror(
                exchange -> {
                  exchange.sendResponseHeaders(200, 1000);
                  exchange.getResponseBody().write(1);
                  exchange.getResponseBody().flush();
                  await(never);
                });
        LoopbackMirror right = new LoopbackMirror(whole(GZIPPED))) {
      builder(silent, right).readTimeout(Duration.ofMillis(300)).build().fetch(folder());
      assertThat(target()).hasBinaryContent(GZIPPED);
    } finally {
      never.countDown();
    }
  }

  @Test
  void moreBytesThanAllowedAreRefusedAnnouncedOrNot() throws IOException {
    try (LoopbackMirror announced = new LoopbackMirror(whole(GZIPPED));
        LoopbackMirror endless =
            new LoopbackMirror(
                exchange -> {
                  exchange.sendResponseHeaders(200, 0);
                  exchange.getResponseBody().write(GZIPPED);
                })) {
      assertThatThrownBy(() -> builder(announced, endless).maxBytes(5000).build().fetch(folder()))
          .hasMessageContainingAll(
              announced.address() + ": larger than the limit of 5000 bytes",
              endless.address() + ": larger than the limit of 5000 bytes");
    }
  }

  @Test
  void redirectsAreFollowedButNotForEver() throws IOException {
    try (LoopbackMirror right = new LoopbackMirror(whole(GZIPPED));
        LoopbackMirror moved = new LoopbackMirror(redirect(right.address() + "moved"));
        LoopbackMirror loop = new LoopbackMirror(redirect("/again"));
        LoopbackMirror file = new LoopbackMirror(redirect("file:///etc/passwd"))) {
      downloader(loop, file, moved).fetch(folder());
      assertThat(target()).hasBinaryContent(GZIPPED);
      assertThat(right.requests()).containsExactly("/moved");
      assertThat(events)
          .anyMatch(event -> event.contains("more than 5 redirects"))
          .anyMatch(event -> event.contains("expected an http or https address, got file:"));
    }
  }

  @Test
  void offlineNamesWhatIsMissingAndTouchesNothing() {
    assertThatThrownBy(() -> MnistDownloader.offline().fetch(folder()))
        .isInstanceOf(MissingDataException.class)
        .hasMessageContainingAll(
            "offline", folder().toString(), "no train-images-idx3-ubyte.gz", "t10k-labels");
    assertThat(folder()).doesNotExist();
  }

  @Test
  void twoDownloadsIntoOneFolderDoNotMix() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (LoopbackMirror mirror =
        new LoopbackMirror(
            exchange -> {
              asked.countDown();
              await(go);
              whole(GZIPPED).handle(exchange);
            })) {
      List<Throwable> failures = new ArrayList<>();
      Thread first =
          new Thread(
              () -> {
                try {
                  downloader(mirror).fetch(folder());
                } catch (IOException | RuntimeException e) {
                  failures.add(e);
                }
              });
      first.start();
      asked.await();
      assertThatThrownBy(() -> downloader(mirror).fetch(folder()))
          .hasMessageContaining("is downloading to " + folder() + " already");
      go.countDown();
      first.join();
      assertThat(failures).isEmpty();
      assertThat(target()).hasBinaryContent(GZIPPED);
    }
  }

  private MnistDownloader downloader(LoopbackMirror... mirrors) {
    return builder(mirrors).build();
  }

  private MnistDownloader.Builder builder(LoopbackMirror... mirrors) {
    return MnistDownloader.builder()
        .files(List.of(FILE))
        .mirrors(Stream.of(mirrors).map(LoopbackMirror::address).toList())
        .readTimeout(Duration.ofSeconds(20))
        .listener(new RecordingListener(events));
  }

  private void partOf(LoopbackMirror mirror, String validator, byte[] content) throws IOException {
    Files.createDirectories(folder());
    URI uri = mirror.address().resolve(FILE.name());
    try (OutputStream out = new PartialFile(target()).begin(uri, Optional.of(validator))) {
      out.write(content);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Path folder() {
    return home.resolve("cache").resolve("mnist");
  }

  private Path target() {
    return folder().resolve(FILE.name());
  }

  private List<String> visibleFiles() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> !name.equals(".digitkit.lock"))
          .toList();
    }
  }
}
