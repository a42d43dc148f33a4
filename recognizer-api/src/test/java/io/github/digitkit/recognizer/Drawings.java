package io.github.digitkit.recognizer;

import io.github.digitkit.recognizer.image.GrayImage;
import java.util.List;

/** Digits drawn with a round pen, dark on light paper. */
final class Drawings {
  private static final int SIDE = 96;
  private static final double PEN = 4;

  private Drawings() {}

  static List<GrayImage> all() {
    return List.of(zero(), one(), four(), seven());
  }

  static GrayImage zero() {
    double[] circle = new double[2 * 41];
    for (int i = 0; i <= 40; i++) {
      circle[2 * i] = 48 + 20 * Math.cos(i * Math.PI / 20);
      circle[2 * i + 1] = 48 + 32 * Math.sin(i * Math.PI / 20);
    }
    return drawn(circle);
  }

  static GrayImage one() {
    return drawn(new double[] {52, 14, 46, 82});
  }

  static GrayImage four() {
    return drawn(new double[] {34, 16, 28, 52, 68, 50}, new double[] {62, 20, 58, 84});
  }

  static GrayImage seven() {
    return drawn(new double[] {26, 20, 70, 18, 44, 84});
  }

  static GrayImage inverted(GrayImage image) {
    byte[] pixels = image.toByteArray();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (255 - (pixels[i] & 255));
    }
    return GrayImage.of(image.width(), image.height(), pixels);
  }

  /** Each stroke is a chain of points x, y. */
  private static GrayImage drawn(double[]... strokes) {
    byte[] pixels = new byte[SIDE * SIDE];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double distance = Double.MAX_VALUE;
        for (double[] stroke : strokes) {
          for (int i = 0; i + 3 < stroke.length; i += 2) {
            distance = Math.min(distance, distance(stroke, i, x, y));
          }
        }
        double ink = Math.max(0, Math.min(1, PEN + 0.5 - distance));
        pixels[y * SIDE + x] = (byte) Math.round(235 - 200 * ink);
      }
    }
    return GrayImage.of(SIDE, SIDE, pixels);
  }

  private static double distance(double[] stroke, int i, double x, double y) {
    double dx = stroke[i + 2] - stroke[i];
    double dy = stroke[i + 3] - stroke[i + 1];
    double along = ((x - stroke[i]) * dx + (y - stroke[i + 1]) * dy) / (dx * dx + dy * dy);
    double t = Math.max(0, Math.min(1, along));
    return Math.hypot(x - stroke[i] - t * dx, y - stroke[i + 1] - t * dy);
  }
}
