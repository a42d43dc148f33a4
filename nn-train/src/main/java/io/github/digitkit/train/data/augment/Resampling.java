package io.github.digitkit.train.data.augment;

import io.github.digitkit.train.random.CounterRandom;
import java.util.Arrays;

/**
 * One bilinear resampling of a picture along a linear map about its centre, a shift, and a smooth
 * displacement given at 4x4 knots; zeros outside.
 *
 * <p>Mutable scratch of an {@link AugmentationContext}: set the map, then {@link #apply}.
 */
final class Resampling {
  private static final int KNOTS = KnotWeights.KNOTS * KnotWeights.KNOTS;

  private final int height;
  private final int width;
  private final KnotWeights weights;

  /** Column and row of each pixel, counted from the centre. */
  private final float[] fromCentreX;

  private final float[] fromCentreY;

  /** The picture inside a border of one zero before and two behind, so no read needs a test. */
  private final float[] padded;

  private final float[] sourceX;
  private final float[] sourceY;
  private final float[] knotsX = new float[KNOTS];
  private final float[] knotsY = new float[KNOTS];
  private float xx;
  private float xy;
  private float yx;
  private float yy;
  private float shiftX;
  private float shiftY;
  private boolean elastic;

  Resampling(int height, int width) {
    this.height = height;
    this.width = width;
    this.weights = new KnotWeights(height, width);
    this.padded = new float[(height + 3) * (width + 3)];
    this.sourceX = new float[height * width];
    this.sourceY = new float[height * width];
    this.fromCentreX = new float[height * width];
    this.fromCentreY = new float[height * width];
    for (int i = 0; i < height * width; i++) {
      fromCentreX[i] = i % width - (width - 1) / 2f;
      fromCentreY[i] = Math.floorDiv(i, width) - (height - 1) / 2f;
    }
  }

  /** The pixel at (x, y) from the centre is read at (xx x + xy y, yx x + yy y). */
  void map(double toXx, double toXy, double toYx, double toYy) {
    xx = (float) toXx;
    xy = (float) toXy;
    yx = (float) toYx;
    yy = (float) toYy;
    shift(0, 0);
    elastic = false;
  }

  /** Reads this many pixels to the right and below, too. */
  void shift(float x, float y) {
    shiftX = x;
    shiftY = y;
  }

  /** Adds a smooth displacement, normal at the knots with this deviation in pixels. */
  void displace(float deviation, CounterRandom random) {
    Arrays.fill(knotsX, 0);
    Arrays.fill(knotsY, 0);
    random.addGaussians(knotsX, KNOTS, deviation);
    random.addGaussians(knotsY, KNOTS, deviation);
    elastic = true;
  }

  void apply(float[] image) {
    for (int y = 0; y < height; y++) {
      System.arraycopy(image, y * width, padded, (y + 1) * (width + 3) + 1, width);
    }
    // One before the first pixel of the padded picture is its border.
    positions(sourceX, xx, xy, shiftX + (width + 1) / 2f);
    positions(sourceY, yx, yy, shiftY + (height + 1) / 2f);
    if (elastic) {
      addSurface(sourceX, knotsX);
      addSurface(sourceY, knotsY);
    }
    clamp(sourceX, width + 1);
    clamp(sourceY, height + 1);
    interpolate(image);
    clamp(image, 1);
  }

  private void positions(float[] to, float across, float down, float centre) {
    float[] x = fromCentreX;
    float[] y = fromCentreY;
    for (int i = 0; i < to.length; i++) {
      to[i] = across * x[i] + down * y[i] + centre;
    }
  }

  private void addSurface(float[] to, float[] knots) {
    for (int k = 0; k < KNOTS; k += 4) {
      float a = knots[k];
      float b = knots[k + 1];
      float c = knots[k + 2];
      float d = knots[k + 3];
      float[] wa = weights.of(k);
      float[] wb = weights.of(k + 1);
      float[] wc = weights.of(k + 2);
      float[] wd = weights.of(k + 3);
      for (int i = 0; i < to.length; i++) {
        to[i] += (a * wa[i] + b * wb[i]) + (c * wc[i] + d * wd[i]);
      }
    }
  }

  private static void clamp(float[] values, float most) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.min(Math.max(values[i], 0), most);
    }
  }

  private void interpolate(float[] image) {
    float[] from = padded;
    float[] atX = sourceX;
    float[] atY = sourceY;
    int stride = width + 3;
    for (int p = 0; p < image.length; p++) {
      int x = (int) atX[p];
      int y = (int) atY[p];
      float right = atX[p] - x;
      int i = y * stride + x;
      float top = from[i] + right * (from[i + 1] - from[i]);
      float bottom = from[i + stride] + right * (from[i + stride + 1] - from[i + stride]);
      image[p] = top + (atY[p] - y) * (bottom - top);
    }
  }
}
