package io.github.digitkit.cli;

import io.github.digitkit.cli.judge.SetResult;
import io.github.digitkit.recognizer.DigitRecognizer;
import io.github.digitkit.recognizer.image.GrayImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import javax.imageio.ImageIO;

/** A page with the mistaken pictures: the file, what the network saw, and what it said. */
final class MistakesPage {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>Mistakes</title>
      <style>
      body { font: 14px/1.4 system-ui, sans-serif; margin: 2rem; }
      section { display: flex; flex-wrap: wrap; gap: 1rem; }
      figure { margin: 0; width: 11rem; }
      img { width: 5.3rem; height: 5.3rem; object-fit: contain; background: #ddd; }
      img.seen { image-rendering: pixelated; background: #000; }
      figcaption { overflow-wrap: anywhere; }
      </style>
      </head>
      <body>
      <h1>Mistakes</h1>
      """;

  private final DigitRecognizer recognizer;
  private final StringBuilder html = new StringBuilder(HEAD);

  MistakesPage(DigitRecognizer recognizer) {
    this.recognizer = recognizer;
  }

  void add(Path set, SetResult result) throws IOException {
    html.append("<h2>").append(escape(result.name())).append(": ");
    html.append(result.mistakes().size()).append("</h2>\n<section>\n");
    for (SetResult.Mistake mistake : result.mistakes()) {
      add(set.resolve(mistake.file()).toAbsolutePath(), mistake);
    }
    html.append("</section>\n");
  }

  private void add(Path picture, SetResult.Mistake mistake) throws IOException {
    html.append("<figure><img alt=\"\" src=\"").append(escape(picture.toUri().toString()));
    html.append("\">");
    if (mistake.expected().length() == 1 || mistake.expected().equals("none")) {
      html.append(" <img class=\"seen\" alt=\"\" src=\"data:image/png;base64,");
      html.append(png(recognizer.recognize(picture).seen())).append("\">");
    }
    html.append("\n<figcaption>").append(escape(mistake.expected())).append(" read as ");
    html.append(escape(mistake.read()));
    html.append(String.format(Locale.ROOT, " (%.1f %%", 100 * mistake.confidence()));
    html.append(mistake.accepted() ? ")" : ", refused)");
    html.append("<br>").append(escape(mistake.file())).append("</figcaption></figure>\n");
  }

  void write(Path file) throws IOException {
    Files.writeString(file, html + "</body>\n</html>\n", StandardCharsets.UTF_8);
  }

  private static String png(GrayImage seen) throws IOException {
    BufferedImage image =
        new BufferedImage(seen.width(), seen.height(), BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, seen.width(), seen.height(), seen.toByteArray());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.setUseCache(false);
    ImageIO.write(image, "png", bytes);
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
