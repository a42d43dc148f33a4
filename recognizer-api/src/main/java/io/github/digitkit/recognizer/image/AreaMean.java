package io.github.digitkit.recognizer.image;

import java.util.Arrays;

/**
 * Shrinks by averaging: every target pixel is the mean of the source area it covers, parts of
 * pixels counted as parts.
 *
 * <p>Above a factor of {@value #EXACT_FACTOR} rows are sampled, {@value #SAMPLED_ROWS} for a target
 * row, so that the largest pictures cost no more than reading a few of their rows.
 */
final class AreaMean {
  private static final int EXACT_FACTOR = 32;
  private static final int SAMPLED_ROWS = 16;

  private final int width;
  private final int height;
  private final float[] sums;
  private final float[] rowWeights;

  private AreaMean(int width, int height) {
    this.width = width;
    this.height = height;
    this.sums = new float[width * height];
    this.rowWeights = new float[height];
  }

  /** The part of the picture inside {@code region}, as grey levels at the given size. */
  static Plane of(GrayImage image, Box region, int width, int height) {
    AreaMean mean = new AreaMean(width, height);
    Columns columns = new Columns(region.width(), width);
    float[] row = new float[width];
    double factor = (double) region.height() / height;
    int step = factor < EXACT_FACTOR ? 1 : (int) (factor / SAMPLED_ROWS);
    byte[] pixels = image.array();
    for (int y = 0; y < region.height(); y += step) {
      columns.average(pixels, (region.y() + y) * image.width() + region.x(), row);
      mean.addRow(row, y, factor);
    }
    return mean.result();
  }

  /** The plane at the given size. */
  static Plane of(Plane source, int width, int height) {
    AreaMean mean = new AreaMean(width, height);
    Columns columns = new Columns(source.width(), width);
    float[] row = new float[width];
    double factor = (double) source.height() / height;
    for (int y = 0; y < source.height(); y++) {
      columns.average(source.values(), y * source.width(), row);
      mean.addRow(row, y, factor);
    }
    return mean.result();
  }

  /** Shares source row {@code y} out to the target rows that it overlaps. */
  private void addRow(float[] row, int y, double factor) {
    int first = Math.min(height - 1, (int) (y / factor));
    int last = Math.min(height - 1, (int) Math.ceil((y + 1) / factor) - 1);
    for (int target = first; target <= last; target++) {
      double overlap =
          Math.min(y + 1, (target + 1) * factor) - Math.max((double) y, target * factor);
      float weight = (float) overlap;
      if (weight <= 0) {
        continue;
      }
      rowWeights[target] += weight;
      int offset = target * width;
      for (int x = 0; x < width; x++) {
        sums[offset + x] += weight * row[x];
      }
    }
  }

  private Plane result() {
    for (int y = 0; y < height; y++) {
      float scale = 1 / rowWeights[y];
      for (int x = y * width; x < (y + 1) * width; x++) {
        sums[x] *= scale;
      }
    }
    return Plane.wrap(width, height, sums);
  }

  /** Which source columns, and what part of the first and the last, make a target column. */
  private static final class Columns {
    private final int[] first;
    private final int[] last;
    private final float[] firstWeight;
    private final float[] lastWeight;
    private final float scale;
    private final boolean same;

    Columns(int source, int target) {
      double factor = (double) source / target;
      same = source == target;
      first = new int[target];
      last = new int[target];
      firstWeight = new float[target];
      lastWeight = new float[target];
      scale = (float) (1 / factor);
      for (int t = 0; t < target; t++) {
        double from = t * factor;
        double to = Math.min(source, (t + 1) * factor);
        first[t] = Math.min(source - 1, (int) from);
        last[t] = Math.max(first[t], Math.min(source - 1, (int) Math.ceil(to) - 1));
        boolean single = first[t] == last[t];
        firstWeight[t] = (float) (single ? to - from : first[t] + 1 - from);
        lastWeight[t] = single ? 0 : (float) (to - last[t]);
      }
    }

    void average(byte[] pixels, int offset, float[] row) {
      for (int t = 0; t < row.length; t++) {
        int inner = 0;
        int from = offset + first[t];
        int to = offset + last[t];
        for (int i = from + 1; i < to; i++) {
          inner += pixels[i] & 0xff;
        }
        float ends = firstWeight[t] * (pixels[from] & 0xff) + lastWeight[t] * (pixels[to] & 0xff);
        row[t] = (inner + ends) * scale;
      }
    }

    void average(float[] values, int offset, float[] row) {
      if (same) {
        System.arraycopy(values, offset, row, 0, row.length);
        return;
      }
      Arrays.fill(row, 0);
      for (int t = 0; t < row.length; t++) {
        float sum = firstWeight[t] * values[offset + first[t]];
        for (int i = first[t] + 1; i < last[t]; i++) {
          sum += values[offset + i];
        }
        row[t] = (sum + lastWeight[t] * values[offset + last[t]]) * scale;
      }
    }
  }
}
