package io.github.digitkit.train.data.synthetic;

import io.github.digitkit.train.random.CounterRandom;

/**
 * Writes signs: bends a template's strokes as a hand does, and draws them with its pen.
 *
 * <p>Used as {@link #begin}, {@link #write} or {@link #stroke} for each sign, perhaps {@link #turn}
 * or {@link #mirror}, then {@link #draw}. Not thread-safe.
 */
final class Scribe {
  private static final int PIECES = 7;
  private static final int ROOM = 1024;

  private final float[] x = new float[ROOM];
  private final float[] y = new float[ROOM];

  /** Place within its stroke, 0..1; 0 begins a stroke. */
  private final float[] along = new float[ROOM];

  private final float[] knotX = new float[64];
  private final float[] knotY = new float[64];
  private int count;

  /** Forgets what was written. */
  void begin() {
    count = 0;
  }

  /** Writes a template in a hand: bent, wobbling, widened, slanted, turned; one high. */
  void write(StrokeTemplate template, Hand hand, CounterRandom random) {
    int first = count;
    for (Stroke stroke : template.strokes()) {
      for (int i = 0; i < stroke.size(); i++) {
        knotX[i] = stroke.x()[i] + hand.jitter() * random.nextGaussian();
        knotY[i] = stroke.y()[i] + hand.jitter() * random.nextGaussian();
      }
      int start = count;
      curve(stroke.size(), stroke.corner());
      wobble(start, hand.wobble(), random);
    }
    shape(first, hand);
  }

  /** Writes one smooth stroke through the first {@code points} of these. */
  void stroke(float[] throughX, float[] throughY, int points) {
    System.arraycopy(throughX, 0, knotX, 0, points);
    System.arraycopy(throughY, 0, knotY, 0, points);
    curve(points, new boolean[points]);
  }

  private void shape(int first, Hand hand) {
    float cos = (float) StrictMath.cos(hand.rotation());
    float sin = (float) StrictMath.sin(hand.rotation());
    for (int i = first; i < count; i++) {
      float down = y[i] - 0.5f;
      float across = (x[i] - 0.5f) * hand.aspect() - hand.slant() * down;
      x[i] = cos * across - sin * down;
      y[i] = sin * across + cos * down;
    }
  }

  private void wobble(int start, float amplitude, CounterRandom random) {
    float waves = random.uniform(1f, 3f);
    float phaseX = random.nextFloat();
    float phaseY = random.nextFloat();
    for (int i = start; i < count; i++) {
      x[i] += amplitude * sine(waves * along[i] + phaseX);
      y[i] += amplitude * sine(waves * along[i] + phaseY);
    }
  }

  /** Sine of turns by a parabola a wave: exact enough for a tremor, and the same everywhere. */
  private static float sine(float turns) {
    float t = turns - (int) turns;
    return t < 0.5f ? 16 * t * (0.5f - t) : -16 * (t - 0.5f) * (1 - t);
  }

  /** Appends a centripetal Catmull-Rom curve through the knots, broken at corners. */
  private void curve(int knots, boolean[] corner) {
    int pieces = (knots - 1) * PIECES;
    if (count + pieces + 1 > ROOM) {
      throw new IllegalStateException("more strokes than one picture holds");
    }
    append(knotX[0], knotY[0], 0);
    for (int k = 0; k + 1 < knots; k++) {
      int before = k == 0 || corner[k] ? -1 : k - 1;
      int after = k + 2 == knots || corner[k + 1] ? -1 : k + 2;
      for (int p = 1; p <= PIECES; p++) {
        between(before, k, k + 1, after, (float) p / PIECES, (float) (k * PIECES + p) / pieces);
      }
    }
  }

  /** A point between knots b and c; a missing outer knot (-1) mirrors the inner ones. */
  private void between(int a, int b, int c, int d, float t, float place) {
    float ax = a < 0 ? 2 * knotX[b] - knotX[c] : knotX[a];
    float ay = a < 0 ? 2 * knotY[b] - knotY[c] : knotY[a];
    float dx = d < 0 ? 2 * knotX[c] - knotX[b] : knotX[d];
    float dy = d < 0 ? 2 * knotY[c] - knotY[b] : knotY[d];
    float ab = root(ax - knotX[b], ay - knotY[b]);
    float bc = root(knotX[b] - knotX[c], knotY[b] - knotY[c]);
    float cd = root(knotX[c] - dx, knotY[c] - dy);
    append(
        blend(ax, knotX[b], knotX[c], dx, ab, bc, cd, t),
        blend(ay, knotY[b], knotY[c], dy, ab, bc, cd, t),
        place);
  }

  /** Root of the distance: the parameter step of a centripetal curve. */
  private static float root(float dx, float dy) {
    float distance = (float) Math.sqrt(dx * dx + dy * dy);
    return Math.max((float) Math.sqrt(distance), 1e-3f);
  }

  /** Cubic Hermite from b to c with the tangents of a non-uniform Catmull-Rom curve. */
  private static float blend(
      float a, float b, float c, float d, float ab, float bc, float cd, float t) {
    float atB = bc * ((b - a) / ab - (c - a) / (ab + bc)) + (c - b);
    float atC = bc * ((d - c) / cd - (d - b) / (bc + cd)) + (c - b);
    float t2 = t * t;
    float t3 = t2 * t;
    return (2 * t3 - 3 * t2 + 1) * b
        + (t3 - 2 * t2 + t) * atB
        + (3 * t2 - 2 * t3) * c
        + (t3 - t2) * atC;
  }

  private void append(float px, float py, float place) {
    x[count] = px;
    y[count] = py;
    along[count] = place;
    count++;
  }

  /** Turns everything by quarter turns. */
  void turn(int quarters) {
    for (int q = 0; q < quarters; q++) {
      for (int i = 0; i < count; i++) {
        float px = x[i];
        x[i] = -y[i];
        y[i] = px;
      }
    }
  }

  /** Swaps left and right. */
  void mirror() {
    for (int i = 0; i < count; i++) {
      x[i] = -x[i];
    }
  }

  /** Draws everything so that its longer side, with the pen, is {@code side} pixels. */
  void draw(Canvas canvas, Hand hand, float side, float centreX, float centreY) {
    float left = x[0];
    float right = x[0];
    float top = y[0];
    float bottom = y[0];
    for (int i = 1; i < count; i++) {
      left = Math.min(left, x[i]);
      right = Math.max(right, x[i]);
      top = Math.min(top, y[i]);
      bottom = Math.max(bottom, y[i]);
    }
    float pen = hand.pen() * side / 80;
    float scale = (side - pen) / Math.max(Math.max(right - left, bottom - top), 1e-3f);
    float nibX = (float) StrictMath.cos(hand.nibAngle());
    float nibY = (float) StrictMath.sin(hand.nibAngle());
    float shiftX = centreX - scale * (left + right) / 2;
    float shiftY = centreY - scale * (top + bottom) / 2;
    for (int i = 1; i < count; i++) {
      if (along[i] == 0) {
        continue;
      }
      float dx = x[i] - x[i - 1];
      float dy = y[i] - y[i - 1];
      float length = Math.max((float) Math.sqrt(dx * dx + dy * dy), 1e-6f);
      float with = Math.abs(dx * nibX + dy * nibY) / length;
      float radius = pen / 2 * (1 - hand.nib() * with);
      canvas.line(
          scale * x[i - 1] + shiftX,
          scale * y[i - 1] + shiftY,
          radius * (1 - hand.taper() * along[i - 1]),
          scale * x[i] + shiftX,
          scale * y[i] + shiftY,
          radius * (1 - hand.taper() * along[i]));
    }
  }
}
