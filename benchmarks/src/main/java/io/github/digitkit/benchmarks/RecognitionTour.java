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
  private static final int MEGAPIXEL_SIDE = 1000;
  private static final int LARGE_SIDE = 7072;

  private final DigitRecognizer recognizer = DigitRecognizer.load();
  private final Dataset digits = SyntheticDigits.balanced(DIGITS, SEED);

  void run(Consumer<Measurement> found) {
    GrayImage digit = line(1);
    byte[] png = encoded(digit, "png");
    found.accept(median("28x28 PNG to its digit, median", () -> recognize(png)));
    found.accept(
        new Measurement(
            "28x28 PNG to its digit, allocated",
            kernels(),
            Allocation.of(() -> recognize(png)),
            "B"));
    byte[] jpeg = encoded(enlarged(digit, MEGAPIXEL_SIDE), "jpeg");
    found.accept(median("1 megapixel JPEG to its digit, median", () -> recognize(jpeg)));
    GrayImage large = enlarged(digit, LARGE_SIDE);
    found.accept(median("50 megapixels, decoded, median", () -> recognizer.recognize(large)));
    GrayImage line = line(DIGITS);
    found.accept(median("line of 32 digits, decoded, median", () -> recognizer.readNumber(line)));
  }

  private void recognize(byte[] picture) {
    try {
      recognizer.recognize(new ByteArrayInputStream(picture));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Measurement median(String what, Runnable operation) {
    double microseconds = Stopwatch.time(operation).median();
    return new Measurement(what, kernels(), microseconds, "us");
  }

  private static String kernels() {
    return Kernels.best().name();
  }

  /** The picture with every pixel repeated. */
  private static GrayImage enlarged(GrayImage image, int side) {
    byte[] source = image.toByteArray();
    byte[] luminance = new byte[side * side];
    for (int row = 0; row < side; row++) {
      int line = row * image.height() / side * image.width();
      for (int column = 0; column < side; column++) {
        luminance[row * side + column] = source[line + column * image.width() / side];
      }
    }
    return GrayImage.of(side, side, luminance);
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

  private static byte[] encoded(GrayImage image, String format) {
    BufferedImage picture =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_BYTE_GRAY);
    picture.getRaster().setDataElements(0, 0, image.width(), image.height(), image.toByteArray());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
