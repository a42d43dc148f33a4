package io.github.digitkit.cli.study;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The kinds of numbers of the study: how they are set, what is about them, what they are on. */
final class NumberKinds {
  private static final int PAPER = 0xf0eee6;
  private static final int INK = 0x28304a;
  private static final int RULING = 0x9fb4d8;
  private static final int PRINT = 0x606060;
  private static final int MARGIN = 40;
  private static final double NEAR = 0.06;
  private static final double FAR = 0.3;

  private final List<NumberKind> kinds = new ArrayList<>();

  private NumberKinds() {}

  static List<NumberKind> all() {
    NumberKinds all = new NumberKinds();
    all.addSetting();
    all.addMarks();
    all.addPaper();
    all.addSurroundings();
    all.addSizes();
    return all.kinds;
  }

  private void add(String name, NumberKind.Maker maker) {
    kinds.add(new NumberKind(name, maker, ""));
  }

  private static Writing written(List<InkSheet> digits, SplittableRandom random) {
    return new Writing(random, 1).digits(digits, NEAR, FAR);
  }

  private static InkSheet ink(List<InkSheet> digits, SplittableRandom random) {
    return written(digits, random).ink();
  }

  private static Photo onPaper(InkSheet ink, int margin) {
    return Photo.paper(ink.width() + 2 * margin, ink.height() + 2 * margin, PAPER)
        .lay(ink, margin, margin, INK, 1);
  }

  private void addSetting() {
    add("well apart", (d, r) -> onPaper(ink(d, r), MARGIN).image());
    add("cropped to the ink", (d, r) -> onPaper(ink(d, r), 0).image());
    add(
        "white on black, cropped",
        (d, r) -> {
          InkSheet ink = ink(d, r);
          return Photo.paper(ink.width() + 4, ink.height() + 4, Photo.BLACK)
              .layInMiddle(ink, Photo.WHITE)
              .image();
        });
    add("in a large picture", (d, r) -> onPaper(ink(d, r), 400).grain(2, r).image());
    add("close", (d, r) -> onPaper(new Writing(r, 1).digits(d, 0.01, 0.08).ink(), MARGIN).image());
    add(
        "touching",
        (d, r) -> onPaper(new Writing(r, 1).digits(d, -0.05, 0.1).ink(), MARGIN).image());
    add(
        "overlapping",
        (d, r) -> onPaper(new Writing(r, 1).digits(d, -0.12, 0.05).ink(), MARGIN).image());
    add(
        "uneven hand",
        (d, r) -> onPaper(new Writing(r, 3).digits(d, NEAR, FAR).ink(), MARGIN).image());
    add(
        "sloping line",
        (d, r) -> onPaper(ink(d, r).turned(r.nextDouble(-6, 6), 0), MARGIN).image());
    add(
        "slanted hand",
        (d, r) -> onPaper(ink(d, r).turned(0, r.nextDouble(0.2, 0.5)), MARGIN).image());
    kinds.add(new NumberKind("last zeros joined", NumberKinds::withJoinedZeros, "000"));
  }

  private static BufferedImage withJoinedZeros(List<InkSheet> digits, SplittableRandom random) {
    Writing writing = written(digits, random);
    InkSheet zero = zero();
    writing.digit(zero, NEAR).digit(zero, NEAR).joined().digit(zero, NEAR).joined();
    return onPaper(writing.ink(), MARGIN).image();
  }

  /** A round zero as of the data set, for kinds that end in zeros. */
  private static InkSheet zero() {
    InkSheet sheet = InkSheet.blank(28, 28);
    for (int i = 0; i < 24; i++) {
      double from = 2 * Math.PI * i / 24;
      double to = 2 * Math.PI * (i + 1) / 24;
      sheet =
          sheet.withStroke(
              14 + 7 * Math.cos(from),
              14 + 9 * Math.sin(from),
              14 + 7 * Math.cos(to),
              14 + 9 * Math.sin(to),
              2);
    }
    return sheet;
  }

  private void addMarks() {
    add("points between thousands", (d, r) -> grouped(d, r, Mark.POINT));
    add("decimal comma", (d, r) -> between(d, r, d.size() - 2, Mark.COMMA));
    add("date with slashes", (d, r) -> parted(d, r, Mark.SLASH));
    add("date with dashes", (d, r) -> parted(d, r, Mark.DASH));
    add("a sum", (d, r) -> parted(d, r, Mark.PLUS, Mark.EQUALS));
    add(
        "dollar sign before",
        (d, r) ->
            onPaper(new Writing(r, 1).mark(Mark.DOLLAR, 0).digits(d, 0.1, FAR).ink(), MARGIN)
                .image());
    add("dash after", (d, r) -> onPaper(written(d, r).mark(Mark.DASH, 0.2).ink(), MARGIN).image());
    add("hash after", (d, r) -> onPaper(written(d, r).mark(Mark.HASH, 0.2).ink(), MARGIN).image());
  }

  private static BufferedImage grouped(List<InkSheet> digits, SplittableRandom random, Mark mark) {
    Writing writing = new Writing(random, 1);
    for (int i = 0; i < digits.size(); i++) {
      writing.digit(digits.get(i), random.nextDouble(NEAR, FAR));
      int after = digits.size() - 1 - i;
      if (after > 0 && after % 3 == 0) {
        writing.mark(mark, 0.03);
      }
    }
    return onPaper(writing.ink(), MARGIN).image();
  }

  private static BufferedImage between(
      List<InkSheet> digits, SplittableRandom random, int place, Mark mark) {
    Writing writing = new Writing(random, 1);
    for (int i = 0; i < digits.size(); i++) {
      if (i == place && i > 0) {
        writing.mark(mark, 0.03);
      }
      writing.digit(digits.get(i), random.nextDouble(NEAR, FAR));
    }
    return onPaper(writing.ink(), MARGIN).image();
  }

  /** After every two digits one of the marks, in turn. */
  private static BufferedImage parted(
      List<InkSheet> digits, SplittableRandom random, Mark... marks) {
    Writing writing = new Writing(random, 1);
    for (int i = 0; i < digits.size(); i++) {
      boolean parts = i > 0 && i % 2 == 0 && i <= 4;
      if (parts) {
        writing.mark(marks[(i / 2 - 1) % marks.length], random.nextDouble(0.08, 0.2));
      }
      writing.digit(digits.get(i), random.nextDouble(parts ? 0.12 : NEAR, FAR));
    }
    return onPaper(writing.ink(), MARGIN).image();
  }

  private void addPaper() {
    add(
        "on a ruling",
        (d, r) -> {
          Photo photo = onPaper(ink(d, r), MARGIN);
          return photo
              .line(true, photo.height() - MARGIN + r.nextDouble(-4, 6), 2, PRINT, 0.9)
              .image();
        });
    add("squared paper", (d, r) -> squared(d, r, MARGIN).grain(2, r).image());
    add("squared paper, cropped", (d, r) -> squared(d, r, 6).grain(2, r).image());
    add(
        "squared paper in slanting light",
        (d, r) -> squared(d, r, MARGIN).lit((x, y) -> 0.55 + 0.45 * x).grain(5, r).image());
    add("a box around", (d, r) -> boxed(ink(d, r)).image());
    add("a box for each digit", NumberKinds::comb);
    add(
        "photo: slanting light, grain, soft",
        (d, r) -> {
          InkSheet ink = ink(d, r).blurred(2);
          return onPaper(ink, MARGIN).lit((x, y) -> 1 - 0.5 * x * y).grain(9, r).image();
        });
    add(
        "hard shadow across",
        (d, r) -> {
          double at = r.nextDouble(0.7, 1.3);
          return onPaper(ink(d, r), MARGIN).lit((x, y) -> x + y < at ? 0.5 : 1).grain(4, r).image();
        });
    add("cheque: printed waves", (d, r) -> waves(ink(d, r), r).image());
  }

  private static Photo squared(List<InkSheet> digits, SplittableRandom random, int margin) {
    InkSheet ink = ink(digits, random);
    Photo photo = Photo.paper(ink.width() + 2 * margin, ink.height() + 2 * margin, PAPER);
    double gap = random.nextDouble(0.45, 1.1) * Writing.HEIGHT;
    photo.squares(gap, RULING, random);
    return photo.lay(ink, margin, margin, INK, 1);
  }

  private static Photo boxed(InkSheet ink) {
    Photo photo = onPaper(ink, MARGIN);
    for (double at : new double[] {10, photo.height() - 10}) {
      photo.line(true, at, 3, PRINT, 1);
    }
    for (double at : new double[] {10, photo.width() - 10}) {
      photo.line(false, at, 3, PRINT, 1);
    }
    return photo;
  }

  private static BufferedImage comb(List<InkSheet> digits, SplittableRandom random) {
    Writing writing = new Writing(random, 1).digits(digits, 0.3, 0.45);
    Photo photo = onPaper(writing.ink(), MARGIN);
    List<int[]> extents = writing.extents();
    photo.line(true, MARGIN / 3.0, 2.5, PRINT, 1);
    photo.line(true, photo.height() - MARGIN / 3.0, 2.5, PRINT, 1);
    photo.line(false, MARGIN / 2.0, 2.5, PRINT, 1);
    photo.line(false, photo.width() - MARGIN / 2.0, 2.5, PRINT, 1);
    for (int i = 1; i < extents.size(); i++) {
      double middle = (extents.get(i - 1)[1] + extents.get(i)[0]) / 2.0;
      photo.line(false, MARGIN + middle, 2.5, PRINT, 1);
    }
    return photo.image();
  }

  /** Fine waves all over, at the resolution of a cheque's scan. */
  private static Photo waves(InkSheet ink, SplittableRandom random) {
    int height = 44;
    int width = Math.max(1, height * (ink.width() + 2 * MARGIN) / (ink.height() + 2 * MARGIN));
    InkSheet small =
        ink.centredIn(ink.width() + 2 * MARGIN, ink.height() + 2 * MARGIN).scaled(width, height);
    double turn = random.nextDouble(Math.PI);
    double waves = random.nextDouble(8, 14);
    double bend = random.nextDouble(2);
    return Photo.paper(width, height, 0xc4c4c0)
        .lit(
            (x, y) -> {
              double along = (Math.cos(turn) * x * width + Math.sin(turn) * y * height) / height;
              double bent = along + 0.1 * Math.sin(bend + 5 * y);
              return 0.93 + 0.09 * Math.sin(2 * Math.PI * waves * bent);
            })
        .lay(small, 0, 0, 0x303030, 0.85)
        .grain(4, random);
  }

  private void addSurroundings() {
    add(
        "underlined twice",
        (d, r) -> {
          InkSheet ink = ink(d, r);
          InkSheet line = InkSheet.filled(ink.width() + 20, 4);
          Photo photo = onPaper(ink, MARGIN);
          int below = photo.height() - MARGIN + 8;
          return photo
              .lay(line, MARGIN - 10, below, INK, 1)
              .lay(line, MARGIN - 10, below + 12, INK, 1)
              .image();
        });
    add("a line under each digit", NumberKinds::onLines);
    add("circled", (d, r) -> circled(ink(d, r)).image());
    add(
        "in parentheses",
        (d, r) ->
            onPaper(
                    new Writing(r, 1)
                        .mark(Mark.OPENING, 0)
                        .digits(d, 0.1, FAR)
                        .mark(Mark.CLOSING, 0.1)
                        .ink(),
                    MARGIN)
                .image());
    add(
        "white on a coloured band",
        (d, r) -> {
          InkSheet ink = ink(d, r);
          InkSheet band = InkSheet.filled(ink.width() + MARGIN, ink.height() + MARGIN);
          return Photo.paper(band.width() + 2 * MARGIN, band.height() + 2 * MARGIN, PAPER)
              .layInMiddle(band, 0x2060a0)
              .layInMiddle(ink, PAPER)
              .grain(2, r)
              .image();
        });
    add(
        "dark table around",
        (d, r) ->
            onPaper(ink(d, r), 2 * MARGIN)
                .lit((x, y) -> x < 0.06 || x > 0.95 || y < 0.1 || y > 0.92 ? 0.25 : 1)
                .grain(3, r)
                .image());
  }

  private static BufferedImage onLines(List<InkSheet> digits, SplittableRandom random) {
    Writing writing = new Writing(random, 1).digits(digits, 0.3, 0.45);
    Photo photo = onPaper(writing.ink(), MARGIN);
    for (int[] extent : writing.extents()) {
      InkSheet line = InkSheet.filled(extent[1] - extent[0] + 16, 4);
      photo.lay(line, MARGIN + extent[0] - 8, photo.height() - MARGIN + 8, PRINT, 1);
    }
    return photo.image();
  }

  private static Photo circled(InkSheet ink) {
    Photo photo = onPaper(ink, 2 * MARGIN);
    int width = photo.width() - 20;
    int height = photo.height() - 10;
    double pen = 10.0 / height;
    InkSheet ring =
        InkSheet.drawn(
            width,
            height,
            (x, y) -> Math.abs(2 * Math.hypot(x - 0.5, y - 0.5) - 1 + pen) < pen ? 1 : 0);
    return photo.layInMiddle(ring, INK);
  }

  private void addSizes() {
    for (int height : new int[] {12, 16, 24, 48}) {
      add(
          height + " pixels high",
          (d, r) -> {
            InkSheet ink = ink(d, r);
            int margin = MARGIN / 2;
            InkSheet sheet = ink.centredIn(ink.width() + 2 * margin, ink.height() + 2 * margin);
            int width = Math.max(1, height * sheet.width() / sheet.height());
            return Photo.paper(width, height, Photo.WHITE)
                .lay(sheet.scaled(width, height), 0, 0, Photo.BLACK, 1)
                .image();
          });
    }
  }
}
