package io.github.digitkit.train.data.synthetic;

import io.github.digitkit.train.data.ByteDataset;
import io.github.digitkit.train.data.Dataset;
import io.github.digitkit.train.random.CounterRandom;
import java.util.stream.IntStream;

/** Makes data sets of pictures, each from its own random stream, on all processors. */
final class PictureMaker {
  private static final int BLOCK = 256;

  /** Draws one picture on an empty canvas and names its class. */
  interface Artist {
    int paint(Canvas canvas, Scribe scribe, CounterRandom random);
  }

  private PictureMaker() {}

  /** Picture {@code i} follows from the seed, the stream and {@code i} alone. */
  static Dataset make(int size, int classes, long seed, long stream, Artist artist) {
    if (size < 1) {
      throw new IllegalArgumentException("size must be at least 1, got " + size);
    }
    int area = Canvas.FRAME * Canvas.FRAME;
    byte[] pixels = new byte[Math.multiplyExact(size, area)];
    int[] labels = new int[size];
    IntStream.range(0, (size - 1) / BLOCK + 1)
        .parallel()
        .forEach(
            block -> {
              Canvas canvas = new Canvas();
              Scribe scribe = new Scribe();
              CounterRandom random = new CounterRandom(seed);
              int end = Math.min((block + 1) * BLOCK, size);
              for (int i = block * BLOCK; i < end; i++) {
                random.rekey(seed, stream, i);
                canvas.clear();
                labels[i] = artist.paint(canvas, scribe, random);
                canvas.frame(pixels, i * area);
              }
            });
    return ByteDataset.wrap(pixels, labels, Canvas.FRAME, Canvas.FRAME, classes);
  }
}
