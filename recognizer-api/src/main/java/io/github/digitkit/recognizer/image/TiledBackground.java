package io.github.digitkit.recognizer.image;

/**
 * The paper of a whole page, whose light no single surface follows: a light percentile of each
 * tile, smoothed over the neighbouring tiles and interpolated between their centres.
 */
final class TiledBackground {
  private static final double PAPER_PERCENTILE = 0.75;

  private final Plane grey;
  private final int tile;
  private final int columns;
  private final int rows;
  private final float[] paper;

  private TiledBackground(Plane grey, int tile) {
    this.grey = grey;
    this.tile = tile;
    this.columns = Math.max(1, grey.width() / tile);
    this.rows = Math.max(1, grey.height() / tile);
    this.paper = new float[columns * rows];
  }

  /**
   * Finds the background of a dark-on-light page.
   *
   * @param grey grey levels 0..255. Not modified.
   * @param tile side of a tile in pixels: a few times the width of a stroke
   */
  static Background of(Plane grey, int tile, NormalizationSettings settings) {
    TiledBackground background = new TiledBackground(grey, tile);
    background.measure();
    Plane level = background.interpolate(background.smooth());
    Histogram deviations = new Histogram();
    for (int i = 0; i < level.values().length; i++) {
      float lighter = grey.values()[i] - level.values()[i];
      if (lighter > 0) {
        deviations.add(Background.FINENESS * lighter);
      }
    }
    return new Background(level, Background.noise(deviations, settings));
  }

  private void measure() {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        Histogram histogram = new Histogram();
        int bottom = row == rows - 1 ? grey.height() : (row + 1) * tile;
        int right = column == columns - 1 ? grey.width() : (column + 1) * tile;
        for (int y = row * tile; y < bottom; y++) {
          for (int x = column * tile; x < right; x++) {
            histogram.add(grey.get(x, y));
          }
        }
        paper[row * columns + column] = histogram.percentile(PAPER_PERCENTILE);
      }
    }
  }

  /** The second-lightest of each tile and its neighbours: bridges tiles that ink fills. */
  private float[] smooth() {
    float[] smoothed = new float[paper.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        float lightest = 0;
        float second = 0;
        for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
          for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
            float value = paper[y * columns + x];
            if (value > lightest) {
              second = lightest;
              lightest = value;
            } else {
              second = Math.max(second, value);
            }
          }
        }
        float own = paper[row * columns + column];
        smoothed[row * columns + column] = Math.max(own, (own + second) / 2);
      }
    }
    return smoothed;
  }

  private Plane interpolate(float[] tiles) {
    Plane level = Plane.zeros(grey.width(), grey.height());
    for (int y = 0; y < grey.height(); y++) {
      float v = Math.max(0, Math.min(rows - 1, (y + 0.5f) / tile - 0.5f));
      int above = (int) v;
      int below = Math.min(rows - 1, above + 1);
      for (int x = 0; x < grey.width(); x++) {
        float u = Math.max(0, Math.min(columns - 1, (x + 0.5f) / tile - 0.5f));
        int left = (int) u;
        int right = Math.min(columns - 1, left + 1);
        float upper = mix(tiles[above * columns + left], tiles[above * columns + right], u - left);
        float lower = mix(tiles[below * columns + left], tiles[below * columns + right], u - left);
        level.values()[y * grey.width() + x] = mix(upper, lower, v - above);
      }
    }
    return level;
  }

  private static float mix(float one, float other, float share) {
    return one + share * (other - one);
  }
}
