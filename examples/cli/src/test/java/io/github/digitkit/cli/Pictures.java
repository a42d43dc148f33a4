package io.github.digitkit.cli;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Draws digits with a round pen, dark on white. */
final class Pictures {
  private Pictures() {}

  /** A picture file with a 1: a slanted stroke with a flag. */
  static Path one(Path file) throws IOException {
    Path2D pen = new Path2D.Double();
    pen.moveTo(0.36, 0.34);
    pen.lineTo(0.54, 0.18);
    pen.lineTo(0.5, 0.84);
    return write(file, draw(100, 100, 1, pen));
  }

  /** A picture file with a 0. */
  static Path zero(Path file) throws IOException {
    return write(file, draw(100, 100, 1, ring(0)));
  }

  /** A picture file with a row of {@code count} zeros, each 100 pixels wide. */
  static Path zeros(Path file, int count) throws IOException {
    Path2D pen = new Path2D.Double();
    for (int i = 0; i < count; i++) {
      pen.append(ring(i), false);
    }
    return write(file, draw(100 * count, 100, count, pen));
  }

  private static Path2D ring(int column) {
    Path2D pen = new Path2D.Double();
    pen.moveTo(column + 0.5, 0.18);
    pen.curveTo(column + 0.2, 0.2, column + 0.2, 0.8, column + 0.5, 0.82);
    pen.curveTo(column + 0.8, 0.8, column + 0.8, 0.2, column + 0.5, 0.18);
    return pen;
  }

  private static BufferedImage draw(int width, int height, int columns, Path2D pen) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.scale(width / (double) columns, height);
    graphics.setColor(Color.BLACK);
    graphics.setStroke(new BasicStroke(0.09f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(pen);
    graphics.dispose();
    return image;
  }

  private static Path write(Path file, BufferedImage image) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      ImageIO.write(image, "png", out);
    }
    return file;
  }
}
