package io.github.digitkit.train.data.synthetic;

import io.github.digitkit.train.random.CounterRandom;

/** Strokes and lines without meaning. */
final class Scrawl {
  private Scrawl() {}

  /** One to four random strokes, enough of them not to be read as a digit by chance. */
  static void write(Scribe scribe, CounterRandom random) {
    scribe.begin();
    int strokes = 1 + random.nextInt(4);
    int least = strokes == 1 ? 6 : 3;
    float[] x = new float[12];
    float[] y = new float[12];
    boolean walking = random.chance(0.5);
    for (int s = 0; s < strokes; s++) {
      int points = least + random.nextInt(strokes == 1 ? 7 : 3);
      x[0] = random.nextFloat();
      y[0] = random.nextFloat();
      for (int i = 1; i < points; i++) {
        x[i] = walking ? x[i - 1] + random.uniform(-0.45f, 0.45f) : random.nextFloat();
        y[i] = walking ? y[i - 1] + random.uniform(-0.45f, 0.45f) : random.nextFloat();
      }
      scribe.stroke(x, y, points);
    }
  }

  /** Four or five straight lines, bows and circles between the places of a grid of 3x3. */
  static void inventSign(Scribe scribe, CounterRandom random) {
    scribe.begin();
    int strokes = 4 + random.nextInt(2);
    float[] x = new float[9];
    float[] y = new float[9];
    for (int s = 0; s < strokes; s++) {
      int points = random.chance(0.2) ? circle(x, y, random) : bow(x, y, random);
      for (int i = 0; i < points; i++) {
        x[i] += 0.04f * random.nextGaussian();
        y[i] += 0.04f * random.nextGaussian();
      }
      scribe.stroke(x, y, points);
    }
  }

  private static int bow(float[] x, float[] y, CounterRandom random) {
    int from = random.nextInt(9);
    int to = (from + 1 + random.nextInt(8)) % 9;
    x[0] = gridColumn(from);
    y[0] = gridRow(from);
    x[2] = gridColumn(to);
    y[2] = gridRow(to);
    float bend = random.chance(0.5) ? 0 : random.uniform(-0.4f, 0.4f);
    x[1] = (x[0] + x[2]) / 2 + bend * (y[2] - y[0]);
    y[1] = (y[0] + y[2]) / 2 - bend * (x[2] - x[0]);
    return 3;
  }

  private static int circle(float[] x, float[] y, CounterRandom random) {
    int at = random.nextInt(9);
    float radius = random.uniform(0.1f, 0.25f);
    for (int i = 0; i < 9; i++) {
      double angle = i * StrictMath.PI / 4;
      x[i] = gridColumn(at) + radius * (float) StrictMath.cos(angle);
      y[i] = gridRow(at) + radius * (float) StrictMath.sin(angle);
    }
    return 9;
  }

  private static float gridColumn(int place) {
    return 0.5f * (place % 3);
  }

  private static float gridRow(int place) {
    return 0.5f * Math.floorDiv(place, 3);
  }

  /** Parallel lines: one level or several in any direction, or crossing ones. */
  static void lines(Canvas canvas, CounterRandom random, float middle, float side) {
    int lines = 1 + random.nextInt(4);
    boolean crossing = lines > 1 && random.chance(0.3);
    double tilt = lines == 1 ? random.uniform(-0.4, 0.4) : random.uniform(0, StrictMath.PI);
    float cos = (float) StrictMath.cos(tilt);
    float sin = (float) StrictMath.sin(tilt);
    float pen = random.uniform(1.5f, 6f);
    for (int i = 0; i < lines; i++) {
      float off = lines == 1 ? 0 : side * (i / (lines - 1f) - 0.5f) * 0.8f;
      float half = side / 2 * random.uniform(0.7f, 1f);
      line(canvas, middle, off, half, cos, sin, pen);
      if (crossing) {
        line(canvas, middle, off, half, -sin, cos, pen);
      }
    }
  }

  private static void line(
      Canvas canvas, float middle, float off, float half, float cos, float sin, float pen) {
    float x = middle - off * sin;
    float y = middle + off * cos;
    canvas.line(x - half * cos, y - half * sin, pen, x + half * cos, y + half * sin, pen);
  }
}
