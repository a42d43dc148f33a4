package io.github.digitkit.cli.study;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** What people send now and then: notes, plates, screens, stains, odd pens. */
final class RareKinds {
  private static final int SIDE = 300;
  private static final int DIGIT = 180;
  private static final int PAPER = 0xf0eee6;
  private static final int INK = 0x28304a;
  private static final int PRINT = 0x303030;
  private static final double PEN = 0.07;

  private RareKinds() {}

  static void addTo(PictureKinds kinds) {
    addGrounds(kinds);
    addPens(kinds);
    addCameras(kinds);
    addBeside(kinds);
  }

  private static InkSheet digit(InkSheet given) {
    return Pen.large(given, DIGIT, PEN);
  }

  private static Photo sheet(InkSheet given) {
    return Photo.paper(SIDE, SIDE, PAPER).layInMiddle(digit(given), INK);
  }

  private static void addGrounds(PictureKinds kinds) {
    kinds.add("rare", "dotted paper", RareKinds::onDots);
    kinds.add("rare", "white on a blue plate on a wall", RareKinds::onPlate);
    kinds.add(
        "rare",
        "white on a round button",
        (d, r) ->
            Photo.paper(SIDE, SIDE, PAPER)
                .layInMiddle(disc(220), 0x2060c0)
                .layInMiddle(Pen.large(d, 120, 0.1), PAPER)
                .grain(2, r)
                .image());
    kinds.add("rare", "yellow note on a grey desk", RareKinds::onNote);
    kinds.add(
        "rare",
        "colour running from side to side",
        (d, r) ->
            Photo.paper(SIDE, SIDE, 0xf0d060)
                .lay(InkSheet.drawn(SIDE, SIDE, (x, y) -> x), 0, 0, 0x70b0f0, 1)
                .layInMiddle(digit(d), INK)
                .image());
    kinds.add("rare", "wood", RareKinds::onWood);
    kinds.add("rare", "coffee stain", RareKinds::onStain);
  }

  private static BufferedImage onDots(InkSheet given, SplittableRandom random) {
    Photo photo = Photo.paper(SIDE, SIDE, PAPER);
    InkSheet dot = disc(6);
    int gap = 30 + random.nextInt(20);
    for (int y = random.nextInt(gap); y < SIDE; y += gap) {
      for (int x = gap / 3; x < SIDE; x += gap) {
        photo.lay(dot, x, y, 0x8090a0, 0.9);
      }
    }
    return photo.layInMiddle(digit(given), INK).grain(2, random).image();
  }

  private static BufferedImage onPlate(InkSheet given, SplittableRandom random) {
    return Photo.paper(SIDE, SIDE, 0xc8b8a8)
        .blotches(8, 9, random)
        .layInMiddle(InkSheet.filled(230, 230), 0x203880)
        .layInMiddle(Pen.large(given, 150, 0.1), 0xf0f0f0)
        .grain(3, random)
        .image();
  }

  private static BufferedImage onNote(InkSheet given, SplittableRandom random) {
    return Photo.paper(400, SIDE, 0x787878)
        .blotches(6, 9, random)
        .layInMiddle(InkSheet.filled(220, 220), 0xf4e878)
        .layInMiddle(Pen.large(given, 140, PEN), INK)
        .grain(3, random)
        .image();
  }

  private static BufferedImage onWood(InkSheet given, SplittableRandom random) {
    double bend = random.nextDouble(2, 5);
    double rings = random.nextDouble(5, 12);
    return Photo.paper(SIDE, SIDE, 0xd8b080)
        .lit(
            (x, y) -> 0.92 + 0.08 * Math.sin(2 * Math.PI * rings * (y + 0.04 * Math.sin(bend * x))))
        .layInMiddle(digit(given), 0x201810)
        .grain(4, random)
        .image();
  }

  private static BufferedImage onStain(InkSheet given, SplittableRandom random) {
    double left = random.nextDouble(0.2, 0.8);
    double top = random.nextDouble(0.2, 0.8);
    return sheet(given)
        .lit(
            (x, y) -> {
              double far = Math.hypot(x - left, y - top);
              return 1 - (far < 0.3 ? 0.12 : 0) - 0.25 * Math.exp(-Math.pow((far - 0.3) / 0.02, 2));
            })
        .grain(2, random)
        .image();
  }

  private static void addPens(PictureKinds kinds) {
    kinds.add("rare", "outline only", (d, r) -> outlined(d));
    kinds.add(
        "rare",
        "ink running out",
        (d, r) -> {
          InkSheet ink = digit(d);
          return Photo.paper(SIDE, SIDE, PAPER)
              .layInMiddle(ink.fading((x, y) -> 1 - 0.75 * y), INK)
              .grain(2, r)
              .image();
        });
    kinds.add(
        "rare",
        "dotted pen",
        (d, r) -> {
          Photo photo = sheet(d);
          for (int at = 0; at < SIDE; at += 22) {
            photo.line(true, at, 5, PAPER, 1).line(false, at, 5, PAPER, 1);
          }
          return photo.image();
        });
  }

  private static BufferedImage outlined(InkSheet given) {
    InkSheet large = Pen.large(given, DIGIT);
    InkSheet thick = large.redrawn(34).centredIn(SIDE, SIDE);
    InkSheet core = large.redrawn(22).centredIn(SIDE, SIDE);
    return Photo.paper(SIDE, SIDE, PAPER)
        .lay(thick, 0, 0, INK, 1)
        .lay(core, 0, 0, PAPER, 1)
        .image();
  }

  private static void addCameras(PictureKinds kinds) {
    kinds.add("rare", "salt and pepper", (d, r) -> sheet(d).speckled(0.03, r).image());
    kinds.add(
        "rare",
        "shaken",
        (d, r) ->
            Photo.paper(SIDE, SIDE, PAPER)
                .layInMiddle(digit(d).smeared(24), INK)
                .grain(2, r)
                .image());
    kinds.add("rare", "dithered to black and white", (d, r) -> sheet(d).dithered(r).image());
    kinds.add(
        "rare",
        "photo of a screen",
        (d, r) -> {
          double pitch = r.nextDouble(0.9, 1.1) * SIDE / 3.3;
          double beat = r.nextDouble(3, 9);
          return sheet(d)
              .lit(
                  (x, y) ->
                      0.85
                          + 0.07 * Math.sin(2 * Math.PI * pitch * x)
                          + 0.06 * Math.sin(2 * Math.PI * beat * (x + 0.4 * y)))
              .grain(3, r)
              .image();
        });
  }

  private static void addBeside(PictureKinds kinds) {
    kinds.add(
        "rare",
        "circled",
        (d, r) -> {
          int across = 260;
          return Photo.paper(SIDE, SIDE, PAPER)
              .layInMiddle(ring(across, 7), INK)
              .layInMiddle(Pen.large(d, 130, 0.08), INK)
              .grain(2, r)
              .image();
        });
    kinds.add("rare", "printed words above", RareKinds::belowWords);
    kinds.add(
        "rare",
        "finger at the border",
        (d, r) -> {
          double place = r.nextDouble(0.2, 0.8);
          return sheet(d)
              .lit((x, y) -> Math.hypot((x - place) / 0.09, (y - 1.02) / 0.13) < 1 ? 0.55 : 1)
              .grain(3, r)
              .image();
        });
  }

  private static BufferedImage belowWords(InkSheet given, SplittableRandom random) {
    Photo photo = sheet(given);
    int x = 20;
    while (x < SIDE - 30) {
      int letters = 2 + random.nextInt(5);
      for (int i = 0; i < letters; i++) {
        photo
            .lay(InkSheet.filled(2, 12), x, 18, PRINT, 1)
            .lay(InkSheet.filled(6, 2), x, 18 + random.nextInt(10), PRINT, 1);
        x += 9;
      }
      x += 10;
    }
    return photo.grain(2, random).image();
  }

  private static InkSheet disc(int across) {
    return InkSheet.drawn(across, across, (x, y) -> Math.hypot(x - 0.5, y - 0.5) < 0.5 ? 1 : 0);
  }

  private static InkSheet ring(int across, double pen) {
    double half = pen / across / 2;
    return InkSheet.drawn(
        across,
        across,
        (x, y) -> Math.abs(Math.hypot(x - 0.5, y - 0.5) - 0.5 + half) < half ? 1 : 0);
  }
}
