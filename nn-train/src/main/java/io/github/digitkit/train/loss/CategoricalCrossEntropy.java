package io.github.digitkit.train.loss;

/**
 * Cross-entropy from logits: {@code -sum_c t_c log softmax(z)_c}, whose gradient by the logits is
 * {@code softmax(z) - t}. From logits, because a softmax of its own would lose what it rounds to 0.
 */
public record CategoricalCrossEntropy() implements Loss {

  @Override
  public double evaluate(
      float[] logits,
      float[] targets,
      int classes,
      int from,
      int to,
      float weight,
      float[] gradient) {
    double loss = 0;
    for (int sample = from; sample < to; sample++) {
      loss += row(logits, targets, sample * classes, (sample + 1) * classes, weight, gradient);
    }
    return loss;
  }

  // StrictMath: the same bits on every machine and before and after compilation.
  private static double row(
      float[] logits, float[] targets, int start, int end, float weight, float[] gradient) {
    float highest = logits[start];
    for (int i = start + 1; i < end; i++) {
      highest = Math.max(highest, logits[i]);
    }
    double sum = 0;
    double wanted = 0;
    for (int i = start; i < end; i++) {
      double below = (double) logits[i] - highest;
      double exponential = StrictMath.exp(below);
      gradient[i] = (float) exponential;
      sum += exponential;
      wanted += targets[i] * below;
    }
    float share = (float) (1 / sum);
    for (int i = start; i < end; i++) {
      gradient[i] = (gradient[i] * share - targets[i]) * weight;
    }
    return StrictMath.log(sum) - wanted;
  }
}
