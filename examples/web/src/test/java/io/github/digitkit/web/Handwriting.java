package io.github.digitkit.web;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Digits as a pen writes them, each stroke a curve through a few points. */
public final class Handwriting {
  private static final int SHEET = 100;
  private static final int SIDE = 28;

  // By digit: the strokes, each x and y in turns on a sheet of 100 by 100.
  private static final double[][][] DIGITS = {
    {{52, 16, 36, 24, 29, 48, 35, 74, 52, 82, 68, 70, 72, 46, 66, 24, 50, 17}},
    {{40, 30, 52, 18, 52, 50, 51, 84}},
    {{32, 34, 38, 20, 56, 16, 67, 27, 63, 44, 46, 64, 30, 81, 48, 78, 72, 80}},
    {{32, 24, 46, 15, 64, 22, 62, 40, 46, 47, 64, 54, 68, 72, 50, 84, 30, 75}},
    {{44, 15, 36, 36, 28, 55, 48, 56, 76, 54}, {62, 34, 61, 60, 60, 86}},
    {{66, 18, 50, 19, 38, 20, 36, 34, 34, 46, 50, 42, 66, 54, 64, 74, 46, 84, 30, 77}},
    {{60, 16, 44, 32, 34, 56, 36, 76, 52, 84, 66, 74, 64, 58, 50, 52, 37, 64}},
    {{28, 24, 46, 22, 72, 20, 62, 42, 50, 64, 44, 86}, {38, 52, 50, 50, 66, 50}},
    {{64, 25, 48, 16, 36, 28, 46, 44, 62, 58, 63, 76, 48, 84, 34, 73, 42, 55, 58, 42, 65, 27}},
    {{64, 30, 50, 18, 36, 30, 40, 46, 56, 46, 65, 30, 64, 56, 58, 84}},
  };

  private Handwriting() {}

  /** The strokes of a digit, each x and y in turns on a sheet of 100 by 100. */
  static double[][] strokes(int digit) {
    return DIGITS[digit];
  }

  /**
   * A Catmull-Rom curve through the points, each moved a little.
   *
   * @param points x and y in turns. Not modified.
   * @param left added to every x
   * @param scale factor of the points
   */
  static Path2D curve(double[] points, double left, double scale, Random random) {
    int count = points.length / 2;
    double[] x = new double[count];
    double[] y = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = left + scale * points[2 * i] + random.nextGaussian() * scale / 2;
      y[i] = scale * points[2 * i + 1] + random.nextGaussian() * scale / 2;
    }
    Path2D path = new Path2D.Double();
    path.moveTo(x[0], y[0]);
    for (int i = 0; i + 1 < count; i++) {
      int before = Math.max(0, i - 1);
      int after = Math.min(count - 1, i + 2);
      path.curveTo(
          x[i] + (x[i + 1] - x[before]) / 6,
          y[i] + (y[i + 1] - y[before]) / 6,
          x[i + 1] - (x[after] - x[i]) / 6,
          y[i + 1] - (y[after] - y[i]) / 6,
          x[i + 1],
          y[i + 1]);
    }
    return path;
  }

  /** A drawn digit of 28x28 pixels, black on white, as a PNG file. */
  public static byte[] png(int digit, Random random) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, SIDE, SIDE);
    pen.setColor(Color.BLACK);
    pen.setStroke(new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (double[] stroke : DIGITS[digit]) {
      pen.draw(curve(stroke, 0, (double) SIDE / SHEET, random));
    }
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
    return out.toByteArray();
  }
}
