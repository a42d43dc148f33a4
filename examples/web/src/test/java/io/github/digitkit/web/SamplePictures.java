package io.github.digitkit.web;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Draws the sample pictures of the page, so that their origin is beyond doubt: {@code
 * SamplePictures src/main/resources/web/img/samples}. Not part of the tests.
 */
final class SamplePictures {
  private static final int SIDE = 200;
  private static final int LINE = 480;
  // Points of pen strokes on a square of 100 by 100.
  private static final double[][] TWO = {
    {32, 34, 38, 20, 56, 16, 67, 27, 63, 44, 46, 64, 30, 81, 48, 78, 72, 80}
  };
  private static final double[][] ZERO = {
    {52, 16, 36, 24, 29, 48, 35, 74, 52, 82, 68, 70, 72, 46, 66, 24, 50, 17}
  };
  private static final double[][] FOUR = {
    {44, 15, 36, 36, 28, 55, 48, 56, 76, 54}, {62, 34, 61, 60, 60, 86}
  };
  private static final double[][] EIGHT = {
    {64, 25, 48, 16, 36, 28, 46, 44, 62, 58, 63, 76, 48, 84, 34, 73, 42, 55, 58, 42, 65, 27}
  };
  private static final double[][] SEVEN = {
    {28, 24, 46, 22, 72, 20, 62, 42, 50, 64, 44, 86}, {38, 52, 50, 50, 66, 50}
  };
  private static final double[][] THREE = {
    {32, 24, 46, 15, 64, 22, 62, 40, 46, 47, 64, 54, 68, 72, 50, 84, 30, 75}
  };
  private static final double[][] FIVE = {
    {66, 18, 50, 19, 38, 20, 36, 34, 34, 46, 50, 42, 66, 54, 64, 74, 46, 84, 30, 77}
  };
  private static final double[][] SCRIBBLE = {
    {18, 60, 30, 26, 36, 70, 46, 22, 52, 74, 60, 28, 66, 72, 76, 26, 84, 62},
    {20, 34, 48, 50, 84, 38}
  };

  private final Random random = new Random(20261123);

  private SamplePictures() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Files.createDirectories(folder);
    SamplePictures pictures = new SamplePictures();
    pictures.save(folder, "seven", pictures.ink());
    pictures.save(folder, "squared", pictures.squared());
    pictures.save(folder, "chalk", pictures.chalk());
    pictures.save(folder, "number", pictures.number());
    pictures.save(folder, "scribble", pictures.scribble());
  }

  private BufferedImage ink() {
    BufferedImage paper = paper(SIDE, new Color(252, 250, 244));
    write(paper, SEVEN, 0, 9, new Color(28, 34, 60));
    return grain(paper, 3);
  }

  private BufferedImage squared() {
    BufferedImage paper = paper(SIDE, new Color(250, 249, 245));
    Graphics2D pen = pen(paper, 1, new Color(176, 196, 214));
    for (int line = 20; line < SIDE; line += 40) {
      pen.drawLine(0, line, SIDE, line);
      pen.drawLine(line, 0, line, SIDE);
    }
    write(paper, THREE, 0, 7, new Color(30, 60, 150));
    return grain(paper, 4);
  }

  private BufferedImage chalk() {
    BufferedImage board = paper(SIDE, new Color(38, 62, 52));
    write(board, FIVE, 0, 12, new Color(226, 230, 224));
    return grain(board, 9);
  }

  private BufferedImage number() {
    BufferedImage paper = paper(LINE, new Color(251, 248, 238));
    Graphics2D pen = pen(paper, 1, new Color(190, 190, 205));
    pen.drawLine(0, 186, LINE, 186);
    pen.drawLine(0, 24, LINE, 24);
    double[][][] digits = {TWO, ZERO, FOUR, EIGHT};
    for (int i = 0; i < digits.length; i++) {
      write(paper, digits[i], i * 118 - 38, 7, new Color(40, 40, 44));
    }
    return grain(paper, 4);
  }

  private BufferedImage scribble() {
    BufferedImage paper = paper(SIDE, Color.WHITE);
    write(paper, SCRIBBLE, 0, 6, new Color(120, 30, 40));
    return grain(paper, 2);
  }

  private static BufferedImage paper(int width, Color colour) {
    BufferedImage paper = new BufferedImage(width, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = paper.createGraphics();
    pen.setColor(colour);
    pen.fillRect(0, 0, width, SIDE);
    pen.dispose();
    return paper;
  }

  private static Graphics2D pen(BufferedImage paper, float width, Color colour) {
    Graphics2D pen = paper.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.setColor(colour);
    return pen;
  }

  private void write(BufferedImage paper, double[][] strokes, int left, float width, Color ink) {
    Graphics2D pen = pen(paper, width, ink);
    double scale = SIDE / 100.0;
    for (double[] stroke : strokes) {
      pen.draw(curve(stroke, left, scale));
    }
    pen.dispose();
  }

  /** A Catmull-Rom curve through the points, each moved a little. */
  private Path2D curve(double[] points, int left, double scale) {
    int count = points.length / 2;
    double[][] at = new double[count][];
    for (int i = 0; i < count; i++) {
      at[i] =
          new double[] {
            left + scale * points[2 * i] + random.nextGaussian(),
            scale * points[2 * i + 1] + random.nextGaussian()
          };
    }
    Path2D path = new Path2D.Double();
    path.moveTo(at[0][0], at[0][1]);
    for (int i = 0; i + 1 < count; i++) {
      List<double[]> near =
          List.of(at[Math.max(0, i - 1)], at[i], at[i + 1], at[Math.min(count - 1, i + 2)]);
      path.curveTo(
          near.get(1)[0] + (near.get(2)[0] - near.get(0)[0]) / 6,
          near.get(1)[1] + (near.get(2)[1] - near.get(0)[1]) / 6,
          near.get(2)[0] - (near.get(3)[0] - near.get(1)[0]) / 6,
          near.get(2)[1] - (near.get(3)[1] - near.get(1)[1]) / 6,
          near.get(2)[0],
          near.get(2)[1]);
    }
    return path;
  }

  /** Light grain and a shadow that grows to the lower right, as a photograph has them. */
  private BufferedImage grain(BufferedImage picture, double strength) {
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        double shadow = 1 - 0.1 * x / picture.getWidth() * y / picture.getHeight();
        double noise = strength * random.nextGaussian();
        Color old = new Color(picture.getRGB(x, y));
        picture.setRGB(
            x,
            y,
            new Color(
                    dim(old.getRed(), shadow, noise),
                    dim(old.getGreen(), shadow, noise),
                    dim(old.getBlue(), shadow, noise))
                .getRGB());
      }
    }
    return picture;
  }

  private static int dim(int level, double shadow, double noise) {
    int dimmed = (int) Math.round(level * shadow + noise);
    return Math.max(0, Math.min(255, dimmed));
  }

  private void save(Path folder, String name, BufferedImage picture) throws IOException {
    ImageIO.write(picture, "jpg", folder.resolve(name + ".jpg").toFile());
  }
}
