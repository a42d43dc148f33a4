package io.github.digitkit.web;

import io.github.digitkit.web.page.Resources;
import io.github.digitkit.web.reading.Kind;
import io.github.digitkit.web.reading.Picture;
import io.github.digitkit.web.reading.Reader;
import io.github.digitkit.web.reading.Thumbnail;
import io.github.digitkit.web.reading.UnreadablePictureException;
import io.github.digitkit.web.work.NamedThreads;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads samples on a thread of its own while the server already answers, so that the JVM's compiler
 * has done its work before many visitors come: an uncompiled reading takes a hundred times as long
 * as a compiled one. While a visitor's picture is being read it waits: that one warms up as well.
 */
final class WarmUp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
  private static final int DRAWINGS = 6000;
  private static final int DRAWINGS_A_NUMBER = 300;
  private static final long GIVE_WAY_MILLIS = 2;

  private final Reader reader;
  private final BooleanSupplier busy;
  private final Thread thread;

  /**
   * Prepares it.
   *
   * @param reader what to warm up; shared, not closed
   * @param busy whether visitors' pictures are being read now
   */
  WarmUp(Reader reader, BooleanSupplier busy) {
    this.reader = reader;
    this.busy = busy;
    this.thread = NamedThreads.daemons("warm-up").newThread(this::run);
  }

  /** Begins; to be called when the server answers, as it takes the processor from the start. */
  void start() {
    thread.start();
  }

  private void run() {
    try {
      byte[] number = Resources.read("img/samples/number.jpg");
      Picture seven = reader.read(Resources.read("img/samples/seven.jpg"), Kind.DIGIT).picture();
      byte[] drawing = Thumbnail.png(seven);
      for (int i = 0; i < DRAWINGS; i++) {
        giveWay();
        reader.read(drawing, Kind.DIGIT);
        if (i % DRAWINGS_A_NUMBER == 0) {
          reader.read(number, Kind.NUMBER);
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (UnreadablePictureException | RuntimeException failed) {
      LOG.warn("warming up failed, the first answers will be slow", failed);
    }
  }

  private void giveWay() throws InterruptedException {
    do {
      Thread.sleep(busy.getAsBoolean() ? GIVE_WAY_MILLIS : 0);
    } while (busy.getAsBoolean());
  }

  /** Stops after the sample that is being read. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
