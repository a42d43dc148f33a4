package io.github.digitkit.cli.study;

import java.awt.image.BufferedImage;

/** Pictures whose ink fills the frame, as collections of small pictures and canvases have them. */
final class FrameFillers {
  private static final int LARGE = 240;

  private FrameFillers() {}

  static void addTo(PictureKinds kinds) {
    kinds.add("fills", "16x16 kept shape", (d, r) -> kept(Pen.large(d, LARGE), 16));
    kinds.add("fills", "16x16 full height, widened", (d, r) -> widened(Pen.large(d, LARGE)));
    kinds.add(
        "fills",
        "16x16 stretched, black and white",
        (d, r) -> grey(Pen.large(d, LARGE).scaled(16, 16).blackAndWhite()));
    kinds.add(
        "fills",
        "thick brush, tight frame",
        (d, r) -> grey(Pen.large(d, 180, r.nextDouble(0.22, 0.3))));
    kinds.add(
        "fills",
        "32 high, black and white, tight",
        (d, r) -> grey(Pen.large(d, LARGE).scaledTo(32).blackAndWhite()));
    kinds.add("fills", "300 px, no margin", (d, r) -> grey(Pen.large(d, 300)));
    kinds.add("fills", "300 px square, no margin above", (d, r) -> kept(Pen.large(d, 300), 300));
    kinds.add("fills", "white on black, no margin", (d, r) -> inverse(Pen.large(d, 300)));
    kinds.add(
        "fills",
        "white brush on black, tight",
        (d, r) -> inverse(Pen.large(d, 180, r.nextDouble(0.18, 0.26))));
    kinds.add(
        "fills",
        "brush on canvas, cut by its edge",
        (d, r) -> {
          InkSheet ink = Pen.large(d, 220, 0.22);
          return grey(ink.part(8, 8, ink.width() - 16, ink.height() - 16));
        });
    kinds.add("fills", "32x32 stretched", (d, r) -> grey(Pen.large(d, LARGE).scaled(32, 32)));
  }

  private static BufferedImage kept(InkSheet ink, int side) {
    return grey(ink.scaledTo(side).centredIn(side, side));
  }

  /** As wide as halfway between its own width and its height. */
  private static BufferedImage widened(InkSheet ink) {
    int own = Math.max(1, Math.round(16f * ink.width() / ink.height()));
    InkSheet fitted = ink.scaled(Math.min(16, (own + 16) / 2), 16);
    return grey(fitted.centredIn(16, 16));
  }

  private static BufferedImage grey(InkSheet ink) {
    return Photo.paper(ink.width(), ink.height(), Photo.WHITE)
        .lay(ink, 0, 0, Photo.BLACK, 1)
        .image();
  }

  private static BufferedImage inverse(InkSheet ink) {
    return Photo.paper(ink.width(), ink.height(), Photo.BLACK)
        .lay(ink, 0, 0, Photo.WHITE, 1)
        .image();
  }
}
