package io.github.digitkit.cli.study;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A colour picture in the making: paper, ink, rulings, light and noise, one over the other. Each
 * step changes the picture and returns it. Not safe for use by many threads.
 */
final class Photo {
  static final int WHITE = 0xffffff;
  static final int BLACK = 0;
  private static final int CHANNELS = 3;
  private static final float LIGHTEST = 255;
  private static final double SQUARES_PEN = 2.5;
  private static final double SQUARES_OPACITY = 0.9;

  private final int width;
  private final int height;

  /** Red, green and blue of each pixel, 0 to 255. */
  private final float[] levels;

  private Photo(int width, int height) {
    this.width = width;
    this.height = height;
    this.levels = new float[CHANNELS * width * height];
  }

  /** An empty sheet of one colour. */
  static Photo paper(int width, int height, int colour) {
    Photo photo = new Photo(width, height);
    for (int i = 0; i < photo.levels.length; i++) {
      photo.levels[i] = channel(colour, i % CHANNELS);
    }
    return photo;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Something that depends on the place: columns and rows from 0 to 1. */
  interface Field {
    double at(double x, double y);
  }

  private static int channel(int colour, int channel) {
    return colour >> (8 * (CHANNELS - 1 - channel)) & 0xff;
  }

  /** Lays ink over the paper with its upper left corner there. */
  Photo lay(InkSheet ink, int left, int top, int colour, double opacity) {
    for (int y = Math.max(0, -top); y < Math.min(ink.height(), height - top); y++) {
      for (int x = Math.max(0, -left); x < Math.min(ink.width(), width - left); x++) {
        cover(left + x, top + y, colour, opacity * ink.get(x, y));
      }
    }
    return this;
  }

  /** Lays ink in the middle. */
  Photo layInMiddle(InkSheet ink, int colour) {
    return lay(ink, (width - ink.width()) / 2, (height - ink.height()) / 2, colour, 1);
  }

  private void cover(int x, int y, int colour, double share) {
    int at = CHANNELS * (y * width + x);
    for (int c = 0; c < CHANNELS; c++) {
      levels[at + c] += (float) (share * (channel(colour, c) - levels[at + c]));
    }
  }

  /** A line from border to border, level or upright, its middle at a column or row. */
  Photo line(boolean level, double place, double thickness, int colour, double opacity) {
    int along = level ? width : height;
    int across = level ? height : width;
    for (int i = Math.max(0, (int) (place - thickness));
        i < Math.min(across, place + thickness + 1);
        i++) {
      double cover = Math.min(1, Math.max(0, thickness / 2 + 0.5 - Math.abs(i + 0.5 - place)));
      for (int k = 0; k < along && cover > 0; k++) {
        cover(level ? k : i, level ? i : k, colour, opacity * cover);
      }
    }
    return this;
  }

  /** The lines of squared paper. */
  Photo squares(double gap, int colour, SplittableRandom random) {
    for (double at = random.nextDouble(gap); at < height; at += gap) {
      line(true, at, SQUARES_PEN, colour, SQUARES_OPACITY);
    }
    for (double at = random.nextDouble(gap); at < width; at += gap) {
      line(false, at, SQUARES_PEN, colour, SQUARES_OPACITY);
    }
    return this;
  }

  /** Multiplies the light. */
  Photo lit(Field light) {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float factor = (float) light.at((x + 0.5) / width, (y + 0.5) / height);
        for (int c = 0; c < CHANNELS; c++) {
          levels[CHANNELS * (y * width + x) + c] *= factor;
        }
      }
    }
    return this;
  }

  /** Adds grain of a standard deviation in levels, the same in all colours. */
  Photo grain(double deviation, SplittableRandom random) {
    for (int i = 0; i < levels.length; i += CHANNELS) {
      float noise = (float) (deviation * random.nextGaussian());
      for (int c = 0; c < CHANNELS; c++) {
        levels[i + c] += noise;
      }
    }
    return this;
  }

  /** Turns a share of the pixels black or white. */
  Photo speckled(double share, SplittableRandom random) {
    for (int i = 0; i < levels.length; i += CHANNELS) {
      if (random.nextDouble() < share) {
        Arrays.fill(levels, i, i + CHANNELS, random.nextBoolean() ? LIGHTEST : 0);
      }
    }
    return this;
  }

  /** Black and white, by chance as often as the pixel was light. */
  Photo dithered(SplittableRandom random) {
    for (int i = 0; i < levels.length; i += CHANNELS) {
      boolean light = LIGHTEST * random.nextDouble() < levels[i + 1];
      Arrays.fill(levels, i, i + CHANNELS, light ? LIGHTEST : 0);
    }
    return this;
  }

  /** Adds soft blotches, as of crumpled paper or a wiped board. */
  Photo blotches(double deviation, int perSide, SplittableRandom random) {
    float[] knots = new float[perSide * perSide];
    for (int i = 0; i < knots.length; i++) {
      knots[i] = (float) Math.max(0, Math.min(1, 0.5 + 0.2 * random.nextGaussian()));
    }
    InkSheet soft = new InkSheet(perSide, perSide, knots).scaled(width, height);
    for (int i = 0; i < levels.length; i++) {
      int pixel = i / CHANNELS;
      levels[i] += (float) (deviation / 0.2 * (soft.get(pixel % width, pixel / width) - 0.5));
    }
    return this;
  }

  /** The picture in 24 bits. */
  BufferedImage image() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      int colour = 0;
      for (int c = 0; c < CHANNELS; c++) {
        colour = colour << 8 | Math.max(0, Math.min(255, Math.round(levels[CHANNELS * i + c])));
      }
      pixels[i] = colour;
    }
    image.setRGB(0, 0, width, height, pixels, 0, width);
    return image;
  }
}
