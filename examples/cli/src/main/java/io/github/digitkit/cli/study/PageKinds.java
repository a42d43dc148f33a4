package io.github.digitkit.cli.study;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The kinds of pages of the study: how the lines are set, what paper and light they are in. */
final class PageKinds {
  private static final int PAPER = 0xf0eee6;
  private static final int INK = 0x28304a;
  private static final int RULING = 0x9fb4d8;
  private static final int PRINT = 0x606060;
  private static final int MARGIN = 80;

  /** From line to line, in digits' heights. */
  private static final double SPACING = 1.8;

  private final List<PageKind> kinds = new ArrayList<>();

  private PageKinds() {}

  static List<PageKind> all() {
    PageKinds all = new PageKinds();
    all.addSetting();
    all.addPaper();
    all.addLight();
    return all.kinds;
  }

  private void add(String name, PageKind.Maker maker) {
    kinds.add(new PageKind(name, maker));
  }

  private void addSetting() {
    add("lines one below the other", (l, r) -> on(PAPER, set(l, SPACING, r)).image());
    add("close lines", (l, r) -> on(PAPER, set(l, 1.25, r)).image());
    add("in two columns", (l, r) -> on(PAPER, columns(l, r)).image());
    add("turned by up to 5 degrees", (l, r) -> on(PAPER, turned(l, 5, r)).image());
    add(
        "small, on a large sheet",
        (l, r) -> {
          InkSheet ink = set(l, SPACING, r);
          InkSheet small = ink.scaled(ink.width() / 3, ink.height() / 3);
          return Photo.paper(1600, 1200, PAPER)
              .lay(small, r.nextInt(100, 900), r.nextInt(100, 700), INK, 1)
              .grain(2, r)
              .image();
        });
  }

  private void addPaper() {
    add("white on black", (l, r) -> on(Photo.BLACK, Photo.WHITE, set(l, SPACING, r)).image());
    add("lined paper", (l, r) -> lined(l, r).grain(2, r).image());
    add("squared paper", (l, r) -> squared(l, r).grain(2, r).image());
    add(
        "dark table around the sheet",
        (l, r) -> {
          Photo sheet = on(PAPER, set(l, SPACING, r));
          return sheet
              .lit((x, y) -> x < 0.06 || x > 0.95 || y < 0.05 || y > 0.96 ? 0.25 : 1)
              .grain(3, r)
              .image();
        });
    add("each number in a box", (l, r) -> boxed(l, r).image());
    add("a ruled table of three columns", (l, r) -> table(l, r).image());
    add("square cells, three by three", (l, r) -> squareCells(l, r).image());
  }

  private void addLight() {
    add(
        "slanting light, grain, soft",
        (l, r) ->
            on(PAPER, set(l, SPACING, r).blurred(2))
                .lit((x, y) -> 1 - 0.5 * x * y)
                .grain(8, r)
                .image());
    add(
        "vignette to a third",
        (l, r) ->
            on(PAPER, set(l, SPACING, r))
                .lit((x, y) -> 1 - 1.3 * ((x - 0.5) * (x - 0.5) + (y - 0.5) * (y - 0.5)))
                .grain(4, r)
                .image());
    add(
        "hard shadow across",
        (l, r) -> {
          double at = r.nextDouble(0.8, 1.2);
          return on(PAPER, set(l, SPACING, r))
              .lit((x, y) -> x + y < at ? 0.5 : 1)
              .grain(4, r)
              .image();
        });
    add(
        "lined paper in slanting light",
        (l, r) -> lined(l, r).lit((x, y) -> 0.5 + 0.5 * x).grain(6, r).image());
  }

  private static Photo on(int paper, InkSheet ink) {
    return on(paper, INK, ink);
  }

  private static Photo on(int paper, int colour, InkSheet ink) {
    return Photo.paper(ink.width() + 2 * MARGIN, ink.height() + 2 * MARGIN, paper)
        .lay(ink, MARGIN, MARGIN, colour, 1);
  }

  /** Lines one below the other, beginning at not quite the same column. */
  private static InkSheet set(List<InkSheet> lines, double spacing, SplittableRandom random) {
    int step = (int) (spacing * Writing.HEIGHT);
    InkSheet page = sheetFor(lines, step);
    for (int i = 0; i < lines.size(); i++) {
      page = page.with(lines.get(i), random.nextInt(Writing.HEIGHT), i * step);
    }
    return page;
  }

  private static InkSheet sheetFor(List<InkSheet> lines, int step) {
    int width = lines.stream().mapToInt(InkSheet::width).max().orElse(1);
    return InkSheet.blank(width + Writing.HEIGHT, lines.size() * step + Writing.HEIGHT / 2);
  }

  private static InkSheet turned(List<InkSheet> lines, double most, SplittableRandom random) {
    return set(lines, SPACING, random).turned(random.nextDouble(-most, most), 0);
  }

  /** Two numbers in each row, read row by row. */
  private static InkSheet columns(List<InkSheet> lines, SplittableRandom random) {
    int step = (int) (SPACING * Writing.HEIGHT);
    int column = lines.stream().mapToInt(InkSheet::width).max().orElse(1) + 4 * Writing.HEIGHT;
    InkSheet page = InkSheet.blank(2 * column, (lines.size() + 1) / 2 * step + Writing.HEIGHT / 2);
    for (int i = 0; i < lines.size(); i++) {
      int left = i % 2 * column + random.nextInt(Writing.HEIGHT / 2);
      page = page.with(lines.get(i), left, i / 2 * step);
    }
    return page;
  }

  private static Photo lined(List<InkSheet> lines, SplittableRandom random) {
    Photo photo = on(PAPER, set(lines, SPACING, random));
    double step = SPACING * Writing.HEIGHT;
    double first = MARGIN + Writing.HEIGHT + random.nextDouble(4, 12);
    for (double at = first - step; at < photo.height(); at += step) {
      photo.line(true, at, 2.5, RULING, 0.9);
    }
    return photo;
  }

  private static Photo squared(List<InkSheet> lines, SplittableRandom random) {
    InkSheet ink = set(lines, SPACING, random);
    Photo photo = Photo.paper(ink.width() + 2 * MARGIN, ink.height() + 2 * MARGIN, PAPER);
    double gap = random.nextDouble(0.45, 1.1) * Writing.HEIGHT;
    photo.squares(gap, RULING, random);
    return photo.lay(ink, MARGIN, MARGIN, INK, 1);
  }

  private static Photo boxed(List<InkSheet> lines, SplittableRandom random) {
    int step = (int) (SPACING * Writing.HEIGHT);
    InkSheet page = sheetFor(lines, step);
    for (int i = 0; i < lines.size(); i++) {
      int left = random.nextInt(30, Writing.HEIGHT / 2);
      page = page.with(lines.get(i), left, i * step + 30);
      page = withBox(page, left - 26, i * step + 4, lines.get(i).width() + 52, Writing.HEIGHT + 52);
    }
    return on(PAPER, page);
  }

  private static InkSheet withBox(InkSheet page, int left, int top, int width, int height) {
    return page.withStroke(left, top, left + width, top, 3)
        .withStroke(left, top + height, left + width, top + height, 3)
        .withStroke(left, top, left, top + height, 3)
        .withStroke(left + width, top, left + width, top + height, 3);
  }

  private static Photo table(List<InkSheet> lines, SplittableRandom random) {
    int column = lines.stream().mapToInt(InkSheet::width).max().orElse(1) + Writing.HEIGHT;
    return cells(lines, column, (int) (SPACING * Writing.HEIGHT), (lines.size() + 2) / 3, random);
  }

  private static Photo squareCells(List<InkSheet> lines, SplittableRandom random) {
    int side = 2 * Writing.HEIGHT;
    double most = side - Writing.HEIGHT / 2.0;
    List<InkSheet> fitting =
        lines.stream()
            .map(
                line ->
                    line.width() <= most
                        ? line
                        : line.scaled((int) most, (int) (line.height() * most / line.width())))
            .toList();
    return cells(fitting, side, side, 3, random);
  }

  /** Three columns of cells, filled row by row as far as the lines go. */
  private static Photo cells(
      List<InkSheet> lines, int width, int height, int rows, SplittableRandom random) {
    InkSheet grid = InkSheet.blank(3 * width + 4, rows * height + 4);
    for (int row = 0; row <= rows; row++) {
      grid = grid.withStroke(1, row * height + 1, 3 * width + 1, row * height + 1, 3);
    }
    for (int column = 0; column <= 3; column++) {
      grid = grid.withStroke(column * width + 1, 1, column * width + 1, rows * height + 1, 3);
    }
    Photo photo = on(PAPER, PRINT, grid);
    for (int i = 0; i < lines.size(); i++) {
      InkSheet line = lines.get(i);
      int room = width - line.width() - 16;
      int left = MARGIN + i % 3 * width + 8 + random.nextInt(room);
      int top = MARGIN + i / 3 * height + (height - line.height()) / 2;
      photo.lay(line, left, top, INK, 1);
    }
    return photo;
  }
}
