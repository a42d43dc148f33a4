package io.github.digitkit.cli.study;

/** What stands in and about numbers and is no digit. */
enum Mark {
  POINT(0.08, 0.9, "0.5,0.5 0.5,0.5"),
  COMMA(0.22, 0.88, "0.6,0 0.3,1"),
  DASH(0.3, 0.5, "0,0 1.2,0"),
  SLASH(1.25, -0.12, "0.42,0 0,1"),
  PLUS(0.5, 0.28, "0.5,0 0.5,1 / 0,0.5 1,0.5"),
  EQUALS(0.25, 0.4, "0,0 2,0 / 0,1 2,1"),
  HASH(0.7, 0.15, "0.4,0 0.2,1 / 0.8,0 0.6,1 / 0,0.33 1,0.3 / 0,0.68 1,0.65"),
  OPENING(1.25, -0.12, "0.2,0 0.08,0.2 0.04,0.5 0.08,0.8 0.2,1"),
  CLOSING(1.25, -0.12, "0.04,0 0.16,0.2 0.2,0.5 0.16,0.8 0.04,1"),
  DOLLAR(1.1, -0.05, "0.45,0.25 0.25,0.15 0.05,0.3 0.4,0.6 0.25,0.8 0,0.72 / 0.25,0 0.25,1");

  private final double height;
  private final double top;
  private final String strokes;

  /**
   * @param height in digits' heights
   * @param top of the mark below that of the digits, in digits' heights
   * @param strokes x,y in heights of the mark; a "/" lifts the pen
   */
  Mark(double height, double top, String strokes) {
    this.height = height;
    this.top = top;
    this.strokes = strokes;
  }

  /** Its distance below the top of the digits, in digits' heights. */
  double top() {
    return top;
  }

  /** Draws it beside digits of a height, with a pen of a width in pixels. */
  InkSheet draw(int digitHeight, double pen) {
    double scale = height * digitHeight;
    int margin = (int) Math.ceil(pen);
    int size = (int) Math.ceil(3 * scale) + 2 * margin;
    InkSheet sheet = InkSheet.blank(size, size);
    for (String stroke : strokes.split(" / ")) {
      String[] points = stroke.split(" ");
      for (int i = 1; i < points.length; i++) {
        sheet =
            sheet.withStroke(
                margin + scale * coordinate(points[i - 1], 0),
                margin + scale * coordinate(points[i - 1], 1),
                margin + scale * coordinate(points[i], 0),
                margin + scale * coordinate(points[i], 1),
                pen);
      }
    }
    return sheet.trimmed();
  }

  private static double coordinate(String point, int index) {
    return Double.parseDouble(point.split(",")[index]);
  }
}
