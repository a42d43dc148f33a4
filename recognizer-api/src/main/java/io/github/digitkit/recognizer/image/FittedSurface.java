package io.github.digitkit.recognizer.image;

/**
 * The quadratic surface a + bx + cy + dx² + exy + fy² through the paper of an unevenly lit picture:
 * least squares, repeated while ink is left out as what lies far below the last surface.
 *
 * <p>Where ink covers so much that the fit ends on the ink, or between ink and paper, it starts
 * once more from the light half of the picture.
 *
 * <p>Fitted to a lattice of pixels, since six coefficients do not need them all.
 */
final class FittedSurface {
  private static final int TERMS = 6;
  private static final int ROUNDS = 5;
  private static final int LATTICE = 48;
  private static final double STARTING_SHARE = 0.35;
  private static final double BELOW = 2.5;
  private static final double ABOVE = 4;

  /** Noise above this share of the contrast is no paper's. */
  private static final double MIXED = 0.12;

  /** No more of the picture than this is lighter than paper. */
  private static final double MOST_LIGHTER = 0.15;

  private static final int LEAST_PAPER = 2 * TERMS;

  private final Plane grey;
  private final NormalizationSettings settings;
  private final int step;
  private final int columns;

  /** Of the lattice: grey levels, what they exceed the surface by, and which are paper. */
  private final float[] levels;

  private final float[] residuals;
  private final boolean[] paper;
  private double[] coefficients = new double[TERMS];
  private float noise;

  private FittedSurface(Plane grey, NormalizationSettings settings) {
    this.grey = grey;
    this.settings = settings;
    this.step = Math.max(1, grey.longerSide() / LATTICE);
    this.columns = (grey.width() + step - 1) / step;
    int rows = (grey.height() + step - 1) / step;
    this.levels = new float[rows * columns];
    this.residuals = new float[levels.length];
    this.paper = new boolean[levels.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = grey.get(column(i), row(i));
    }
  }

  private int column(int i) {
    return Math.min(grey.width() - 1, i % columns * step + step / 2);
  }

  private int row(int i) {
    return Math.min(grey.height() - 1, i / columns * step + step / 2);
  }

  /**
   * Fits the surface to a dark-on-light picture.
   *
   * @param grey grey levels 0..255. Not modified.
   */
  static Background fit(Plane grey, NormalizationSettings settings) {
    Histogram histogram = Histogram.of(grey.values());
    FittedSurface surface = new FittedSurface(grey, settings);
    surface.fitFrom(histogram.percentile(STARTING_SHARE));
    double contrast = histogram.percentile(0.99) - histogram.percentile(0.01);
    if (!surface.liesOnPaper(contrast)) {
      FittedSurface ofLightHalf = new FittedSurface(grey, settings);
      ofLightHalf.fitFrom(histogram.otsu());
      if (ofLightHalf.liesOnPaper(contrast) || ofLightHalf.noise < surface.noise) {
        surface = ofLightHalf;
      }
    }
    return new Background(surface.level(), surface.noise);
  }

  /** Whether this is no surface through the ink, or between paper and ink. */
  private boolean liesOnPaper(double contrast) {
    int lighter = 0;
    for (float residual : residuals) {
      lighter += residual > ABOVE * noise ? 1 : 0;
    }
    return noise <= MIXED * contrast && lighter <= MOST_LIGHTER * residuals.length;
  }

  private void fitFrom(float lightest) {
    fitAbove(lightest);
    for (int round = 0; round < ROUNDS; round++) {
      refit();
    }
  }

  private void fitAbove(float level) {
    int kept = 0;
    for (int i = 0; i < residuals.length; i++) {
      paper[i] = levels[i] >= level;
      kept += paper[i] ? 1 : 0;
    }
    fit(kept);
  }

  private void refit() {
    int kept = 0;
    for (int i = 0; i < residuals.length; i++) {
      paper[i] = residuals[i] > -BELOW * noise && residuals[i] < ABOVE * noise;
      kept += paper[i] ? 1 : 0;
    }
    fit(kept);
  }

  /** Fits to what is taken for paper now; its spread becomes the noise. */
  private void fit(int kept) {
    if (kept < LEAST_PAPER) {
      return;
    }
    NormalEquations equations = new NormalEquations();
    for (int i = 0; i < levels.length; i++) {
      if (paper[i]) {
        equations.add(across(column(i)), down(row(i)), levels[i]);
      }
    }
    coefficients = equations.solve();
    Histogram deviations = new Histogram();
    for (int i = 0; i < levels.length; i++) {
      residuals[i] = (float) (levels[i] - at(across(column(i)), down(row(i))));
      if (paper[i]) {
        deviations.add(Background.FINENESS * Math.abs(residuals[i]));
      }
    }
    noise = Background.noise(deviations, settings);
  }

  private Plane level() {
    Plane level = Plane.zeros(grey.width(), grey.height());
    double[] c = coefficients;
    for (int y = 0; y < grey.height(); y++) {
      double v = down(y);
      double constant = c[0] + c[2] * v + c[5] * v * v;
      double linear = c[1] + c[4] * v;
      for (int x = 0; x < grey.width(); x++) {
        double u = across(x);
        level.values()[y * grey.width() + x] = (float) (constant + u * (linear + u * c[3]));
      }
    }
    return level;
  }

  private double at(double u, double v) {
    double[] c = coefficients;
    return c[0] + u * (c[1] + c[3] * u + c[4] * v) + v * (c[2] + c[5] * v);
  }

  /** Column as -1 to 1. */
  private double across(int x) {
    return (2.0 * x + 1) / grey.width() - 1;
  }

  /** Row as -1 to 1. */
  private double down(int y) {
    return (2.0 * y + 1) / grey.height() - 1;
  }

  /** The normal equations of the least-squares fit, solved by Cholesky's decomposition. */
  private static final class NormalEquations {
    /** Keeps degenerate pictures (one row, one column) solvable; far below any real weight. */
    private static final double RIDGE = 1e-6;

    private final double[][] matrix = new double[TERMS][TERMS];
    private final double[] right = new double[TERMS];
    private final double[] term = new double[TERMS];
    private int count;

    void add(double u, double v, double level) {
      term[0] = 1;
      term[1] = u;
      term[2] = v;
      term[3] = u * u;
      term[4] = u * v;
      term[5] = v * v;
      for (int i = 0; i < TERMS; i++) {
        for (int j = 0; j <= i; j++) {
          matrix[i][j] += term[i] * term[j];
        }
        right[i] += term[i] * level;
      }
      count++;
    }

    double[] solve() {
      for (int i = 0; i < TERMS; i++) {
        for (int j = 0; j <= i; j++) {
          double sum = matrix[i][j] + (i == j ? RIDGE * (1 + count) : 0);
          for (int k = 0; k < j; k++) {
            sum -= matrix[i][k] * matrix[j][k];
          }
          matrix[i][j] = i == j ? Math.sqrt(sum) : sum / matrix[j][j];
        }
      }
      double[] solution = right.clone();
      for (int i = 0; i < TERMS; i++) {
        for (int k = 0; k < i; k++) {
          solution[i] -= matrix[i][k] * solution[k];
        }
        solution[i] /= matrix[i][i];
      }
      for (int i = TERMS - 1; i >= 0; i--) {
        for (int k = i + 1; k < TERMS; k++) {
          solution[i] -= matrix[k][i] * solution[k];
        }
        solution[i] /= matrix[i][i];
      }
      return solution;
    }
  }
}
