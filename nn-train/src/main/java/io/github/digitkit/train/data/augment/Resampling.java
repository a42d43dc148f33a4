package io.github.digitkit.train.data.augment;

import java.util.Arrays;

/**
 * One bilinear resampling of a picture along a linear map about its centre, a shift, and a smooth
 * displacement given at 4x4 knots; zeros outside.
 *
 * <p>Mutable scratch of an {@link AugmentationContext}: set the map, then {@link #apply}.
 */
final class Resampling {
  private static final int KNOTS = KnotWeights.KNOTS;

  private final int height;
  private final int width;
  private final KnotWeights rows;
  private final KnotWeights columns;

  /** 0, 1, 2 ...: a loop over it vectorises where one over converted ints does not. */
  private final float[] ramp;

  /** The picture inside a border of one zero before and two behind, so no read needs a test. */
  private final float[] padded;

  private final float[] sourceX;
  private final float[] sourceY;
  private final float[] knotsX = new float[KNOTS * KNOTS];
  private final float[] knotsY = new float[KNOTS * KNOTS];
  private float xx;
  private float xy;
  private float yx;
  private float yy;
  private float shiftX;
  private float shiftY;

  Resampling(int height, int width) {
    this.height = height;
    this.width = width;
    this.rows = new KnotWeights(height);
    this.columns = new KnotWeights(width);
    this.padded = new float[(height + 3) * (width + 3)];
    this.sourceX = new float[width];
    this.sourceY = new float[width];
    this.ramp = new float[width];
    for (int x = 0; x < width; x++) {
      ramp[x] = x;
    }
  }

  /** The pixel at (x, y) from the centre is read at (xx x + xy y, yx x + yy y) + shift. */
  void map(double toXx, double toXy, double toYx, double toYy) {
    xx = (float) toXx;
    xy = (float) toXy;
    yx = (float) toYx;
    yy = (float) toYy;
    shift(0, 0);
    Arrays.fill(knotsX, 0);
    Arrays.fill(knotsY, 0);
  }

  void shift(float x, float y) {
    shiftX = x;
    shiftY = y;
  }

  /** Displacements in pixels, to be written after {@link #map}. */
  float[] knotsX() {
    return knotsX;
  }

  float[] knotsY() {
    return knotsY;
  }

  void apply(float[] image) {
    for (int y = 0; y < height; y++) {
      System.arraycopy(image, y * width, padded, (y + 1) * (width + 3) + 1, width);
    }
    float centreX = (width - 1) / 2f;
    float centreY = (height - 1) / 2f;
    for (int y = 0; y < height; y++) {
      float down = y - centreY;
      float startX = centreX + shiftX + xy * down - xx * centreX;
      float startY = centreY + shiftY + yy * down - yx * centreX;
      positions(sourceX, startX, xx, knotsX, y, width);
      positions(sourceY, startY, yx, knotsY, y, height);
      interpolate(image, y * width);
    }
  }

  /** Positions in the padded picture for one row, clamped to its zero border. */
  private void positions(float[] to, float start, float step, float[] knots, int y, int limit) {
    float a = knotOfRow(knots, 0, y);
    float b = knotOfRow(knots, 1, y);
    float c = knotOfRow(knots, 2, y);
    float d = knotOfRow(knots, 3, y);
    float[] wa = columns.of(0);
    float[] wb = columns.of(1);
    float[] wc = columns.of(2);
    float[] wd = columns.of(3);
    for (int x = 0; x < to.length; x++) {
      float position = start + step * ramp[x] + (a * wa[x] + b * wb[x]) + (c * wc[x] + d * wd[x]);
      to[x] = Math.min(Math.max(position + 1, 0), limit + 1);
    }
  }

  private float knotOfRow(float[] knots, int column, int y) {
    return rows.of(0)[y] * knots[column]
        + rows.of(1)[y] * knots[KNOTS + column]
        + rows.of(2)[y] * knots[2 * KNOTS + column]
        + rows.of(3)[y] * knots[3 * KNOTS + column];
  }

  private void interpolate(float[] image, int offset) {
    int stride = width + 3;
    for (int x = 0; x < width; x++) {
      float px = sourceX[x];
      float py = sourceY[x];
      int ix = (int) px;
      int iy = (int) py;
      float fx = px - ix;
      float fy = py - iy;
      int i = iy * stride + ix;
      float top = padded[i] + fx * (padded[i + 1] - padded[i]);
      float bottom = padded[i + stride] + fx * (padded[i + stride + 1] - padded[i + stride]);
      image[offset + x] = Math.min(Math.max(top + fy * (bottom - top), 0), 1);
    }
  }
}
