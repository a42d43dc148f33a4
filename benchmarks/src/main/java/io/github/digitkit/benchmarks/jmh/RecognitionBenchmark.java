package io.github.digitkit.benchmarks.jmh;

import io.github.digitkit.recognizer.DigitRecognizer;
import io.github.digitkit.recognizer.Recognition;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From a picture's file to its digit, with the bundled weights. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RecognitionBenchmark {
  private static final int EXPECTED = 1;

  /** Which kernels; the recogniser takes those of {@code digitkit.kernels}. */
  @Param({"plain", "vector"})
  public String kernels = "plain";

  /** Pixels of the picture's sides. */
  @Param({"100", "1000"})
  public int side = 100;

  private DigitRecognizer recognizer = DigitRecognizer.load();
  private byte[] picture = {};

  /** Draws a picture and looks at the answer. */
  @Setup
  public void prepare() throws IOException {
    System.setProperty("digitkit.kernels", kernels);
    recognizer = DigitRecognizer.load();
    picture = stroke(side);
    if (recognize().digit() != EXPECTED) {
      throw new IllegalStateException("a vertical stroke was read as " + recognize());
    }
  }

  private static byte[] stroke(int side) throws IOException {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, side, side);
    graphics.setColor(Color.BLACK);
    graphics.setStroke(
        new BasicStroke(side * 0.08f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.drawLine(side / 2, side / 5, side / 2, side * 4 / 5);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  /** PNG bytes to a recognition. */
  @Benchmark
  public Recognition recognize() throws IOException {
    return recognizer.recognize(new ByteArrayInputStream(picture));
  }
}
