package io.github.digitkit.train.report;

import java.util.Map;

/** A white picture to draw lines and small letters on. */
final class Raster {
  private static final int GLYPH_COLUMNS = 3;
  private static final int GLYPH_ROWS = 5;
  private static final int SCALE = 2;

  /** Each letter is five rows from the top, each an octal digit: its bits are three pixels. */
  private static final Map<Character, String> GLYPHS =
      Map.ofEntries(
          Map.entry('0', "75557"),
          Map.entry('1', "26227"),
          Map.entry('2', "71747"),
          Map.entry('3', "71717"),
          Map.entry('4', "55711"),
          Map.entry('5', "74717"),
          Map.entry('6', "74757"),
          Map.entry('7', "71122"),
          Map.entry('8', "75757"),
          Map.entry('9', "75717"),
          Map.entry('.', "00002"),
          Map.entry('-', "00700"),
          Map.entry('a', "03553"),
          Map.entry('c', "03443"),
          Map.entry('d', "13553"),
          Map.entry('g', "03536"),
          Map.entry('i', "20222"),
          Map.entry('l', "62227"),
          Map.entry('n', "06555"),
          Map.entry('o', "02552"),
          Map.entry('r', "05644"),
          Map.entry('s', "03616"),
          Map.entry('t', "27221"),
          Map.entry('u', "05553"),
          Map.entry('v', "05552"),
          Map.entry('y', "05316"));

  private final int width;
  private final int height;
  private final byte[] rgb;

  Raster(int width, int height) {
    this.width = width;
    this.height = height;
    this.rgb = new byte[width * height * 3];
    java.util.Arrays.fill(rgb, (byte) 255);
  }

  byte[] png() {
    return Png.rgb(rgb, width);
  }

  /** A straight line with soft edges, about {@code thickness} pixels wide. */
  void line(double x1, double y1, double x2, double y2, double thickness, int colour) {
    double reach = thickness / 2 + 1;
    int fromX = (int) Math.max(0, Math.floor(Math.min(x1, x2) - reach));
    int toX = (int) Math.min(width - 1.0, Math.ceil(Math.max(x1, x2) + reach));
    int fromY = (int) Math.max(0, Math.floor(Math.min(y1, y2) - reach));
    int toY = (int) Math.min(height - 1.0, Math.ceil(Math.max(y1, y2) + reach));
    for (int y = fromY; y <= toY; y++) {
      for (int x = fromX; x <= toX; x++) {
        double cover = thickness / 2 + 0.5 - distance(x, y, x1, y1, x2, y2);
        blend(x, y, Math.max(0, Math.min(1, cover)), colour);
      }
    }
  }

  private static double distance(double x, double y, double x1, double y1, double x2, double y2) {
    double dx = x2 - x1;
    double dy = y2 - y1;
    double length = dx * dx + dy * dy;
    double along = length == 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / length;
    double nearest = Math.max(0, Math.min(1, along));
    return Math.hypot(x - x1 - nearest * dx, y - y1 - nearest * dy);
  }

  private void blend(int x, int y, double cover, int colour) {
    for (int channel = 0; channel < 3; channel++) {
      int at = (y * width + x) * 3 + channel;
      int ink = colour >> (16 - 8 * channel) & 255;
      rgb[at] = (byte) Math.round((rgb[at] & 255) * (1 - cover) + ink * cover);
    }
  }

  /** How wide a text is. */
  static int textWidth(String text) {
    return text.length() * (GLYPH_COLUMNS + 1) * SCALE;
  }

  /** Writes digits, points, minus signs and the letters of this package's titles. */
  void text(int left, int top, String text, int colour) {
    for (int i = 0; i < text.length(); i++) {
      String glyph = GLYPHS.get(text.charAt(i));
      if (glyph != null) {
        draw(glyph, left + textWidth("0") * i, top, colour);
      }
    }
  }

  private void draw(String glyph, int left, int top, int colour) {
    for (int y = 0; y < GLYPH_ROWS * SCALE; y++) {
      int row = glyph.charAt(y / SCALE) - '0';
      for (int x = 0; x < GLYPH_COLUMNS * SCALE; x++) {
        boolean ink = (row >> (GLYPH_COLUMNS - 1 - x / SCALE) & 1) != 0;
        boolean inside = left + x >= 0 && left + x < width && top + y >= 0 && top + y < height;
        if (ink && inside) {
          blend(left + x, top + y, 1, colour);
        }
      }
    }
  }
}
