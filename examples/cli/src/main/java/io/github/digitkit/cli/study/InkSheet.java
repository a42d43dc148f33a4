package io.github.digitkit.cli.study;

import io.github.digitkit.train.data.Dataset;
import java.util.Arrays;

/**
 * Ink without paper: how much of each pixel it covers, 0 to 1, in rows. Immutable; every change
 * makes a new sheet.
 */
final class InkSheet {
  private static final float VISIBLE = 0.05f;
  private static final float HALF = 0.5f;

  private final int width;
  private final int height;
  private final float[] ink;

  InkSheet(int width, int height, float[] ink) {
    this.width = width;
    this.height = height;
    this.ink = ink;
  }

  /** A picture of a data set. */
  static InkSheet of(Dataset digits, int index) {
    float[] ink = new float[digits.height() * digits.width()];
    digits.copyImage(index, ink, 0);
    return new InkSheet(digits.width(), digits.height(), ink);
  }

  /** Without any ink. */
  static InkSheet blank(int width, int height) {
    return new InkSheet(width, height, new float[width * height]);
  }

  /** Ink everywhere. */
  static InkSheet filled(int width, int height) {
    return drawn(width, height, (x, y) -> 1);
  }

  /** Ink that depends on the place: columns and rows from 0 to 1. */
  static InkSheet drawn(int width, int height, Photo.Field cover) {
    float[] ink = new float[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        ink[y * width + x] = (float) cover.at((x + 0.5) / width, (y + 0.5) / height);
      }
    }
    return new InkSheet(width, height, ink);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int longerSide() {
    return Math.max(width, height);
  }

  float get(int x, int y) {
    return x < 0 || y < 0 || x >= width || y >= height ? 0 : ink[y * width + x];
  }

  /** Only the part that shows ink; the whole if none does. */
  InkSheet trimmed() {
    int left = width;
    int right = 0;
    int top = height;
    int bottom = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (get(x, y) > VISIBLE) {
          left = Math.min(left, x);
          right = Math.max(right, x + 1);
          top = Math.min(top, y);
          bottom = y + 1;
        }
      }
    }
    return left < right ? part(left, top, right - left, bottom - top) : this;
  }

  /** A rectangle of this sheet, which may reach beyond it. */
  InkSheet part(int left, int top, int partWidth, int partHeight) {
    float[] part = new float[partWidth * partHeight];
    for (int y = 0; y < partHeight; y++) {
      for (int x = 0; x < partWidth; x++) {
        part[y * partWidth + x] = get(left + x, top + y);
      }
    }
    return new InkSheet(partWidth, partHeight, part);
  }

  /** With another sheet over it, whose upper left corner lies there. */
  InkSheet with(InkSheet other, int left, int top) {
    float[] both = ink.clone();
    for (int y = Math.max(0, top); y < Math.min(height, top + other.height); y++) {
      for (int x = Math.max(0, left); x < Math.min(width, left + other.width); x++) {
        both[y * width + x] = Math.max(both[y * width + x], other.get(x - left, y - top));
      }
    }
    return new InkSheet(width, height, both);
  }

  /** With a straight stroke of a round pen. */
  InkSheet withStroke(double fromX, double fromY, double toX, double toY, double penWidth) {
    InkSheet drawn = new InkSheet(width, height, ink.clone());
    int steps = 1 + (int) Math.hypot(toX - fromX, toY - fromY);
    for (int i = 0; i <= steps; i++) {
      double along = (double) i / steps;
      int x = (int) Math.round(fromX + along * (toX - fromX));
      int y = (int) Math.round(fromY + along * (toY - fromY));
      drawn.dab(x, y, penWidth / 2);
    }
    return drawn;
  }

  /** In the middle of a sheet of another size. */
  InkSheet centredIn(int sheetWidth, int sheetHeight) {
    return part((width - sheetWidth) / 2, (height - sheetHeight) / 2, sheetWidth, sheetHeight);
  }

  /** The longer side brought to a number of pixels. */
  InkSheet scaledTo(int side) {
    double scale = (double) side / longerSide();
    return scaled(
        Math.max(1, (int) Math.round(scale * width)),
        Math.max(1, (int) Math.round(scale * height)));
  }

  /** Stretched to another size: the area's mean where it shrinks, smooth where it grows. */
  InkSheet scaled(int newWidth, int newHeight) {
    float[] wide = new float[newWidth * height];
    Weights across = Weights.of(width, newWidth);
    for (int y = 0; y < height; y++) {
      across.apply(ink, y * width, 1, wide, y * newWidth, 1);
    }
    float[] all = new float[newWidth * newHeight];
    Weights down = Weights.of(height, newHeight);
    for (int x = 0; x < newWidth; x++) {
      down.apply(wide, x, newWidth, all, x, newWidth);
    }
    return new InkSheet(newWidth, newHeight, all);
  }

  /** Edges as a pen draws them: about one pixel wide, whatever enlarging made of them. */
  InkSheet crisp(double enlargement) {
    float gain = (float) Math.max(1, enlargement);
    float[] sharp = new float[ink.length];
    for (int i = 0; i < ink.length; i++) {
      sharp[i] = Math.max(0, Math.min(1, (ink[i] - HALF) * gain + HALF));
    }
    return new InkSheet(width, height, sharp);
  }

  /** Black or white. */
  InkSheet blackAndWhite() {
    float[] flat = new float[ink.length];
    for (int i = 0; i < ink.length; i++) {
      flat[i] = ink[i] >= HALF ? 1 : 0;
    }
    return new InkSheet(width, height, flat);
  }

  /** The same path drawn with a round pen of another width, in pixels; grows by that width. */
  InkSheet redrawn(double penWidth) {
    boolean[] path = Skeleton.of(this);
    double radius = penWidth / 2;
    int margin = (int) Math.ceil(radius);
    InkSheet drawn = part(-margin, -margin, width + 2 * margin, height + 2 * margin);
    Arrays.fill(drawn.ink, 0);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (path[y * width + x]) {
          drawn.dab(x + margin, y + margin, radius);
        }
      }
    }
    return drawn.trimmed();
  }

  private void dab(int centreX, int centreY, double radius) {
    int reach = (int) Math.ceil(radius);
    for (int y = Math.max(0, centreY - reach); y <= Math.min(height - 1, centreY + reach); y++) {
      for (int x = Math.max(0, centreX - reach); x <= Math.min(width - 1, centreX + reach); x++) {
        double cover = radius + HALF - Math.hypot(x - centreX, y - centreY);
        int at = y * width + x;
        ink[at] = Math.max(ink[at], (float) Math.max(0, Math.min(1, cover)));
      }
    }
  }

  /** Turned about its middle and slanted. */
  InkSheet turned(double degrees, double slant) {
    int side = (int) Math.ceil(1.6 * longerSide());
    float[] turned = new float[side * side];
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double v = y - side / 2.0;
        double u = x - side / 2.0 + slant * v;
        turned[y * side + x] =
            smooth(cos * u - sin * v + width / 2.0, sin * u + cos * v + height / 2.0);
      }
    }
    return new InkSheet(side, side, turned).trimmed();
  }

  private float smooth(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    float u = (float) (x - left);
    float v = (float) (y - top);
    float above = get(left, top) * (1 - u) + get(left + 1, top) * u;
    float below = get(left, top + 1) * (1 - u) + get(left + 1, top + 1) * u;
    return above * (1 - v) + below * v;
  }

  /** Fainter by a factor that depends on the place. */
  InkSheet fading(Photo.Field share) {
    return drawn(
        width, height, (x, y) -> get((int) (x * width), (int) (y * height)) * share.at(x, y));
  }

  /** As of a camera that moved sideways by so many pixels. */
  InkSheet smeared(int pixels) {
    InkSheet wide = part(-pixels, 0, width + 2 * pixels, height);
    float[] mean = new float[wide.ink.length];
    for (int i = 0; i < mean.length; i++) {
      for (int k = 0; k < pixels; k++) {
        mean[i] += wide.get(i % wide.width + k - pixels / 2, i / wide.width) / pixels;
      }
    }
    return new InkSheet(wide.width, height, mean);
  }

  /** As out of focus: the mean over squares, three times. */
  InkSheet blurred(int radius) {
    InkSheet blurred = part(-2 * radius, -2 * radius, width + 4 * radius, height + 4 * radius);
    for (int pass = 0; pass < 3; pass++) {
      blurred = blurred.boxMean(radius);
    }
    return blurred;
  }

  private InkSheet boxMean(int radius) {
    float[] rows = new float[ink.length];
    float[] mean = new float[ink.length];
    float share = 1f / (2 * radius + 1);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int k = -radius; k <= radius; k++) {
          rows[y * width + x] += share * get(x + k, y);
        }
      }
    }
    InkSheet half = new InkSheet(width, height, rows);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int k = -radius; k <= radius; k++) {
          mean[y * width + x] += share * half.get(x, y + k);
        }
      }
    }
    return new InkSheet(width, height, mean);
  }
}
