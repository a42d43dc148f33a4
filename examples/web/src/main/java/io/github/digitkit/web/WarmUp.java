package io.github.digitkit.web;

import io.github.digitkit.web.page.Resources;
import io.github.digitkit.web.reading.Kind;
import io.github.digitkit.web.reading.Reader;
import io.github.digitkit.web.reading.Reading;
import io.github.digitkit.web.reading.Thumbnail;
import io.github.digitkit.web.reading.UnreadablePictureException;
import java.time.Duration;

/**
 * Reads sample pictures until the JVM has compiled the way from picture to answer: the first reads
 * take a hundred times as long as later ones, and a crowd that met them would only see 503.
 */
final class WarmUp {
  private static final Duration LONGEST = Duration.ofSeconds(8);
  private static final int DRAWINGS = 6000;
  private static final int NUMBERS = 20;

  private WarmUp() {}

  static void run(Reader reader) throws UnreadablePictureException {
    long end = System.nanoTime() + LONGEST.toNanos();
    byte[] number = Resources.read("img/samples/number.jpg");
    for (int i = 0; i < NUMBERS && System.nanoTime() < end; i++) {
      reader.read(number, Kind.NUMBER);
    }
    Reading photo = reader.read(Resources.read("img/samples/seven.jpg"), Kind.DIGIT);
    byte[] drawing = Thumbnail.png(photo.picture());
    for (int i = 0; i < DRAWINGS && System.nanoTime() < end; i++) {
      reader.read(drawing, Kind.DIGIT);
    }
  }
}
