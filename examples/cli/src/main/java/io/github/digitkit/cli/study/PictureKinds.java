package io.github.digitkit.cli.study;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The kinds of the study, most of them 300 pixels high with the margins that MNIST has. */
final class PictureKinds {
  private static final int SIDE = 300;
  private static final int DIGIT = 214;
  private static final int INK = 0x202028;
  private static final int PAPER = 0xf4f2ec;

  private final List<PictureKind> kinds = new ArrayList<>();

  private PictureKinds() {}

  static List<PictureKind> all() {
    PictureKinds all = new PictureKinds();
    all.add("plain", "28x28 of the set", (d, r) -> asGiven(d));
    all.add("plain", "dark on light, 300 px", (d, r) -> onPaper(Pen.large(d, DIGIT)).image());
    FrameFillers.addTo(all);
    all.addSizes();
    all.addColours();
    all.addPlaces();
    all.addPens();
    all.addGeometry();
    PaperKinds.addTo(all);
    RareKinds.addTo(all);
    return all.kinds;
  }

  void add(String group, String name, PictureKind.Maker maker) {
    kinds.add(new PictureKind(group, name, maker));
  }

  private static BufferedImage asGiven(InkSheet digit) {
    return Photo.paper(digit.width(), digit.height(), Photo.BLACK)
        .lay(digit, 0, 0, Photo.WHITE, 1)
        .image();
  }

  /** A dark digit in the middle of a light square sheet. */
  static Photo onPaper(InkSheet ink) {
    return Photo.paper(SIDE, SIDE, PAPER).layInMiddle(ink, INK);
  }

  private void addSizes() {
    for (int side : new int[] {10, 12, 16, 20, 24, 32, 48, 64, 100, 1000}) {
      add("size", side + "x" + side, (d, r) -> small(d, side, 20.0 / 28));
    }
    add(
        "size",
        "4000x3000",
        (d, r) -> {
          InkSheet ink = Pen.large(d, 400).scaledTo(1600).crisp(4);
          return Photo.paper(4000, 3000, PAPER).layInMiddle(ink, INK).image();
        });
    add("size", "8x8, digit 8 high", (d, r) -> small(d, 8, 1));
    add(
        "size",
        "28x28, longer side 26, soft",
        (d, r) -> {
          InkSheet ink = Pen.large(d, 104).blurred(2).trimmed().scaledTo(26);
          return Photo.paper(28, 28, Photo.BLACK).layInMiddle(ink, Photo.WHITE).image();
        });
    add("size", "32x32 crop of a scene, soft", PictureKinds::houseNumber);
  }

  private static BufferedImage small(InkSheet digit, int side, double share) {
    int large = Math.max(200, side);
    int ink = (int) Math.round(large * share);
    InkSheet sheet = Pen.large(digit, ink).centredIn(large, large).scaled(side, side);
    return Photo.paper(side, side, Photo.WHITE).lay(sheet, 0, 0, Photo.BLACK, 1).image();
  }

  /** Low contrast, blurred, colours on colours, uneven light. */
  private static BufferedImage houseNumber(InkSheet digit, SplittableRandom random) {
    int ground = random.nextInt(0x1000000);
    int paint = otherColour(ground, random);
    InkSheet ink = Pen.large(digit, 112).blurred(1 + random.nextInt(3)).centredIn(160, 160);
    double slope = random.nextDouble(-0.3, 0.3);
    return Photo.paper(32, 32, ground)
        .lay(ink.scaled(32, 32), 0, 0, paint, 1)
        .lit((x, y) -> 1 + slope * (x - 0.5))
        .grain(3, random)
        .image();
  }

  private static int otherColour(int ground, SplittableRandom random) {
    while (true) {
      int colour = random.nextInt(0x1000000);
      if (Math.abs(brightness(colour) - brightness(ground)) > 60) {
        return colour;
      }
    }
  }

  private static double brightness(int colour) {
    return 0.3 * (colour >> 16 & 0xff) + 0.59 * (colour >> 8 & 0xff) + 0.11 * (colour & 0xff);
  }

  private void addColours() {
    coloured("white on black", Photo.BLACK, Photo.WHITE);
    coloured("pencil: grey on white", 0xf2f2f2, 0xb0b0b0);
    coloured("faint grey on white", 0xf2f2f2, 0xd0d0d0);
    coloured("grey on black", 0x101010, 0x606060);
    coloured("blue on white", 0xf8f8f8, 0x2a4bd0);
    coloured("red on white", 0xf8f8f8, 0xe02020);
    coloured("yellow on white", 0xffffff, 0xf0d020);
    coloured("green on yellow", 0xf5e070, 0x208030);
    coloured("blue on pink", 0xf0b0c0, 0x3040a0);
    coloured("red on green", 0x40a060, 0xc03030);
    coloured("white on blue", 0x3060c0, 0xffffff);
    add("colour", "ink with alpha, black", (d, r) -> transparent(d, 0x000000));
    add("colour", "ink with alpha, white", (d, r) -> transparent(d, 0xffffff));
  }

  private void coloured(String name, int paper, int ink) {
    add(
        "colour",
        name,
        (d, r) -> Photo.paper(SIDE, SIDE, paper).layInMiddle(Pen.large(d, DIGIT), ink).image());
  }

  private static BufferedImage transparent(InkSheet digit, int colour) {
    InkSheet ink = Pen.large(digit, DIGIT).centredIn(SIDE, SIDE);
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        image.setRGB(x, y, Math.round(255 * ink.get(x, y)) << 24 | colour);
      }
    }
    return image;
  }

  private void addPlaces() {
    for (int times : new int[] {2, 3, 5, 10}) {
      add(
          "place",
          "paper " + times + " times as wide as the digit",
          (d, r) -> {
            int side = times * 100;
            return anywhere(Pen.large(d, 100), Photo.paper(side, side, PAPER), 0, r).image();
          });
    }
    add(
        "place",
        "anywhere on 1600x1200",
        (d, r) -> anywhere(Pen.large(d, 200), Photo.paper(1600, 1200, PAPER), 1, r).image());
    add(
        "place",
        "in a corner of 300x300",
        (d, r) -> Photo.paper(SIDE, SIDE, PAPER).lay(Pen.large(d, 120), 6, 6, INK, 1).image());
    add(
        "place",
        "wide sheet 800x200",
        (d, r) -> anywhere(Pen.large(d, 150), Photo.paper(800, 200, PAPER), 1, r).image());
    add(
        "place",
        "a twentieth cut off by the border",
        (d, r) -> {
          InkSheet ink = Pen.large(d, DIGIT);
          int cut = ink.height() / 20;
          return Photo.paper(ink.width() + 40, ink.height() + 20 - cut, PAPER)
              .lay(ink, 20, r.nextBoolean() ? -cut : 20, INK, 1)
              .image();
        });
  }

  private static Photo anywhere(InkSheet ink, Photo photo, double share, SplittableRandom random) {
    int roomX = photo.width() - ink.width();
    int roomY = photo.height() - ink.height();
    int left = (int) (roomX * (0.5 + share * random.nextDouble(-0.45, 0.45)));
    int top = (int) (roomY * (0.5 + share * random.nextDouble(-0.45, 0.45)));
    return photo.lay(ink, left, top, INK, 1);
  }

  private void addPens() {
    for (double share : new double[] {1.0 / 300, 0.01, 0.03, 0.06, 0.1, 0.15, 0.2}) {
      add(
          "pen",
          "%.1f %% of the digit".formatted(100 * share),
          (d, r) -> onPaper(Pen.large(d, DIGIT, share)).image());
    }
    add(
        "pen",
        "hair on 1000 px",
        (d, r) ->
            Photo.paper(1000, 1000, PAPER).layInMiddle(Pen.large(d, 700, 0.002), INK).image());
    add(
        "pen",
        "broken line",
        (d, r) -> {
          double gap = r.nextDouble(20, 40);
          InkSheet ink = Pen.large(d, DIGIT, 0.05);
          Photo photo = onPaper(ink);
          photo.line(r.nextBoolean(), r.nextDouble(100, 200), gap / 4, PAPER, 1);
          return photo.image();
        });
  }

  private void addGeometry() {
    for (int degrees : new int[] {-20, -10, 10, 20}) {
      add(
          "geometry",
          "turned by " + degrees,
          (d, r) -> onPaper(Pen.large(d, DIGIT).turned(degrees, 0)).image());
    }
    add("geometry", "slanted by .3", (d, r) -> onPaper(Pen.large(d, DIGIT).turned(0, 0.3)).image());
    add(
        "geometry",
        "a third wider",
        (d, r) -> {
          InkSheet ink = Pen.large(d, 180);
          return onPaper(ink.scaled(ink.width() * 4 / 3, ink.height())).image();
        });
    add(
        "geometry",
        "a third narrower",
        (d, r) -> {
          InkSheet ink = Pen.large(d, DIGIT);
          return onPaper(ink.scaled(Math.max(1, ink.width() * 2 / 3), ink.height())).image();
        });
  }
}
