package io.github.digitkit.benchmarks;

import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.recognizer.DigitRecognizer;
import io.github.digitkit.recognizer.image.GrayImage;
import io.github.digitkit.train.data.Dataset;
import io.github.digitkit.train.data.synthetic.SyntheticDigits;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** From a picture to its digits, with the bundled weights on the kernels that they choose. */
final class RecognitionTour {
  private static final int DIGITS = 32;
  private static final int SEED = 5;
  private static final int WHITE = 255;

  private final DigitRecognizer recognizer = DigitRecognizer.load();
  private final Dataset digits = SyntheticDigits.balanced(DIGITS, SEED);

  void run(Consumer<Measurement> found) {
    byte[] png = png(line(1));
    found.accept(
        median(
            "28x28 PNG to its digit, median",
            () -> {
              try {
                recognizer.recognize(new ByteArrayInputStream(png));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }));
    GrayImage line = line(DIGITS);
    found.accept(median("line of 32 digits, decoded, median", () -> recognizer.readNumber(line)));
  }

  private static Measurement median(String what, Runnable operation) {
    double microseconds = Stopwatch.time(operation).median();
    return new Measurement(what, Kernels.best().name(), microseconds, "us");
  }

  /** The first so many digits side by side, black on white. */
  private GrayImage line(int count) {
    int side = digits.height();
    byte[] luminance = new byte[count * side * side];
    float[] ink = new float[side * side];
    for (int i = 0; i < count; i++) {
      digits.copyImage(i, ink, 0);
      for (int at = 0; at < ink.length; at++) {
        int column = i * side + at % side;
        luminance[at / side * count * side + column] = (byte) (WHITE - Math.round(WHITE * ink[at]));
      }
    }
    return GrayImage.of(count * side, side, luminance);
  }

  private static byte[] png(GrayImage image) {
    BufferedImage picture =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_BYTE_GRAY);
    picture.getRaster().setDataElements(0, 0, image.width(), image.height(), image.toByteArray());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
