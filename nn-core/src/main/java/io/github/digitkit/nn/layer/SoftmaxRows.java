package io.github.digitkit.nn.layer;

/**
 * Softmax over the rows of a matrix: {@code y_i = exp(x_i - max) / sum_j exp(x_j - max)}. With
 * StrictMath, so that every JVM gives the same bits.
 */
final class SoftmaxRows {
  private SoftmaxRows() {}

  /** Overwrites rows {@code [from, to)} of y, which may be x. */
  static void forward(float[] x, float[] y, int from, int to, int columns) {
    for (int row = from; row < to; row++) {
      int start = row * columns;
      int end = start + columns;
      float max = Float.NEGATIVE_INFINITY;
      for (int i = start; i < end; i++) {
        max = Math.max(max, x[i]);
      }
      double sum = 0;
      for (int i = start; i < end; i++) {
        float exponential = (float) StrictMath.exp(x[i] - max);
        y[i] = exponential;
        sum += exponential;
      }
      float scale = (float) (1 / sum);
      for (int i = start; i < end; i++) {
        y[i] *= scale;
      }
    }
  }

  /** {@code dx_i = y_i (dy_i - sum_j dy_j y_j)}; dx may be dy. */
  static void backward(float[] y, float[] dy, float[] dx, int from, int to, int columns) {
    for (int row = from; row < to; row++) {
      int start = row * columns;
      int end = start + columns;
      double dot = 0;
      for (int i = start; i < end; i++) {
        dot += (double) dy[i] * y[i];
      }
      for (int i = start; i < end; i++) {
        dx[i] = (float) (y[i] * (dy[i] - dot));
      }
    }
  }
}
