package io.github.digitkit.recognizer.image;

import java.awt.image.BufferedImage;

/** A seven drawn with three strokes: the one picture that every format has to bring home. */
final class Digit {
  static final int WIDTH = 37;
  static final int HEIGHT = 45;

  private Digit() {}

  /** Whether a pixel is ink. Not symmetric in any way, so that every orientation differs. */
  static boolean isInk(int x, int y) {
    return isInk(x, y, WIDTH, HEIGHT);
  }

  /** The same seven in a frame of another size. */
  static boolean isInk(int x, int y, int width, int height) {
    double u = (x + .5) / width;
    double v = (y + .5) / height;
    boolean bar = v > .15 && v < .27 && u > .2 && u < .8;
    boolean stem = v > .2 && v < .9 && Math.abs(u - (.78 - .55 * (v - .2))) < .07;
    boolean cross = v > .5 && v < .58 && u > .35 && u < .75;
    return bar || stem || cross;
  }

  /** Black ink on white paper. */
  static GrayImage expected() {
    byte[] pixels = new byte[WIDTH * HEIGHT];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (isInk(i % WIDTH, i / WIDTH) ? 0 : 255);
    }
    return GrayImage.of(WIDTH, HEIGHT, pixels);
  }

  /** Samples of a picture with {@code channels} samples a pixel. */
  static int[] samples(int[] ink, int[] paper) {
    int channels = ink.length;
    int[] samples = new int[WIDTH * HEIGHT * channels];
    for (int i = 0; i < samples.length; i++) {
      int pixel = i / channels;
      samples[i] = (isInk(pixel % WIDTH, pixel / WIDTH) ? ink : paper)[i % channels];
    }
    return samples;
  }

  /** The digit as an image of one of the types of {@link BufferedImage}. */
  static BufferedImage image(int type, int ink, int paper) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        image.setRGB(x, y, isInk(x, y) ? ink : paper);
      }
    }
    return image;
  }

  static BufferedImage image(int type) {
    return image(type, 0xff000000, 0xffffffff);
  }
}
