package io.github.digitkit.web.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.digitkit.web.Handwriting;
import io.github.digitkit.web.reading.DigitKitReader;
import io.github.digitkit.web.reading.Kind;
import io.github.digitkit.web.reading.Reader;
import io.github.digitkit.web.reading.UnreadablePictureException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the server bears, measured against {@code ./digitkit serve} in a process of its own. Not
 * part of the tests, because its figures mean something on a machine that does nothing else only:
 *
 * <pre>
 * mvn -pl examples/web -am test -Dtest=LoadCheck -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 *
 * {@code -Dtest=LoadCheck#steady} runs one of them; {@code -Dload.visitors} and {@code
 * -Dload.seconds} make it smaller; {@code -Dload.prefix="taskset -c 1"} starts the server so. Needs
 * Linux and two open files a visitor ({@code ulimit -n}).
 */
class LoadCheck {
  private static final int VISITORS = Integer.getInteger("load.visitors", 10_000);
  private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("load.seconds", 60));
  private static final List<String> PREFIX =
      List.of(System.getProperty("load.prefix", "").trim().split("\\s+")).stream()
          .filter(word -> !word.isEmpty())
          .toList();
  // Until the JVM has compiled what is hot; not counted.
  private static final Duration WARM_UP = Duration.ofSeconds(15);
  private static final Duration BETWEEN = Duration.ofSeconds(10);
  private static final Duration AT_ONCE = Duration.ZERO;
  private static final int FEW = 16;

  @TempDir Path data;

  private static List<byte[]> drawings() {
    Random random = new Random(7);
    return IntStream.range(0, 200).mapToObj(i -> Handwriting.png(i % 10, random)).toList();
  }

  /** Everybody keeps a connection and has a drawing read every ten seconds. */
  @Test
  void steady() throws Exception {
    try (ServerProcess server = ServerProcess.start(data, PREFIX);
        Crowd crowd = new Crowd(server.port(), VISITORS, BETWEEN, drawings())) {
      crowd.run(WARM_UP);
      double cpu = server.cpuSeconds();
      Outcome outcome = crowd.run(TIME);
      print("steady, " + VISITORS + " visitors", outcome, server, cpu);
      assertThat(outcome.errors() + outcome.closed() + outcome.refusals().count()).isZero();
      assertThat(outcome.answers().millis(0.99)).isLessThanOrEqualTo(50);
      assertThat(server.peakMegabytes()).isLessThanOrEqualTo(600);
    }
  }

  /** Everybody asks again as soon as answered: most must be refused, nobody kept waiting. */
  @Test
  void flood() throws Exception {
    try (ServerProcess server = ServerProcess.start(data, PREFIX);
        Crowd crowd = new Crowd(server.port(), VISITORS / 20, AT_ONCE, drawings())) {
      crowd.run(WARM_UP);
      double cpu = server.cpuSeconds();
      Outcome outcome = crowd.run(TIME.dividedBy(4));
      print("flood, " + VISITORS / 20 + " visitors", outcome, server, cpu);
      assertThat(outcome.errors() + outcome.closed()).isZero();
      assertThat(outcome.answers().millis(0.99)).isLessThanOrEqualTo(100);
      assertThat(outcome.health().millis(0.99)).isLessThanOrEqualTo(100);
      assertThat(server.peakMegabytes()).isLessThanOrEqualTo(600);
    }
  }

  /** A few ask as fast as they can: the peak, beside what the engine does on its own. */
  @Test
  void peak() throws Exception {
    double engine = engineOnOneThread();
    try (ServerProcess server = ServerProcess.start(data, PREFIX);
        Crowd crowd = new Crowd(server.port(), FEW, AT_ONCE, drawings())) {
      crowd.run(WARM_UP);
      double cpu = server.cpuSeconds();
      Outcome outcome = crowd.run(TIME.dividedBy(4));
      print("peak, " + FEW + " visitors", outcome, server, cpu);
      double used = (server.cpuSeconds() - cpu) / outcome.seconds();
      System.out.printf(
          Locale.ROOT,
          "  engine on one thread: %.0f/s; over HTTP %.0f/s with %.2f cores, %.0f %% of the engine"
              + " on as many%n",
          engine,
          outcome.answersPerSecond(),
          used,
          100 * outcome.answersPerSecond() / (engine * used));
    }
  }

  /** Decodes and reads the same drawings without a server, for five seconds after as many. */
  private static double engineOnOneThread() throws Exception {
    Reader reader = DigitKitReader.load(Optional.empty(), 1 << 20, 1 << 20);
    List<byte[]> drawings = drawings();
    read(reader, drawings, Duration.ofSeconds(5));
    return read(reader, drawings, Duration.ofSeconds(5));
  }

  private static double read(Reader reader, List<byte[]> drawings, Duration time)
      throws UnreadablePictureException {
    long start = System.nanoTime();
    int count = 0;
    while (System.nanoTime() - start < time.toNanos()) {
      reader.read(drawings.get(count % drawings.size()), Kind.DIGIT);
      count++;
    }
    return count / ((System.nanoTime() - start) / 1e9);
  }

  private static void print(String what, Outcome outcome, ServerProcess server, double cpuBefore)
      throws Exception {
    System.out.printf(
        Locale.ROOT,
        "%s, %s%n  server: at most %d MB, %.2f of %d cores%n",
        what,
        outcome,
        server.peakMegabytes(),
        (server.cpuSeconds() - cpuBefore) / outcome.seconds(),
        Runtime.getRuntime().availableProcessors());
  }
}
