package io.github.digitkit.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.digitkit.web.reading.DigitKitReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a visitor waits for the answer to a part of a stroke: bundled network, real browser,
 * loopback. Not part of the tests, because its figures mean something on a quiet machine only:
 * {@code mvn -pl examples/web -am test -Dtest=StrokeCheck -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class StrokeCheck {
  private static final int STROKES = 20;
  private static final double ALLOWED_MILLIS = 50;

  @Test
  void everyPartOfAStrokeIsAnsweredAtOnce(@TempDir Path folder) throws Exception {
    try (TestServer server =
            TestServer.start(
                DigitKitReader.load(Optional.empty(), 10 << 20, 50_000_000),
                folder.resolve("data"));
        Browser browser = Browser.start(server, folder.resolve("profile"))) {
      browser.open("/recognize");
      for (int i = 0; i < STROKES; i++) {
        browser.drawWithMouse();
        browser.waitFor("#answer:not([data-state=empty])");
        browser.click("#clear");
      }
      List<?> millis =
          (List<?>)
              browser.run(
                  "return performance.getEntriesByType('resource')"
                      + ".filter(e => e.name.includes('/recognitions?'))"
                      + ".filter(e => !e.name.includes('save'))"
                      + ".map(e => e.duration).sort((a, b) => a - b)");
      double median = at(millis, 0.5);
      System.out.printf(
          Locale.ROOT,
          "%d parts of strokes: p50 %.1f ms, p99 %.1f ms from the browser's request to the answer%n",
          millis.size(),
          median,
          at(millis, 0.99));
      assertThat(median).isLessThan(ALLOWED_MILLIS);
    }
  }

  private static double at(List<?> sorted, double share) {
    return ((Number) sorted.get((int) (share * (sorted.size() - 1)))).doubleValue();
  }
}
