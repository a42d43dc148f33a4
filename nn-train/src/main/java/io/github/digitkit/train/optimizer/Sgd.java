package io.github.digitkit.train.optimizer;

/**
 * Stochastic gradient descent with momentum, in Keras's form:
 *
 * <pre>
 * u = momentum u - rate g        w = w + u                         (classical)
 *                                w = w + momentum u - rate g       (Nesterov)
 * </pre>
 *
 * @param momentum 0 (plain descent) to 1
 * @param form which of the two
 */
public record Sgd(double momentum, Form form) implements Optimizer {

  /** How momentum enters the step. */
  public enum Form {
    /** The step is the velocity. */
    CLASSICAL,
    /** The step looks one velocity ahead: Nesterov's accelerated gradient. */
    NESTEROV
  }

  /** Checks the range. */
  public Sgd {
    Ranges.requireFraction("momentum", momentum);
  }

  /** Plain descent: Keras's default. */
  public static Sgd plain() {
    return new Sgd(0, Form.CLASSICAL);
  }

  /** With classical momentum. */
  public static Sgd withMomentum(double momentum) {
    return new Sgd(momentum, Form.CLASSICAL);
  }

  /** With Nesterov's momentum. */
  public static Sgd nesterov(double momentum) {
    return new Sgd(momentum, Form.NESTEROV);
  }

  @Override
  public int stateArrays() {
    return 1;
  }

  @Override
  public void update(
      float[] weights,
      float[] gradients,
      float[][] state,
      int from,
      int to,
      long step,
      double learningRate) {
    float rate = (float) learningRate;
    switch (form) {
      case CLASSICAL -> classical(weights, gradients, state[0], from, to, rate);
      case NESTEROV -> nesterov(weights, gradients, state[0], from, to, rate);
    }
  }

  private void classical(float[] w, float[] g, float[] velocity, int from, int to, float rate) {
    float keep = (float) momentum;
    for (int i = from; i < to; i++) {
      float u = keep * velocity[i] - rate * g[i];
      velocity[i] = u;
      w[i] += u;
    }
  }

  private void nesterov(float[] w, float[] g, float[] velocity, int from, int to, float rate) {
    float keep = (float) momentum;
    for (int i = from; i < to; i++) {
      float pull = rate * g[i];
      float u = keep * velocity[i] - pull;
      velocity[i] = u;
      w[i] += keep * u - pull;
    }
  }
}
