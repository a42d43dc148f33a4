package io.github.digitkit.cli;

import io.github.digitkit.recognizer.DigitRecognizer;
import io.github.digitkit.recognizer.image.GrayImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;

/**
 * Writes two pictures beside each other for every picture read: left what the network saw, right
 * the same in grey with what mattered for the answer in red.
 */
final class Explanations {
  private static final int ENLARGEMENT = 8;

  private final DigitRecognizer recognizer;
  private final Path folder;
  private final Set<String> used = new HashSet<>();

  Explanations(DigitRecognizer recognizer, Path folder) throws IOException {
    this.recognizer = recognizer;
    this.folder = Files.createDirectories(folder);
  }

  void write(Path file, GrayImage picture) throws IOException {
    GrayImage seen = recognizer.recognize(picture).seen();
    GrayImage mattered = recognizer.explain(picture);
    try (OutputStream out = Files.newOutputStream(folder.resolve(name(file)))) {
      ImageIO.setUseCache(false);
      ImageIO.write(draw(seen, mattered), "png", out);
    }
  }

  /** Two files of the same name in different folders get different explanations. */
  private String name(Path file) {
    String base = file.getFileName() + "-explained";
    String name = base;
    for (int i = 2; !used.add(name); i++) {
      name = base + "-" + i;
    }
    return name + ".png";
  }

  private static BufferedImage draw(GrayImage seen, GrayImage mattered) {
    int width = seen.width() * ENLARGEMENT;
    int height = seen.height() * ENLARGEMENT;
    BufferedImage image = new BufferedImage(2 * width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int level = seen.get(x / ENLARGEMENT, y / ENLARGEMENT);
        int weight = mattered.get(x / ENLARGEMENT, y / ENLARGEMENT);
        int gray = level / 2;
        image.setRGB(x, y, rgb(level, level, level));
        image.setRGB(width + x, y, rgb(Math.max(gray, weight), gray, gray));
      }
    }
    return image;
  }

  private static int rgb(int red, int green, int blue) {
    return red << 16 | green << 8 | blue;
  }
}
