package io.github.digitkit.web.work;

import io.github.digitkit.web.reading.Kind;
import io.github.digitkit.web.reading.Reader;
import io.github.digitkit.web.reading.Reading;
import io.github.digitkit.web.reading.UnreadablePictureException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * Decodes and reads pictures on bounded lanes. Drawings are small and somebody waits for each
 * stroke, photographs take a hundred times as long: they have lanes of their own, so that a burst
 * of photographs never delays a drawing. Thread-safe.
 */
public final class Readings implements AutoCloseable {
  private static final long SMALL_PIXELS = 1L << 19;
  private static final int SMALL_BYTES = 1 << 17;
  private static final int LARGE_QUEUE = 32;
  private static final Duration DRAWING_PATIENCE = Duration.ofSeconds(1);
  private static final Duration DRAWING_HURRY = Duration.ofMillis(20);
  private static final Duration PHOTO_PATIENCE = Duration.ofSeconds(10);

  private final Reader reader;
  private final Lane small;
  private final Lane large;
  private final Budget pixels;
  private final long maxPixels;

  /**
   * Starts the lanes.
   *
   * @param workers threads for small pictures, about the number of cores
   * @param queue small pictures that may wait
   * @param maxPixels of one picture
   * @param pixelsInFlight pixels that may be decoded or wait for it at one time
   */
  public Readings(Reader reader, int workers, int queue, long maxPixels, long pixelsInFlight) {
    this.reader = reader;
    this.small = new Lane("drawing", workers, queue, DRAWING_PATIENCE, DRAWING_HURRY);
    this.large = new Lane("photo", Math.max(1, workers - 1), LARGE_QUEUE, PHOTO_PATIENCE);
    this.maxPixels = maxPixels;
    this.pixels = new Budget("pixels", pixelsInFlight);
  }

  /** What is done with a reading while still on the worker's thread. */
  @FunctionalInterface
  public interface Finisher<T> {
    /** Makes the result, for instance an answer and a thumbnail. */
    T finish(Reading reading, Duration took);
  }

  /**
   * Reads one picture. The future fails with {@link UnreadablePictureException} or {@link
   * OverloadedException}.
   *
   * @param encoded the picture. Not modified.
   */
  public <T> CompletableFuture<T> read(byte[] encoded, Kind kind, Finisher<T> finisher) {
    long size = PictureSize.pixels(encoded);
    if (size > maxPixels) {
      return CompletableFuture.failedFuture(
          new UnreadablePictureException(
              "the picture has " + size + " pixels, at most " + maxPixels + " are read"));
    }
    try {
      pixels.take(size);
    } catch (OverloadedException full) {
      return CompletableFuture.failedFuture(full);
    }
    Lane lane = size <= SMALL_PIXELS && encoded.length <= SMALL_BYTES ? small : large;
    Callable<T> job = () -> readNow(encoded, kind, finisher);
    return lane.submit(job).whenComplete((done, failed) -> pixels.giveBack(size));
  }

  private <T> T readNow(byte[] encoded, Kind kind, Finisher<T> finisher)
      throws UnreadablePictureException {
    long start = System.nanoTime();
    Reading reading = reader.read(encoded, kind);
    return finisher.finish(reading, Duration.ofNanos(System.nanoTime() - start));
  }

  /** Whether a drawing would be refused, or wait in vain. */
  public boolean overloaded() {
    return small.overloaded();
  }

  /** Whether any picture is being read now. */
  public boolean busy() {
    return small.running() + large.running() > 0;
  }

  /** The lane of drawings, for measuring. */
  public Lane small() {
    return small;
  }

  /** The lane of photographs, for measuring. */
  public Lane large() {
    return large;
  }

  /** Pixels in flight, for measuring. */
  public Budget pixels() {
    return pixels;
  }

  @Override
  public void close() {
    small.close();
    large.close();
  }
}
