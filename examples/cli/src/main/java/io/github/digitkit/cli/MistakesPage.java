package io.github.digitkit.cli;

import io.github.digitkit.recognizer.image.GrayImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
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

  private MistakesPage() {}

  static void write(Path file, List<SetScore> scores) throws IOException {
    StringBuilder html = new StringBuilder(HEAD);
    for (SetScore score : scores) {
      List<SetScore.Judged> mistakes = score.mistakes();
      html.append("<h2>").append(escape(score.name())).append(": ");
      html.append(mistakes.size()).append("</h2>\n<section>\n");
      for (SetScore.Judged mistake : mistakes) {
        append(html, mistake);
      }
      html.append("</section>\n");
    }
    html.append("</body>\n</html>\n");
    Files.writeString(file, html, StandardCharsets.UTF_8);
  }

  private static void append(StringBuilder html, SetScore.Judged mistake) throws IOException {
    Path picture = mistake.picture().file().toAbsolutePath();
    String label = mistake.isDigit() ? "" + mistake.picture().label().getAsInt() : "no digit";
    String confidence = String.format(Locale.ROOT, "%.1f %%", 100 * mistake.answer().confidence());
    html.append("<figure><img alt=\"\" src=\"").append(escape(picture.toUri().toString()));
    html.append("\"> <img class=\"seen\" alt=\"\" src=\"data:image/png;base64,");
    html.append(png(mistake.answer().seen())).append("\">\n<figcaption>");
    html.append(label).append(" read as ").append(mistake.answer().digit());
    html.append(" (").append(confidence).append(")");
    mistake.answer().rejected().ifPresent(reason -> html.append(", ").append(reason));
    html.append("<br>").append(escape(picture.getFileName().toString()));
    html.append("</figcaption></figure>\n");
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
