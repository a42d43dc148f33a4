package io.github.digitkit.web;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Draws the sample pictures of the page, so that their origin is beyond doubt: {@code
 * SamplePictures src/main/resources/web/img/samples}. Not part of the tests.
 */
final class SamplePictures {
  private static final int SIDE = 200;
  private static final int LINE = 480;
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
    write(paper, Handwriting.strokes(7), 0, 9, new Color(28, 34, 60));
    return grain(paper, 3);
  }

  private BufferedImage squared() {
    BufferedImage paper = paper(SIDE, new Color(250, 249, 245));
    Graphics2D pen = pen(paper, 1, new Color(176, 196, 214));
    for (int line = 20; line < SIDE; line += 40) {
      pen.drawLine(0, line, SIDE, line);
      pen.drawLine(line, 0, line, SIDE);
    }
    write(paper, Handwriting.strokes(3), 0, 7, new Color(30, 60, 150));
    return grain(paper, 4);
  }

  private BufferedImage chalk() {
    BufferedImage board = paper(SIDE, new Color(38, 62, 52));
    write(board, Handwriting.strokes(5), 0, 12, new Color(226, 230, 224));
    return grain(board, 9);
  }

  private BufferedImage number() {
    BufferedImage paper = paper(LINE, new Color(251, 248, 238));
    Graphics2D pen = pen(paper, 1, new Color(190, 190, 205));
    pen.drawLine(0, 186, LINE, 186);
    pen.drawLine(0, 24, LINE, 24);
    double[][][] digits = {
      Handwriting.strokes(2), Handwriting.strokes(0), Handwriting.strokes(4), Handwriting.strokes(8)
    };
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
      pen.draw(Handwriting.curve(stroke, left, scale, random));
    }
    pen.dispose();
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
