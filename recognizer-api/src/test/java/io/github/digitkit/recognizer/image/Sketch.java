package io.github.digitkit.recognizer.image;

import java.util.Arrays;
import java.util.Random;

/**
 * Draws test pictures: paper of any light and texture, and pen strokes with soft edges. Coordinates
 * are shares of the picture, 0 to 1.
 */
public final class Sketch {
  private final int width;
  private final int height;
  private final double[] level;

  private Sketch(int width, int height) {
    this.width = width;
    this.height = height;
    this.level = new double[width * height];
  }

  public static Sketch paper(int width, int height, double grey) {
    Sketch sketch = new Sketch(width, height);
    Arrays.fill(sketch.level, grey);
    return sketch;
  }

  /** Light that falls off from the upper left corner by {@code loss} levels. */
  public Sketch shaded(double loss) {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        level[y * width + x] -= loss * ((double) x / width + (double) y / height) / 2;
      }
    }
    return this;
  }

  /** A hard shadow that leaves half the light, above a line from the left to the right border. */
  public Sketch shadowedAbove(double atLeft, double atRight) {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double edge = atLeft + (atRight - atLeft) * x / width;
        level[y * width + x] *= (double) y / height < edge ? 0.5 : 1;
      }
    }
    return this;
  }

  public Sketch textured(double sigma, long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < level.length; i++) {
      level[i] += sigma * random.nextGaussian();
    }
    return this;
  }

  /** A polyline x0, y0, x1, y1 ... of a round pen. */
  public Sketch stroke(double pen, double ink, double... points) {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int k = 0; k + 3 < points.length; k += 2) {
          nearest = Math.min(nearest, distance(x + 0.5, y + 0.5, points, k));
        }
        double cover = Math.max(0, Math.min(1, pen / 2 + 0.5 - nearest));
        int at = y * width + x;
        level[at] += cover * (ink - level[at]);
      }
    }
    return this;
  }

  private double distance(double x, double y, double[] points, int k) {
    double x0 = points[k] * width;
    double y0 = points[k + 1] * height;
    double alongX = points[k + 2] * width - x0;
    double alongY = points[k + 3] * height - y0;
    double length = alongX * alongX + alongY * alongY;
    double t = length == 0 ? 0 : ((x - x0) * alongX + (y - y0) * alongY) / length;
    double near = Math.max(0, Math.min(1, t));
    return Math.hypot(x - x0 - near * alongX, y - y0 - near * alongY);
  }

  /** A 7 in the given box of the picture. */
  public Sketch seven(
      double left, double top, double right, double bottom, double pen, double ink) {
    double foot = left + 0.3 * (right - left);
    return stroke(pen, ink, left, top, right, top, foot, bottom);
  }

  /** A 5 whose bar does not touch the rest. */
  public Sketch brokenFive(
      double left, double top, double right, double bottom, double pen, double ink) {
    double w = right - left;
    double h = bottom - top;
    stroke(pen, ink, left + 0.4 * w, top, right, top);
    double[] body = {
      left + 0.1 * w,
      top + 0.12 * h,
      left + 0.1 * w,
      top + 0.45 * h,
      left + 0.6 * w,
      top + 0.4 * h,
      right,
      top + 0.65 * h,
      left + 0.6 * w,
      bottom,
      left,
      bottom - 0.05 * h
    };
    return stroke(pen, ink, body);
  }

  /**
   * The outline of an ellipse around a place; its half axes, as all places, are shares of a side.
   */
  public Sketch ellipse(double pen, double ink, double x, double y, double across, double down) {
    int corners = 40;
    double[] points = new double[2 * corners + 2];
    for (int i = 0; i <= corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      points[2 * i] = x + across * Math.cos(angle);
      points[2 * i + 1] = y + down * Math.sin(angle);
    }
    return stroke(pen, ink, points);
  }

  public GrayImage image() {
    byte[] pixels = new byte[level.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.round(Math.max(0, Math.min(255, level[i])));
    }
    return GrayImage.of(width, height, pixels);
  }

  public Plane plane() {
    float[] values = new float[level.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) level[i];
    }
    return Plane.wrap(width, height, values);
  }
}
