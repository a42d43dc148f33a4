package io.github.digitkit.cli.study;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** Paper with lines, bad light, boards, and what else stands beside the digit. */
final class PaperKinds {
  private static final int SIDE = 300;
  private static final int PAPER = 0xf0eee6;
  private static final int INK = 0x28304a;
  private static final int RULING = 0x9fb4d8;

  private PaperKinds() {}

  static void addTo(PictureKinds kinds) {
    addLight(kinds);
    addPaper(kinds);
    addBeside(kinds);
  }

  private static Photo sheet(InkSheet digit, double share) {
    return Photo.paper(SIDE, SIDE, PAPER)
        .layInMiddle(Pen.large(digit, (int) (share * SIDE), 0.07), INK);
  }

  private static void addLight(PictureKinds kinds) {
    kinds.add(
        "light",
        "slope to half",
        (d, r) -> {
          double turn = r.nextDouble(2 * Math.PI);
          return sheet(d, 0.6)
              .lit(
                  (x, y) ->
                      0.75 + 0.35 * (Math.cos(turn) * (x - 0.5) + Math.sin(turn) * (y - 0.5)) * 1.4)
              .image();
        });
    kinds.add(
        "light",
        "vignette to a third",
        (d, r) -> sheet(d, 0.6).lit((x, y) -> 1 - 1.3 * (sq(x - 0.5) + sq(y - 0.5))).image());
    kinds.add(
        "light",
        "hard shadow across",
        (d, r) -> {
          double turn = r.nextDouble(2 * Math.PI);
          double off = r.nextDouble(-0.25, 0.25);
          return sheet(d, 0.6)
              .lit(
                  (x, y) -> {
                    double side = Math.cos(turn) * (x - 0.5) + Math.sin(turn) * (y - 0.5) - off;
                    return 0.6 + 0.4 * step(side * 60);
                  })
              .grain(2, r)
              .image();
        });
    kinds.add(
        "light",
        "soft shadow in a corner",
        (d, r) ->
            sheet(d, 0.6)
                .lit((x, y) -> 0.45 + 0.55 * step(10 * (x + y - 0.55)))
                .grain(2, r)
                .image());
    kinds.add(
        "light",
        "glare spot",
        (d, r) -> {
          double spotX = r.nextDouble();
          double spotY = r.nextDouble();
          return sheet(d, 0.6)
              .lit((x, y) -> 0.6 + 0.6 * Math.exp(-12 * (sq(x - spotX) + sq(y - spotY))))
              .image();
        });
    kinds.add(
        "light", "dim and grainy", (d, r) -> sheet(d, 0.6).lit((x, y) -> 0.35).grain(8, r).image());
    kinds.add("light", "grain 12", (d, r) -> sheet(d, 0.6).grain(12, r).image());
    kinds.add("light", "grain 30", (d, r) -> sheet(d, 0.6).grain(30, r).image());
    kinds.add(
        "light",
        "out of focus",
        (d, r) -> {
          InkSheet ink = Pen.large(d, 180, 0.07).blurred(8);
          return Photo.paper(SIDE, SIDE, PAPER).layInMiddle(ink, INK).grain(2, r).image();
        });
  }

  private static void addPaper(PictureKinds kinds) {
    kinds.add("paper", "lined", (d, r) -> ruled(d, r, false, 60));
    kinds.add("paper", "squared, 5 mm", (d, r) -> ruled(d, r, true, 45));
    kinds.add("paper", "squared, cell as large as the digit", (d, r) -> ruled(d, r, true, 190));
    kinds.add("paper", "crumpled", (d, r) -> sheet(d, 0.6).blotches(14, 9, r).grain(3, r).image());
    kinds.add("paper", "black board, chalk", PaperKinds::chalk);
    kinds.add(
        "paper",
        "white board, marker",
        (d, r) ->
            Photo.paper(640, 480, 0xd8dce0)
                .layInMiddle(Pen.large(d, 200, 0.06), 0x2050a0)
                .blotches(4, 7, r)
                .lit((x, y) -> 0.75 + 0.35 * Math.exp(-8 * (sq(x - 0.2) + sq(y - 0.1))))
                .grain(3, r)
                .image());
    kinds.add(
        "paper",
        "writing shows through",
        (d, r) -> {
          InkSheet back = Pen.large(d, 200, 0.07).turned(180, 0);
          return Photo.paper(SIDE, SIDE, PAPER)
              .lay(back, r.nextInt(120), r.nextInt(120), INK, 0.12)
              .layInMiddle(Pen.large(d, 180, 0.07), INK)
              .grain(2, r)
              .image();
        });
  }

  private static BufferedImage ruled(
      InkSheet digit, SplittableRandom random, boolean squared, int gap) {
    Photo photo = Photo.paper(SIDE, SIDE, PAPER);
    for (double at = random.nextDouble(gap); at < SIDE; at += gap) {
      photo.line(true, at, 1.6, RULING, 0.9);
    }
    for (double at = random.nextDouble(gap); squared && at < SIDE; at += gap) {
      photo.line(false, at, 1.6, RULING, 0.9);
    }
    return photo.layInMiddle(Pen.large(digit, 180, 0.07), INK).grain(2, random).image();
  }

  private static BufferedImage chalk(InkSheet digit, SplittableRandom random) {
    InkSheet ink = Pen.large(digit, 180, 0.07);
    return Photo.paper(SIDE, SIDE, 0x28382f)
        .lay(ink, (SIDE - ink.width()) / 2, (SIDE - ink.height()) / 2, 0xe8e8e0, 0.8)
        .blotches(8, 7, random)
        .grain(7, random)
        .image();
  }

  private static void addBeside(PictureKinds kinds) {
    kinds.add(
        "beside",
        "frame around",
        (d, r) -> {
          Photo photo = sheet(d, 0.55);
          for (double at : new double[] {15, SIDE - 15}) {
            photo.line(true, at, 3, 0x404040, 1).line(false, at, 3, 0x404040, 1);
          }
          return photo.grain(2, r).image();
        });
    kinds.add(
        "beside",
        "underlined",
        (d, r) -> {
          InkSheet bar = InkSheet.filled(200, 7);
          return sheet(d, 0.55).lay(bar, 50, 262, INK, 1).image();
        });
    kinds.add(
        "beside",
        "full stop after",
        (d, r) -> {
          InkSheet dot = InkSheet.filled(14, 14);
          return sheet(d, 0.6).lay(dot, 240, 225, INK, 1).image();
        });
    kinds.add(
        "beside",
        "neighbours cut by the sides",
        (d, r) -> {
          Photo photo = sheet(d, 0.7);
          InkSheet left = Pen.large(d.turned(0, 0.1), 210, 0.07);
          return photo
              .lay(left, -left.width() + 10 + r.nextInt(25), 45, INK, 1)
              .lay(left, SIDE - 10 - r.nextInt(25), 45, INK, 1)
              .image();
        });
    kinds.add(
        "beside",
        "specks",
        (d, r) -> {
          Photo photo = sheet(d, 0.6);
          for (int i = 0; i < 12; i++) {
            int size = 2 + r.nextInt(6);
            InkSheet speck = InkSheet.filled(size, size);
            photo.lay(speck, r.nextInt(SIDE), r.nextInt(SIDE), INK, 0.9);
          }
          return photo.image();
        });
    kinds.add(
        "beside",
        "table edge in a corner",
        (d, r) -> sheet(d, 0.5).lit((x, y) -> y > 0.9 + 0.15 * x ? 0.15 : 1).grain(3, r).image());
    kinds.add(
        "beside",
        "dark table around the sheet",
        (d, r) -> {
          Photo photo = sheet(d, 0.5);
          return photo
              .lit((x, y) -> x < 0.06 || x > 0.95 || y < 0.07 || y > 0.93 ? 0.25 : 1)
              .grain(3, r)
              .image();
        });
  }

  private static double sq(double x) {
    return x * x;
  }

  private static double step(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
