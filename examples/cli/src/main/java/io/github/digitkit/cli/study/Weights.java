package io.github.digitkit.cli.study;

/** How the pixels of a row are made of those of a longer or shorter row. */
final class Weights {
  private final int from;
  private final int to;

  private Weights(int from, int to) {
    this.from = from;
    this.to = to;
  }

  static Weights of(int from, int to) {
    return new Weights(from, to);
  }

  /** Overwrites the target row; steps are the distances of neighbours in the arrays. */
  void apply(
      float[] source, int sourceAt, int sourceStep, float[] target, int targetAt, int targetStep) {
    for (int i = 0; i < to; i++) {
      target[targetAt + i * targetStep] =
          to < from
              ? mean(source, sourceAt, sourceStep, i)
              : cubic(source, sourceAt, sourceStep, i);
    }
  }

  private float mean(float[] source, int at, int step, int i) {
    double start = (double) i * from / to;
    double end = (double) (i + 1) * from / to;
    double sum = 0;
    for (int k = (int) start; k < Math.min(from, Math.ceil(end)); k++) {
      sum += (Math.min(end, k + 1) - Math.max(start, k)) * source[at + k * step];
    }
    return (float) (sum / (end - start));
  }

  /** Catmull and Rom's spline; beyond the ends lies paper. */
  private float cubic(float[] source, int at, int step, int i) {
    double place = (i + 0.5) * from / to - 0.5;
    int first = (int) Math.floor(place) - 1;
    double t = place - Math.floor(place);
    double[] weight = {
      ((-0.5 * t + 1) * t - 0.5) * t,
      (1.5 * t - 2.5) * t * t + 1,
      ((-1.5 * t + 2) * t + 0.5) * t,
      (0.5 * t - 0.5) * t * t
    };
    double sum = 0;
    for (int k = 0; k < weight.length; k++) {
      int index = first + k;
      if (index >= 0 && index < from) {
        sum += weight[k] * source[at + index * step];
      }
    }
    return (float) Math.max(0, Math.min(1, sum));
  }
}
